"""Preference rows in the form trainers share: prompt, chosen, rejected, and images if any.

Sides are text, or chat messages; the prompt stands by itself, or is what both sides begin with.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

from dharma_pl.data.base import BadRow, DocumentSource, Entry, Problem, short, shown
from dharma_pl.data.hub import HubDocuments, is_saved_to_disk
from dharma_pl.data.rows import RowParser, text_of, without_nulls
from dharma_pl.data.sources import JsonlDocuments, ParquetDocuments, parquet_files
from dharma_pl.errors import DataError
from dharma_pl.records import Split

_STOPPED = {"eos": True, "stop": True, "end_turn": True,
            "length": False, "abort": False, "max_tokens": False}  # fmt: skip
"""Words for how a generation ended, and whether the model ended it itself."""

Messages = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class PreferenceEntry(Entry):
    """A row that gave a prompt with two sides.

    Attributes:
        chosen: the better text.
        rejected: the worse text.
        stopped: whether the model ended `rejected` itself; None where the row does not say.
        score_gap: score of chosen minus score of rejected, or None.
    """

    chosen: str = ""
    rejected: str = ""
    stopped: bool | None = None
    score_gap: float | None = None


class PreferenceParser(RowParser):
    """Reads prompts with two sides from the rows of one file; see `RowParser`.

    Further columns, none of which a row must have: `rejected_finish_reason` (eos, stop, length,
    ...) or `rejected_truncated` (true, false) say whether the model ended its output itself;
    `score_gap`, or `score_chosen` and `score_rejected`, give the gap.
    """

    known: ClassVar[Mapping[str, tuple[str, ...]]] = {
        **RowParser.known,
        **{
            name: (name,)
            for name in (
                "chosen", "rejected", "rejected_finish_reason", "rejected_truncated",
                "score_gap", "score_chosen", "score_rejected", "tools",
            )
        },
    }  # fmt: skip

    def parse(
        self, row: Mapping[str, Any], where: str, fallback_id: str, split: Split | None = None
    ) -> Entry | Problem:
        """Make a document with two sides of a row."""
        try:
            if self._get(row, "tools"):
                raise BadRow("bad_value", "has tools, which prompts here cannot have: leave it out")
            given = {name: without_nulls(self._get(row, name)) for name in ("chosen", "rejected")}
            for name, value in given.items():
                if not isinstance(value, str | list):
                    raise BadRow(
                        "no_side",
                        f"has no {name}: expected text or chat messages there, got {short(value)} "
                        f"(another column: columns: {{{name}: NAME}})",
                    )
            prompt, chosen, rejected = split_prompt(
                without_nulls(self._get(row, "prompt")), given["chosen"], given["rejected"]
            )
            texts = [text_of(_turn(side, name), name) for name, side in
                     (("chosen", chosen), ("rejected", rejected))]  # fmt: skip
            stopped, gap = self._stopped(row), self._gap(row)
        except BadRow as error:
            return error.at(where)
        with_prompt = {**row, self._names("prompt")[0]: prompt}
        item = super().parse(with_prompt, where, fallback_id, split)
        if isinstance(item, Problem):
            return item
        return PreferenceEntry(
            item.where, item.document, item.has_split, texts[0], texts[1], stopped, gap
        )

    def _stopped(self, row: Mapping[str, Any]) -> bool | None:
        reason = self._get(row, "rejected_finish_reason")
        if reason is not None:
            if reason not in _STOPPED:
                raise BadRow(
                    "bad_value",
                    f"unknown rejected_finish_reason {short(reason)}, expected one of "
                    f"{', '.join(_STOPPED)}",
                )
            return _STOPPED[reason]
        truncated = self._get(row, "rejected_truncated")
        if truncated is not None and not isinstance(truncated, bool):
            raise BadRow(
                "bad_value", f"rejected_truncated must be true or false, got {short(truncated)}"
            )
        return None if truncated is None else not truncated

    def _gap(self, row: Mapping[str, Any]) -> float | None:
        names = ("score_gap", "score_chosen", "score_rejected")
        gap, chosen, rejected = (self._get(row, name) for name in names)
        if _is_number(gap):
            return float(gap)
        if _is_number(chosen) and _is_number(rejected):
            return float(chosen - rejected)
        return None


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def split_prompt(prompt: Any, chosen: Any, rejected: Any) -> tuple[Any, Any, Any]:
    """Find the prompt where both sides repeat it, or take it as it is given.

    >>> split_prompt(None, "Q: 1+1? A: 2", "Q: 1+1? A: 3")
    ('Q: 1+1? A:', ' 2', ' 3')
    >>> ask, two, three = ({"role": r, "content": c} for r, c in
    ...                    [("user", "1+1?"), ("assistant", "2"), ("assistant", "3")])
    >>> split_prompt("1+1?", [ask, two], [ask, three]) == ([ask], [two], [three])
    True

    Raises:
        BadRow: one side is text and the other messages, or both begin with nothing in common.
    """
    if isinstance(chosen, str) != isinstance(rejected, str):
        raise BadRow("bad_value", "chosen and rejected must both be text, or both chat messages")
    if isinstance(chosen, str):
        if prompt is not None:
            return prompt, chosen, rejected
        common = _common(chosen, rejected)
        if common and chosen[common - 1 : common] == " ":
            common -= 1  # words carry the space before them
        if not chosen[:common].strip():
            raise BadRow(
                "no_prompt",
                "has no prompt, and chosen and rejected begin with nothing in common: give prompt",
            )
        return chosen[:common], chosen[common:], rejected[common:]
    if len(chosen) == len(rejected) == 1:
        return prompt, chosen, rejected
    if isinstance(prompt, list) and chosen[: len(prompt)] != prompt:
        return prompt, chosen, rejected
    common = min(_common(chosen, rejected), len(chosen) - 1)
    if isinstance(prompt, list):
        common = min(common, len(prompt))
    if common < 1:
        raise BadRow(
            "no_prompt", "has no prompt, and the messages of both sides begin with none in common"
        )
    return chosen[:common], chosen[common:], rejected[common:]


def _common(first: Sequence[Any], second: Sequence[Any]) -> int:
    """Length of what two texts or lists begin with alike."""
    for number, (one, other) in enumerate(zip(first, second, strict=False)):
        if one != other:
            return number
    return min(len(first), len(second))


def _turn(side: str | Messages, name: str) -> str:
    """The text of one side: a string, or one message of the assistant."""
    if isinstance(side, str):
        return side
    if len(side) != 1 or not isinstance(side[0], dict) or side[0].get("role") != "assistant":
        roles = [m.get("role") if isinstance(m, dict) else m for m in side]
        raise BadRow(
            "not_a_turn",
            f"{name} must be one message of the assistant after the prompt, got the roles "
            f"{short(roles)}: split longer conversations into rows",
        )
    content = side[0].get("content")
    parts = [{"type": "text", "text": content}] if isinstance(content, str) else content
    if not isinstance(parts, list) or not all(
        isinstance(part, dict) and part.get("type") == "text" and isinstance(part.get("text"), str)
        for part in parts
    ):
        raise BadRow("not_a_turn", f"{name} must be text, got the content {short(content)}")
    return "".join(part["text"] for part in parts)


class JsonlPreferences(JsonlDocuments):
    """Preference data, one JSON object a line; see `JsonlDocuments` and `PreferenceParser`."""

    parser_type = PreferenceParser


class ParquetPreferences(ParquetDocuments):
    """Preference data in Parquet; see `ParquetDocuments` and `PreferenceParser`."""

    parser_type = PreferenceParser


class HubPreferences(HubDocuments):
    """Preference data by the name `datasets` knows it by, or from a folder of `save_to_disk`.

    A data set whose splits have names of its own needs one of them: `split: train_prefs`. See
    `HubDocuments` and `PreferenceParser`.
    """

    parser_type = PreferenceParser


def open_preferences(source: str | DocumentSource, prompt: str | None = None) -> DocumentSource:
    """Choose the reader of preference data.

    Args:
        source: a `.jsonl`, `.ndjson` or `.parquet` file, a folder of Parquet shards or of
            `Dataset.save_to_disk`, a name for `datasets.load_dataset`, or a reader.
        prompt: for rows without one.

    Raises:
        DataError: nothing fits.
    """
    if isinstance(source, DocumentSource):
        return source
    path = Path(source).expanduser()
    if path.suffix.lower() in (".jsonl", ".ndjson"):
        return JsonlPreferences(path, prompt)
    if path.suffix.lower() == ".parquet" or (path.is_dir() and not is_saved_to_disk(path)):
        if path.is_dir() and not parquet_files(path):
            raise DataError(
                f"{shown(path)} holds no pairs: expected a pairs artifact (python -m dharma_pl "
                "pairs --config FILE), Parquet shards with prompt, chosen and rejected, or a saved "
                "data set"
            )
        return ParquetPreferences(path, prompt)
    return HubPreferences(path if path.is_dir() else str(source), prompt=prompt)
