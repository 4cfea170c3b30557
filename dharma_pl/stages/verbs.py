"""The stage functions by the verbs that call them."""

from dharma_pl.stages.check import check
from dharma_pl.stages.documents import documents
from dharma_pl.stages.evaluation import report
from dharma_pl.stages.judge import judge
from dharma_pl.stages.pairs import pairs
from dharma_pl.stages.reference import reference
from dharma_pl.stages.run import run

__all__ = ["check", "documents", "judge", "pairs", "reference", "report", "run"]
