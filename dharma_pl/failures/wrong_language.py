"""The model writes in another language."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from dharma_pl.errors import DataError, UsageError
from dharma_pl.failures.base import FailureMode
from dharma_pl.functional.similarity import flatten_json
from dharma_pl.functional.words import Words
from dharma_pl.records import Document, Finding, Output

_ALIKE = (
    {"pt", "gl"}, {"no", "nb", "nn", "da"}, {"hr", "bs", "sr"}, {"id", "ms"}, {"cs", "sk"},
    {"es", "ast", "ext", "an"},
)  # fmt: skip
"""Languages that are too near to each other to be told apart in a poor transcription."""

_READ = 20_000
"""Characters that are enough to tell."""


class WrongLanguage(FailureMode):
    """The output is surely in one language and should surely be in another.

    Languages are told by py3langid, offline, and only where a text has many different words, and
    the library is all but certain: names, sums and loops are in no language. The evidence is
    `language`, `expected` and `probability`.

    Args:
        languages: ISO 639-1 codes that the output may be in; by default the target's language, and
            without a target nothing is found.
        min_words: different words a text must have to be judged.
        min_probability: by the library, for output and target alike.

    Raises:
        UsageError: py3langid is not installed.
        DataError: a language the library does not know.
    """

    name = "wrong_language"

    def __init__(
        self,
        languages: Sequence[str] | None = None,
        min_words: int = 40,
        min_probability: float = 0.99,
    ) -> None:
        known = set(_identifier().labels)
        self.languages = None if languages is None else sorted(languages)
        for language in self.languages or ():
            if language not in known:
                raise DataError(
                    f"WrongLanguage: unknown language {language!r:.40}, expected codes such as "
                    "pt, en, zh"
                )
        self.min_words, self.min_probability = min_words, min_probability

    def find(self, output: Output, document: Document) -> list[Finding]:
        """One finding, the whole text, or none."""
        expected = self.languages
        if expected is None:
            target = self._language(document.target or "")
            expected = [target[0]] if target else []
        found = self._language(output.text) if expected else None
        if found is None or any(_alike(found[0], language) for language in expected):
            return []
        language, probability = found
        evidence = {"language": language, "expected": expected, "probability": probability}
        reason = f"is in {language}, expected {' or '.join(expected)}"
        return [Finding(self.name, probability, 0, len(output.text), reason, evidence)]

    def _language(self, text: str) -> tuple[str, float] | None:
        text = flatten_json(text)[:_READ]
        if len({word for word in Words(text).words if word.isalpha()}) < self.min_words:
            return None
        code, probability = _identifier().classify(text.encode(errors="replace").decode())
        return (str(code), float(probability)) if probability >= self.min_probability else None


def _alike(a: str, b: str) -> bool:
    return a == b or any(a in group and b in group for group in _ALIKE)


@cache
def _identifier() -> Any:
    try:
        from py3langid.langid import MODEL_FILE, LanguageIdentifier
    except ImportError:
        raise UsageError(
            "WrongLanguage needs py3langid: pip install 'dharma_pl[language]'"
        ) from None
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
