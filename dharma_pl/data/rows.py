"""One row of a user's table, or of our own artifact, to a document and back."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import Any, ClassVar, get_args

import pyarrow as pa

from dharma_pl.data.base import BadRow, Entry, Problem, reason, short, shown
from dharma_pl.errors import DataError
from dharma_pl.records import Document, ImageRef, Prompt, Split

DOCUMENT_SCHEMA = pa.schema(
    [
        pa.field("id", pa.string(), nullable=False),
        pa.field("prompt", pa.string(), nullable=False),
        pa.field("prompt_is_chat", pa.bool_(), nullable=False),
        ("images", pa.list_(pa.struct([("bytes", pa.binary()), ("path", pa.string())]))),
        ("target", pa.string()),
        ("group", pa.string()),
        pa.field("split", pa.string(), nullable=False),
    ]
)
"""Columns of the documents artifact. Where `prompt_is_chat` is true, `prompt` is the chat messages
as JSON; a flag and no prefix, so that no user text can be taken for chat messages."""

SPLITS: Mapping[str, Split] = {
    **{split: split for split in get_args(Split)},
    "training": "train",
    "test": "heldout",
    "testing": "heldout",
    "val": "validation",
    "dev": "validation",
    "valid": "validation",
}
"""Names of splits in the wild, lower case, and what we call them."""

_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "id": ("id",),
    "prompt": ("prompt",),
    "prompt_is_chat": ("prompt_is_chat",),
    "images": ("images", "image", "file_name"),  # the last as in a datasets image folder
    "target": ("target",),
    "group": ("group",),
    "split": ("split",),
}


def document_to_row(document: Document) -> dict[str, Any]:
    """A row of `DOCUMENT_SCHEMA`."""
    chat = not isinstance(document.prompt, str)
    return {
        "id": document.id,
        "prompt": _dump(document.prompt) if chat else document.prompt,
        "prompt_is_chat": chat,
        "images": [{"bytes": ref.bytes, "path": ref.path} for ref in document.images],
        "target": document.target,
        "group": document.group,
        "split": document.split,
    }


def row_to_document(row: Mapping[str, Any]) -> Document:
    """A document from a row of `DOCUMENT_SCHEMA`, as `document_to_row` wrote it."""
    return Document(
        id=row["id"],
        prompt=json.loads(row["prompt"]) if row["prompt_is_chat"] else row["prompt"],
        images=tuple(ImageRef(ref["path"], ref["bytes"]) for ref in row["images"] or ()),
        target=row["target"],
        group=row["group"],
        split=row["split"],
    )


@dataclass(frozen=True)
class RowParser:
    """Reads documents from the rows of one file.

    Args:
        folder: where relative image paths start.
        prompt: for rows without one.
        columns: field of the document (`id prompt images target group split`, also `image`) to the
            column that holds it, where their names differ.
        label: the file, for messages.

    Raises:
        DataError: `columns` names a field that documents do not have.
    """

    folder: Path
    prompt: Prompt | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    label: str = "data"

    known: ClassVar[Mapping[str, tuple[str, ...]]] = _COLUMNS

    def __post_init__(self) -> None:
        fields = [name for name in (*self.known, "image") if name != "prompt_is_chat"]
        for name in self.columns:
            if name not in fields:
                raise DataError(
                    f"{self.label}: columns maps the unknown field {short(name)}, expected one of "
                    f"{', '.join(fields)} (written as field: column)"
                )

    def check_columns(self, available: Sequence[str]) -> None:
        """Raise `DataError` where `columns` names a column that the file does not have."""
        for name, column in self.columns.items():
            if column not in available:
                has = ", ".join(shown(str(one)) for one in available[:20]) or "none"
                raise DataError(
                    f"{self.label} has no column {short(column)}, which columns gives for {name}; "
                    f"its columns: {has}"
                )

    def wanted(self, available: Sequence[str]) -> list[str]:
        """The columns worth reading among those available."""
        names = {name for field_ in self.known for name in self._names(field_)}
        return [column for column in available if column in names]

    def parse(
        self, row: Mapping[str, Any], where: str, fallback_id: str, split: Split | None = None
    ) -> Entry | Problem:
        """Make a document of a row.

        Args:
            row: column to value.
            where: file and row, for messages.
            fallback_id: the id where the row has none.
            split: the split where the row has none but the file's name tells.
        """
        try:
            prompt = self._prompt(row)
            images = tuple(_images(self._get(row, "images"), self.folder))
            _check_placeholders(prompt, len(images))
            given = _split(self._get(row, "split")) or split
            document = Document(
                id=_name(self._get(row, "id"), "id") or text_of(fallback_id, "id"),
                prompt=prompt,
                images=images,
                target=_target(self._get(row, "target")),
                group=_name(self._get(row, "group"), "group"),
                split=given or "train",
            )
        except BadRow as error:
            return error.at(where)
        return Entry(where, document, has_split=given is not None)

    def _names(self, field_: str) -> tuple[str, ...]:
        mapped = self.columns.get(field_)
        if field_ == "images":
            mapped = mapped or self.columns.get("image")
        return (mapped,) if mapped else self.known[field_]

    def _get(self, row: Mapping[str, Any], field_: str) -> Any:
        values = (row.get(name) for name in self._names(field_))
        return next((value for value in values if value is not None), None)

    def _prompt(self, row: Mapping[str, Any]) -> Prompt:
        value = self._get(row, "prompt")
        if self._get(row, "prompt_is_chat") is True and isinstance(value, str):
            value = _load_chat(value)
        if value is None or value in ("", []):
            value = self.prompt
        if isinstance(value, str) and value.strip():
            return text_of(value, "prompt")
        if value is None or isinstance(value, str):
            raise BadRow(
                "no_prompt",
                "has no prompt: give one for all rows with prompt, or name its column with "
                "columns: {prompt: NAME}",
            )
        return _chat(value)


def batch_rows(batches: Iterable[Any]) -> Iterator[dict[str, Any] | BadRow]:
    """Row by row, since one string that is no UTF-8 would spoil its whole batch."""
    for batch in batches:
        for index in range(batch.num_rows):
            try:
                yield batch.slice(index, 1).to_pylist()[0]
            except ValueError as error:
                yield BadRow("bad_value", f"cannot be read ({reason(error)})")


def _load_chat(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BadRow(
            "bad_value", f"prompt_is_chat is set, but prompt is no JSON ({error})"
        ) from error


def _chat(value: Any) -> list[dict[str, Any]]:
    """Check chat messages, and drop the nulls that a table's uniform structs fill in."""
    messages = without_nulls(value)
    if not isinstance(messages, list) or not all(
        isinstance(message, dict)
        and isinstance(message.get("role"), str)
        and isinstance(message.get("content"), str | list)
        for message in messages
    ):
        raise BadRow(
            "bad_value",
            "prompt must be text or a list of chat messages with role and content, "
            f"got {short(value)}",
        )
    _dump(messages)
    return messages


