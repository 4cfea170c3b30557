"""Outputs that repeat what was asked, and those that may."""

import json

import pytest

from dharma_pl.demo.texts import LedgerTexts
from dharma_pl.failures import PromptEcho
from dharma_pl.records import Document, ImageRef, Output

ASK = "Transcribe the page image into JSON with header, margin, footer and text."
IMAGE = (ImageRef("page.png"),)
PAGE = json.dumps({"header": "Casa Lima", "text": "Recebi um saco de feijão preto."})
CHAT = [
    {"role": "system", "content": "You are careful."},
    {"role": "user", "content": [{"type": "image"}, {"type": "text", "text": ASK}]},
    {"role": "assistant", "content": "A page from the book of accounts of the house of Lima."},
]


def find(text, prompt=ASK, images=IMAGE, target=None, **settings):
    document = Document("page", prompt, images, target)
    return PromptEcho(**settings).find(Output("page", 0, text, (), (), "eos"), document)


@pytest.mark.parametrize("prompt", [ASK, CHAT])
@pytest.mark.parametrize("target", [None, PAGE])
def test_the_instruction_in_the_output(prompt, target):
    text = json.dumps({"header": "", "text": f"{ASK.lower()} Casa Lima"})
    [finding] = find(text, prompt, target=target)
    assert text[finding.start : finding.end] == ASK.lower().rstrip(".")
    assert finding.evidence["share"] > 0.6
    assert finding.evidence["echo"].startswith("transcribe the page")


def test_a_prompt_that_turns_into_a_loop():
    assert len(find(f"{ASK}\n" * 40)) == 1


@pytest.mark.parametrize(
    ("text", "prompt", "images", "target"),
    [
        (PAGE, ASK, IMAGE, None),
        # The house's name in the prompt is on the page too.
        (PAGE, "Read the page of Casa Lima: Recebi um saco", IMAGE, PAGE),
        # The page is a form that bears the instruction.
        (ASK, ASK, IMAGE, ASK),
        ("read page 3", "Read page 3.", IMAGE, None),  # short enough to be chance
        (PAGE, f"Correct: {PAGE}", (), None),  # without image and target the prompt is the page
        (PAGE, CHAT[2:], IMAGE, None),
    ],
)
def test_what_is_no_echo(text, prompt, images, target):
    assert find(text, prompt, images, target) == []


def test_what_the_model_was_made_to_say_is_no_prompt():
    assert find(CHAT[2]["content"], CHAT) == []


def test_texts_to_be_copied_are_no_echo():
    for document in LedgerTexts(train=40, validation=0, heldout=0, legitimate=0).read():
        output = Output(document.id, 0, document.target, (), (), "eos")
        assert PromptEcho().find(output, document) == []
