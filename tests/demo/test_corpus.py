"""The corpus: the same from its seed, honest splits, targets that say what the page shows."""

import io
import json
from random import Random

import numpy as np
import pytest
from jsonschema import validate
from PIL import Image
from sklearn.datasets import load_digits

from dharma_pl.demo import LedgerPages, LedgerTexts
from dharma_pl.demo.corpus import SCHEMA, Ledger, draw_page
from dharma_pl.demo.render import ALPHABET, CELL, Page, encode_png, handwriting
from dharma_pl.demo.texts import damage
from dharma_pl.records import Document

SMALL = {"train": 40, "validation": 5, "heldout": 20, "legitimate": 10}


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    return list(LedgerPages(**SMALL).read())


def pixels(document: Document) -> np.ndarray:
    data = document.images[0].bytes
    assert data is not None
    with Image.open(io.BytesIO(data)) as image:
        return np.asarray(image.convert("L"))


def hands(document: Document) -> set[bytes]:
    """Every cell of a page that shows a handwritten digit, as bytes."""
    grey = pixels(document)
    cells = grey.reshape(grey.shape[0] // CELL, CELL, grey.shape[1] // CELL, CELL).swapaxes(1, 2)
    small = load_digits().images
    known = {
        (255 - 17 * np.minimum(d, 15).astype(np.uint8)).repeat(2, 0).repeat(2, 1).tobytes()
        for d in small
    }
    return {cell.tobytes() for cell in cells.reshape(-1, CELL, CELL)} & known


def test_the_same_from_a_seed_and_other_from_another(documents: list[Document]) -> None:
    assert documents == list(LedgerPages(**SMALL).read())
    assert documents != list(LedgerPages(**SMALL, seed=1).read())


def test_more_pages_of_one_split_change_no_other(documents: list[Document]) -> None:
    more = {d.id: d for d in LedgerPages(**SMALL | {"train": 60}).read()}
    assert len(more) == len(documents) + 20
    assert all(more[d.id] == d for d in documents)


def test_splits_have_the_pages_asked_for(documents: list[Document]) -> None:
    splits = [d.split for d in documents]
    assert {split: splits.count(split) for split in SMALL} == SMALL  # type: ignore[arg-type]
    assert len({d.id for d in documents}) == len(documents) == len({d.group for d in documents})


def test_targets_follow_the_schema(documents: list[Document]) -> None:
    for document in documents:
        assert document.target is not None
        validate(json.loads(document.target), SCHEMA)


def test_handwriting_of_training_and_held_out_pages_is_disjoint(documents: list[Document]) -> None:
    train = set().union(*(hands(d) for d in documents if d.split in ("train", "validation")))
    held = set().union(*(hands(d) for d in documents if d.split in ("heldout", "legitimate")))
    assert len(train) > 100
    assert len(held) > 50
    assert not train & held
    for ours, theirs in zip(handwriting("train"), handwriting("heldout"), strict=True):
        assert not set(ours) & set(theirs)


def test_handwritten_digits_are_what_the_target_says() -> None:
    labels = load_digits().target
    assert all(
        (labels[part[d]] == d).all()
        for part in map(handwriting, ("train", "heldout"))
        for d in range(10)
    )  # type: ignore[arg-type]


def test_legitimate_pages_repeat_themselves(documents: list[Document]) -> None:
    for document in documents:
        if document.split == "legitimate":
            rows = json.loads(document.target or "")["text"].split("\n")
            amounts = {row.rsplit(" ", 1)[-1] for row in rows}
            assert len(set(rows)) < len(rows) or amounts == {"0,00"} or " ." in rows[0]


def test_the_page_shows_the_ledger() -> None:
    ledger = Ledger(
        "Casa Ipê", "ok", 1, "Visto", (("Pão", "1,00"), ("Mel", "20,50")), gaps=frozenset({0})
    )
    page = draw_page(ledger, Random(0), "train")
    rows = [
        "".join("" if c == Page.HAND else ALPHABET[c] for c in row.flatten()) for row in page.chars
    ]
    assert [" ".join(row.split()) for row in rows] == [
        "Casa Ipê", "Pão 1, 00", "", "ok Mel 20, 50", "Visto",
    ]  # fmt: skip


def test_png_holds_exactly_the_pixels_given() -> None:
    grey = np.random.default_rng(0).integers(0, 16, (600, 400), dtype=np.uint8)
    with Image.open(io.BytesIO(encode_png(grey))) as image:
        assert (np.asarray(image.convert("L")) == 17 * grey).all()


def test_texts_say_the_same_with_damaged_letters() -> None:
    source = LedgerTexts(noise=0.5, **SMALL)
    document = next(iter(source.read()))
    assert document.images == ()
    clean = next(iter(LedgerTexts(noise=0.0, **SMALL).read()))
    assert document.target == clean.target
    assert isinstance(document.prompt, str)
    assert isinstance(clean.prompt, str)
    assert document.prompt != clean.prompt
    assert json.loads(clean.target or "")["header"] in clean.prompt


def test_damage_spares_digits() -> None:
    assert [damage(c) for c in "7,ã B"] == ["7", ",", "a", " ", "b"]
