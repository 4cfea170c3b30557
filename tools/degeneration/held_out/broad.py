"""The broad loops of the blind split: drift and low novelty."""

from degeneration.held_out import drifts, drifts_marked, novelty
from degeneration.sample import PositiveKind

KINDS: tuple[PositiveKind, ...] = (*drifts.KINDS, *drifts_marked.KINDS, *novelty.KINDS)
