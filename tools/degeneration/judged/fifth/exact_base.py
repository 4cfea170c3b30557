"""What the parts of the exact loops share."""

from itertools import repeat

from degeneration.sample import Ending, Loop

# Over all kinds about two draws in three end by the loop.
TAIL: tuple[Ending, ...] = ("tail",)
STRAY: tuple[Ending, ...] = ("tail", "stray")
CLOSED: tuple[Ending, ...] = ("tail", "closed")
RECOVERED: tuple[Ending, ...] = ("tail", "recovered", "recovered")
MIXED: tuple[Ending, ...] = ("tail", "tail", "stray", "closed", "recovered")
AWAKE: tuple[Ending, ...] = ("tail", "tail", "recovered")


def loop(lead: str, unit: str, closing: str = "", *, filler: bool = False) -> Loop:
    """An exact loop of `unit`."""
    return Loop("exact", lead, repeat(unit), closing, filler)