def without_nulls(value: Any) -> Any:
    """Leave out the nulls that a table's uniform structs fill in, all the way down."""
    if isinstance(value, Mapping):
        return {key: without_nulls(item) for key, item in value.items() if item is not None}
    if isinstance(value, list):
        return [without_nulls(item) for item in value]
    return value


def _check_placeholders(prompt: Prompt, images: int) -> None:
    if isinstance(prompt, str):
        return
    contents = [message["content"] for message in prompt if isinstance(message["content"], list)]
    parts = [part for content in contents for part in content]
    places = sum(isinstance(part, Mapping) and part.get("type") == "image" for part in parts)
    if places and places != images:
        raise BadRow(
            "image_count",
            f"the chat messages have places for {places} images, but images lists {images}: "
            "give one image for each {type: image}",
        )


def _images(value: Any, folder: Path) -> list[ImageRef]:
    values = value if isinstance(value, list | tuple) else [value]
    return [_image(one, folder) for one in values if one is not None and one != ""]


def _image(value: Any, folder: Path) -> ImageRef:
    if isinstance(value, Mapping) and value.keys() <= {"bytes", "path"}:
        data, path = value.get("bytes"), value.get("path")
        if isinstance(data, bytes):
            return ImageRef(path if isinstance(path, str) else None, data)
        value = path
    if isinstance(value, bytes):
        return ImageRef(bytes=value)
    if not isinstance(value, str | PurePath) or not str(value):
        raise BadRow("bad_value", f"an image must be a path or {{bytes, path}}, got {short(value)}")
    text = text_of(str(value), "image path")
    if text.startswith(("data:", "http://", "https://")):
        raise BadRow(
            "bad_value", f"an image must be a local path, got {short(text)}: save it as a file"
        )
    return ImageRef(str(folder.absolute() / text))


def _target(value: Any) -> str | None:
    if isinstance(value, Mapping | list):
        return _dump(value)
    if value is None or isinstance(value, str):
        return None if value is None else text_of(value, "target")
    raise BadRow("bad_value", f"target must be text or a JSON object, got {short(value)}")


def _name(value: Any, what: str) -> str | None:
    """An id or group: text or a whole number; an empty one counts as absent."""
    if value is None or value == "":
        return None
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise BadRow("bad_value", f"{what} must be text or a whole number, got {short(value)}")
    return text_of(str(value), what)


def _split(value: Any) -> Split | None:
    if value is None or value == "":
        return None
    split = SPLITS.get(value.strip().lower()) if isinstance(value, str) else None
    if split is None:
        raise BadRow(
            "bad_value",
            f"unknown split {short(value)}, expected train, validation (val, dev), "
            "heldout (test) or legitimate",
        )
    return split


def text_of(value: str, what: str) -> str:
    """Refuse text that no tokenizer or file takes: half surrogate pairs, bytes not of UTF-8."""
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise BadRow(
            "bad_value", f"{what} is not valid Unicode at character {error.start}: save it as UTF-8"
        ) from error
    return value


def _dump(value: Any) -> str:
    """Write JSON as models should: one line, characters as they are."""
    try:
        return text_of(json.dumps(value, ensure_ascii=False, allow_nan=False), "JSON")
    except (TypeError, ValueError, RecursionError) as error:
        if isinstance(error, BadRow):
            raise
        raise BadRow("bad_value", f"{short(value)} cannot be written as JSON ({error})") from error
