"""Words of screens and reports: a key, its text in the reader's language, its placeholders."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pydantic import RootModel

from content.loader import load

SOFTWARE = "Jalon"


class WordingFile(RootModel[dict[str, str]]):
    """A file of `key: {fr: ..., en: ...}`."""


@dataclass(frozen=True)
class Wording:
    """The words of one file in one language; a missing key is an error, never a silent text."""

    language: str
    texts: dict[str, str]

    def __call__(self, key: str, **values: object) -> str:
        """The text of a key with its placeholders filled.

        With `count`, `<key>.one` or `<key>.other` is taken (in French 0 and 1 are singular).
        Raises KeyError when the key or a placeholder is missing.
        """
        if "count" in values:
            key = f"{key}.{self._plural(values['count'])}"
        return self.texts[key].format(**values)

    def called(self, name: str) -> "Wording":
        """The same words for a site that goes by another name than Jalon."""
        renamed = {key: text.replace(SOFTWARE, name) for key, text in self.texts.items()}
        return Wording(self.language, renamed)

    def _plural(self, count: object) -> str:
        singular = (0, 1) if self.language == "fr" else (1,)
        return "one" if count in singular else "other"


@lru_cache(maxsize=64)
def read_wording(path: Path, language: str) -> Wording:
    """The words of a file in a language; ContentError with every problem of the file."""
    return Wording(language, load(path, WordingFile, language).root)
