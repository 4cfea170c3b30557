"""What each built-in mode finds, on honest, failing and hostile outputs."""

import json

import pytest

from dharma_pl.errors import DataError
from dharma_pl.failures import (
    Empty,
    FailureMode,
    InvalidJson,
    Repetition,
    Schema,
    Truncation,
    default_modes,
    excerpt,
    find_all,
)
from dharma_pl.records import Document, Finding, FinishReason, Output

DOCUMENT = Document(id="page", prompt="Transcribe.")
PAGE = json.dumps({"header": "Casa Lima", "margin": "", "footer": "", "text": "Feijão 12,50"})
LOOP = '{"header": "", "text": "' + "Feijão 12,50 " * 60


def output(text: str, finish_reason: FinishReason = "eos", limit: int = 0) -> Output:
    return Output("page", 0, text, (1, 2, 3), (), finish_reason, max_new_tokens=limit)


def found(text: str, finish_reason: FinishReason = "eos") -> dict[str, Finding]:
    findings = find_all(output(text, finish_reason), DOCUMENT, default_modes())
    return {finding.mode: finding for finding in findings}


def test_a_good_page_has_no_finding():
    assert found(PAGE) == {}


def test_a_loop_is_a_loop_and_what_follows_from_it():
    findings = found(LOOP, "length")
    assert list(findings) == ["repetition", "invalid_json", "schema"]
    loop = findings["repetition"]
    assert 0.5 <= loop.score < 1
    assert loop.start == LOOP.index("Feijão")
    assert loop.end == len(LOOP)
    assert loop.evidence == {
        "wasted_share": loop.evidence["wasted_share"],
        "label": "exact",
        "period": 13,
        "repeats": 60.0,
        "unit": "Feijão 12,50 ",
        "at_tail": True,
    }
    assert loop.evidence["wasted_share"] == pytest.approx(59 * 13 / len(LOOP))
    assert loop.reason == "'Feijão 12,50 ' repeats 60.0 times to the end"


def test_a_long_unit_is_cut_in_the_evidence():
    unit = "".join(f"{n} sacas, " for n in range(40))
    loop = found(unit * 4, "length")["repetition"]
    assert loop.evidence["unit"] == unit[:80]
    assert loop.evidence["period"] == len(unit)
    assert "..." in loop.reason


def test_a_loop_that_the_model_left_says_so():
    text = "Feijão 12,50 " * 400 + "e assim se encerrou o livro de contas do armazém."
    [finding] = Repetition().find(output(text, "eos"), DOCUMENT)
    assert finding.evidence["at_tail"] is False
    assert finding.reason.endswith("times and goes on")


def test_a_limit_hit_without_a_loop_is_truncation():
    [finding] = Truncation().find(output(PAGE[:-10], "length", limit=64), DOCUMENT)
    assert (finding.start, finding.end) == (len(PAGE) - 10,) * 2
    assert finding.reason == "cut at 64 tokens: give it more"
    assert Truncation().find(output(LOOP, "length"), DOCUMENT) == []
    assert Truncation().find(output(PAGE, "eos"), DOCUMENT) == []
    [aborted] = Truncation().find(output(PAGE, "abort"), DOCUMENT)
    assert aborted.evidence == {"finish_reason": "abort", "tokens": 3}


@pytest.mark.parametrize("text", ["", " ", "\n\t\u00a0"])
def test_empty(text):
    [finding] = Empty().find(output(text), DOCUMENT)
    assert (finding.start, finding.end) == (0, len(text))
    assert Empty().find(output(text + "."), DOCUMENT) == []


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("", 0),
        ('{"a": "x"', 9),
        ('{"a": "x"} e mais', 11),
        ("```json\n{}\n```", 0),
        ('{"a": "um\ndois"}', 9),
        ("{'a': 1}", 1),
        ('{"a": NaN}', 0),
        ("[" * 100_000, 0),
    ],
)
def test_invalid_json_fails_from_the_first_wrong_character(text, start):
    [finding] = InvalidJson().find(output(text), DOCUMENT)
    assert (finding.start, finding.end) == (start, len(text))


