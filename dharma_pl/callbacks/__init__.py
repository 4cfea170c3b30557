"""Callbacks: the model folder at the end of a fit, degeneration during it, progress."""

from dharma_pl.callbacks.degeneration import DegenerationLogger
from dharma_pl.callbacks.export import ModelExport

__all__ = ["DegenerationLogger", "ModelExport"]
