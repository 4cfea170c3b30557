"""What can be wrong with a document beyond its own row: images, targets, ids, groups."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace

from dharma_pl.data.base import BadRow, Entry, Problem, reason, short
from dharma_pl.data.images import verify_image
from dharma_pl.data.splits import split_key
from dharma_pl.records import Document, Split


def checked(
    items: Iterable[Entry | Problem],
    *,
    require_target: bool = False,
    target_is_json: bool = False,
    decode_images: bool = False,
) -> Iterator[Entry | Problem]:
    """Pass entries on, and put a problem in the place of each that is no good.

    Args:
        items: as `DocumentSource.scan` yields them; problems pass through.
        require_target: a document without a target is a problem.
        target_is_json: a target that is no JSON is a problem.
        decode_images: decode every image whole, not only its header.
    """
    ids: dict[str, str] = {}
    groups: dict[str, tuple[Split, str]] = {}
    for item in items:
        if isinstance(item, Problem):
            yield item
            continue
        try:
            document = _with_target(item.document, require_target, target_is_json)
            for ref in document.images:
                verify_image(ref, full=decode_images)
            _check_id(document, item.where, ids)
            if item.has_split:
                _check_group(document, item.where, groups)
            yield replace(item, document=document)
        except BadRow as error:
            yield error.at(item.where)


def _with_target(document: Document, required: bool, is_json: bool) -> Document:
    target = document.target
    if target is not None and not target.strip():
        if required:
            raise BadRow("empty_target", "the target is empty: fill it in or leave the row out")
        return replace(document, target=None)
    if target is None:
        if required:
            raise BadRow(
                "missing_target",
                "has no target: give it, or name its column with columns: {target: NAME}",
            )
        return document
    if is_json:
        _check_json(target)
    return document


def _check_json(target: str) -> None:
    try:
        json.loads(target, parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        raise BadRow(
            "invalid_json_target",
            f"the target is not valid JSON ({reason(error)}), it begins {short(target, 40)}: "
            "mend it, or do not ask for JSON targets",
        ) from error


def _refuse_constant(name: str) -> None:
    message = f"{name} is not JSON"
    raise ValueError(message)


def _check_id(document: Document, where: str, ids: dict[str, str]) -> None:
    first = ids.get(document.id)
    ids.setdefault(document.id, where)
    if first is not None:
        raise BadRow(
            "duplicate_id",
            f"the id {short(document.id)} was already given by {first}: ids must be unique",
        )


def _check_group(document: Document, where: str, groups: dict[str, tuple[Split, str]]) -> None:
    """A group on both sides of the line would let training see what is held out."""
    if document.group is None:
        return
    split, first = groups.setdefault(split_key(document), (document.split, where))
    held_out = {"heldout", "legitimate"}  # both are held out, so a group may span them
    if split != document.split and not {split, document.split} <= held_out:
        raise BadRow(
            "group_in_two_splits",
            f"the group {short(document.group)} is in {document.split} here and in {split} in "
            f"{first}: keep a group in one split",
        )