@pytest.mark.parametrize("text", ["{}", "[]", "null", "12", PAGE, " \n" + PAGE + "\n", "9" * 9000])
def test_valid_json_is_clean(text):
    assert InvalidJson().find(output(text), DOCUMENT) == []


@pytest.mark.parametrize(
    ("value", "path", "rule"),
    [
        ({"header": "", "margin": "", "text": ""}, "$", "required"),
        ({"header": "", "margin": "", "footer": "", "text": 1}, "$.text", "type"),
        (
            {"header": "", "margin": "", "footer": "", "text": "", "x": 1},
            "$",
            "additionalProperties",
        ),
        ([], "$", "type"),
    ],
)
def test_dharma_ocr_schema(value, path, rule):
    [finding] = Schema().find(output(json.dumps(value)), DOCUMENT)
    assert finding.evidence == {"path": path, "rule": rule}
    assert finding.reason.startswith(f"{path}: ")
    assert len(finding.reason) < 300


def test_a_schema_of_ones_own_as_dict_and_as_file(tmp_path):
    schema = {"type": "array", "items": {"type": "integer"}, "maxItems": 2}
    path = tmp_path / "schema.json"
    path.write_text(json.dumps(schema))
    for mode in (Schema(schema), Schema(str(path))):
        assert mode.find(output("[1, 2]"), DOCUMENT) == []
        [finding] = mode.find(output('[1, "x"]'), DOCUMENT)
        assert finding.evidence == {"path": "$[1]", "rule": "type"}


def test_a_bad_schema_is_named(tmp_path):
    broken = tmp_path / "broken.json"
    broken.write_text("{")
    with pytest.raises(DataError, match=r"missing\.json: expected a readable JSON file or one of"):
        Schema(str(tmp_path / "missing.json"))
    with pytest.raises(DataError, match=r"broken\.json: expected a JSON file, but Expecting"):
        Schema(str(broken))
    with pytest.raises(DataError, match=r"not a JSON Schema at \$\.type"):
        Schema({"type": "strung"})


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # jsonschema warns where it fetches
def test_a_reference_out_of_a_schema_is_an_error_and_is_not_fetched(tmp_path):
    other = tmp_path / "other.json"
    other.write_text("true")  # there to be fetched, by whoever fetches
    with pytest.raises(DataError, match=r"refers to file://.*other\.json, which is not part of it"):
        Schema({"$ref": other.as_uri()}).find(output("{}"), DOCUMENT)


def hostile() -> dict[str, str]:
    return {
        "NUL": "\x00" * 500,
        "lone surrogates": "\ud800 a\udfff" * 300,
        "surrogate in JSON": '{"text": "\\ud800", "x\udc00": 1}',
        "one token": "a" * 10_000_000,
        "one JSON string": json.dumps({"text": "a" * 10_000_000, "x": 1}),
        "deep": "[" * 900 + "]" * 900,
        "too deep": "[" * 100_000,
        "wide": json.dumps({str(n): n for n in range(20_000)}),
    }


@pytest.mark.parametrize("name", hostile())
@pytest.mark.parametrize("reason", ["eos", "length", "abort"])
def test_hostile_text_gives_findings_fit_for_an_artifact(name, reason):
    text = hostile()[name]
    findings = found(text, reason)
    assert findings
    for finding in findings.values():
        assert 0 <= finding.start <= finding.end <= len(text)
        assert len(finding.reason) < 1500
        (finding.reason + json.dumps(dict(finding.evidence), ensure_ascii=False)).encode()


def test_names_are_unique_and_modes_are_failure_modes():
    modes = default_modes()
    assert len({mode.name for mode in modes}) == len(modes)
    assert all(isinstance(mode, FailureMode) for mode in modes)


def test_excerpt_is_writable():
    assert excerpt("a\ud800b") == "a\\ud800b"
    assert excerpt("x" * 100) == "x" * 80
