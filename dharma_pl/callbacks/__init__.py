"""Callbacks: the model folder at the end of a fit, degeneration and throughput during it."""

from dharma_pl.callbacks.degeneration import DegenerationLogger
from dharma_pl.callbacks.export import ModelExport
from dharma_pl.callbacks.throughput import ThroughputLogger

__all__ = ["DegenerationLogger", "ModelExport", "ThroughputLogger"]
