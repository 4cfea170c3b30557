"""The model writes in another alphabet."""

import re
from collections import Counter
from collections.abc import Container, Sequence

from fontTools import unicodedata

from dharma_pl.errors import DataError
from dharma_pl.failures.base import FailureMode
from dharma_pl.functional.similarity import flatten_json
from dharma_pl.records import Document, Finding, Output

_SHARED_BY_ALL = ("Zyyy", "Zinh", "Zzzz")


class WrongScript(FailureMode):
    """Too many letters of an output are of a script that it should not be in.

    Scripts are Unicode's (UAX 24), by name or four-letter code: `Latin`, `Cyrl`, `Han`. The
    evidence is `script`, the most frequent foreign one, and `share`, of the letters that are
    foreign. Digits, punctuation and accents belong to no script.

    Args:
        scripts: those the output may be in; by default every script of the target, and without a
            target nothing is found.
        max_share: of letters in other scripts: a page may hold Greek letters in its formulas.
        min_letters: foreign letters below which nothing is said.

    Raises:
        DataError: a script that Unicode does not have.
    """

    name = "wrong_script"

    def __init__(
        self,
        scripts: Sequence[str] | None = None,
        max_share: float = 0.2,
        min_letters: int = 10,
    ) -> None:
        self.scripts = None if scripts is None else sorted(map(_code, scripts))
        self.max_share, self.min_letters = max_share, min_letters

    def find(self, output: Output, document: Document) -> list[Finding]:
        """One finding, from the first to the last foreign letter, or none."""
        allowed = self.scripts
        if allowed is None:
            if document.target is None:
                return []
            allowed = list(_letters(document.target))
        counts = _letters(output.text)
        foreign = {script: n for script, n in counts.items() if script not in allowed}
        wrong, letters = sum(foreign.values()), sum(counts.values())
        # A target without letters, such as a column of sums, tells no script.
        if not allowed or wrong < max(1, self.min_letters) or wrong <= self.max_share * letters:
            return []
        share = wrong / letters
        code = max(foreign, key=lambda script: foreign[script])
        start, end = _extent(output.text, foreign)
        script = str(unicodedata.script_name(code))
        reason = f"{100 * share:.0f} % of the letters are in another script, mostly {script}"
        score = 0.5 + 0.5 * (share - self.max_share) / max(1 - self.max_share, 1e-9)
        evidence = {"script": script, "share": share}
        return [Finding(self.name, score, start, end, reason, evidence)]


def _letters(text: str) -> Counter[str]:
    """Letters by script, in the values where the text is a JSON object."""
    counts: Counter[str] = Counter()
    for char, n in Counter(flatten_json(text)).items():
        script = unicodedata.script(char)
        if char.isalpha() and script not in _SHARED_BY_ALL:
            counts[script] += n
    return counts


def _extent(text: str, scripts: Container[str]) -> tuple[int, int]:
    """From the first to the last letter of these scripts; the whole text where all are escaped."""
    chars = "".join(char for char in set(text) if unicodedata.script(char) in scripts)
    if not chars:
        return 0, len(text)
    letter = re.compile(f"[{re.escape(chars)}]")
    first, last = letter.search(text), letter.search(text[::-1])
    assert first is not None
    assert last is not None
    return first.start(), len(text) - last.start()


def _code(name: str) -> str:
    try:
        return name if unicodedata.script_name(name, None) else str(unicodedata.script_code(name))
    except KeyError:
        raise DataError(
            f"WrongScript: Unicode has no script {name!r:.80}, expected a name or code such as "
            "Latin, Cyrillic, Arab, Hani"
        ) from None
