"""torchmetrics of what a model writes: exact under any number of ranks, empty ones included."""

from dharma_pl.metrics.degeneration import DegenerationRate
from dharma_pl.metrics.transcription import TranscriptionScore

__all__ = ["DegenerationRate", "TranscriptionScore"]
