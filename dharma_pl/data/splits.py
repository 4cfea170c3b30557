"""Which documents are trained on and which are held out, by hash and not by order."""

import hashlib
import logging
from collections.abc import Iterable, Mapping
from dataclasses import replace

from dharma_pl.errors import UsageError
from dharma_pl.records import Document, Split

FRACTIONS: Mapping[Split, float] = {"validation": 0.1, "heldout": 0.2}
"""The default: the rest is for training."""

_log = logging.getLogger(__name__)


def assign_splits(
    documents: Iterable[Document],
    fractions: Mapping[Split, float] = FRACTIONS,
    seed: int = 0,
) -> list[Document]:
    """Give every document a split, whatever it had; documents of a group stay together.

    Raises:
        UsageError: as in `splits_of`.
    """
    listed = list(documents)
    splits = splits_of({split_key(document) for document in listed}, fractions, seed)
    return [replace(document, split=splits[split_key(document)]) for document in listed]


def split_key(document: Document) -> str:
    """What decides a document's split: its group, or its id where it has none."""
    # Two name spaces: a group called as some other document's id is still another thing.
    return f"id:{document.id}" if document.group is None else f"group:{document.group}"


def splits_of(
    keys: Iterable[str],
    fractions: Mapping[Split, float] = FRACTIONS,
    seed: int = 0,
    settled: Iterable[Split] = (),
) -> dict[str, Split]:
    """Give every key a split by its own hash, so that new documents never move the old ones.

    The shares are met on average. Only a set so small that a split would stay empty is mended:
    the split takes the key with the lowest hash from the split with the most keys, `train` first.

    Args:
        keys: as `split_key` makes them.
        fractions: share of each split but `train`, which gets the rest.
        seed: another one gives another assignment.
        settled: splits that already have documents and need no mending.

    Raises:
        UsageError: shares below 0, or that leave nothing to train on.
    """
    shares: dict[Split, float] = {
        split: share for split, share in fractions.items() if split != "train"
    }
    if any(share < 0 for share in shares.values()) or sum(shares.values()) >= 1:
        raise UsageError(
            f"fractions of the splits must be at least 0 and sum below 1, got {dict(fractions)}"
        )
    ranked = sorted((_unit_hash(seed, key), key) for key in set(keys))
    members: dict[Split, list[str]] = {"train": [], **{split: [] for split in sorted(shares)}}
    for position, key in ranked:
        members[_split_at(position, shares)].append(key)
    wanted = [split for split in members if split == "train" or shares[split] > 0]
    _fill_empty(members, [split for split in wanted if split not in set(settled)])
    return {key: split for split, listed in members.items() for key in listed}


def _split_at(position: float, shares: Mapping[Split, float]) -> Split:
    edge = 0.0
    for split in sorted(shares):  # not in the order a configuration happens to list them
        edge += shares[split]
        if position < edge:
            return split
    return "train"


def _fill_empty(members: dict[Split, list[str]], wanted: list[Split]) -> None:
    for split in wanted:
        if members[split]:
            continue
        donor = max(members, key=lambda name: len(members[name]))
        if len(members[donor]) > 1 or (split == "train" and members[donor]):
            members[split].append(members[donor].pop(0))
        elif any(members.values()):
            _log.warning("too few documents: none is left for the split %s", split)


def _unit_hash(seed: int, key: str) -> float:
    digest = hashlib.sha256(f"{seed}:{key}".encode("utf-8", "surrogatepass")).digest()
    return int.from_bytes(digest[:8], "big") / 2**64
