"""The stage functions by the verbs that call them."""

from dharma_pl.stages.calibrate import calibrate
from dharma_pl.stages.check import check
from dharma_pl.stages.documents import documents
from dharma_pl.stages.evaluation import report
from dharma_pl.stages.judge import judge
from dharma_pl.stages.pairs import pairs
from dharma_pl.stages.reference import reference
from dharma_pl.stages.run import run
from dharma_pl.stages.scan import scan

__all__ = [
    "calibrate",
    "check",
    "documents",
    "judge",
    "pairs",
    "reference",
    "report",
    "run",
    "scan",
]
