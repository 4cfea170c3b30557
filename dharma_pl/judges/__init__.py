"""How good an output is: one file a judge."""

from dharma_pl.judges.base import Judge
from dharma_pl.judges.reference import ReferenceJudge

__all__ = ["Judge", "ReferenceJudge"]
