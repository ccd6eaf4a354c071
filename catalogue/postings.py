"""Which entries hold which words, in one language."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property

from catalogue.folding import words_of
from catalogue.stemming import stem

NAMES = "names"
"""The 'language' of names: of organisations, tools, programmes. They are the same everywhere."""

_AGAIN, _AGAIN_AT_MOST = 0.1, 2
_INSIDE = 0.7
_NOTHING: Mapping[int, float] = {}

Parts = Callable[[str], tuple[str, ...]]
"""The words a compound is made of; none when it is no compound."""


Field = tuple[int, Sequence[str], float]
"""An entry by its number, texts of it, and what a word in them weighs."""


class Postings:
    """Stem to the entries that hold it, each with how much: 1 in its text, more in its title.

    Texts are read and brought to their stems at the first question, so that a language
    nobody asks in costs nothing.
    """

    def __init__(self, language: str, fields: Callable[[], Iterable[Field]]) -> None:
        self.language = language
        self.parts: Parts = _whole
        self._fields = fields

    @cached_property
    def words(self) -> Mapping[str, int]:
        """Folded words as written, and how many entries hold each."""
        return {word: len(held) for word, held in self._held.items()}

    @cached_property
    def _held(self) -> dict[str, dict[int, float]]:
        """Folded word to the entries that hold it."""
        found: dict[str, dict[int, float]] = {}
        for entry, texts, weight in self._fields():
            counted = Counter(words_of(" ".join(texts)))
            for word, times in counted.items():
                held = found.setdefault(word, {})
                worth = weight + _AGAIN * min(times - 1, _AGAIN_AT_MOST)
                held[entry] = max(held.get(entry, 0.0), worth)
        return found

    def holding(self, stemmed: str) -> Mapping[int, float]:
        """Entry number to how much it holds this stem."""
        return self._by_stem.get(stemmed, _NOTHING)

    @cached_property
    def _by_stem(self) -> dict[str, dict[int, float]]:
        """Stems of all words, and for a share of the entries' worth those inside compounds."""
        found: dict[str, dict[int, float]] = {}
        for word, held in self._held.items():
            self._merge(found, word, held, 1.0)
            for part in self.parts(word):
                self._merge(found, part, held, _INSIDE)
        return found

    def _merge(
        self, found: dict[str, dict[int, float]], word: str, held: Mapping[int, float], share: float
    ) -> None:
        into = found.setdefault(stem(word, self.language), {})
        for entry, worth in held.items():
            into[entry] = max(into.get(entry, 0.0), worth * share)


def _whole(_: str) -> tuple[str, ...]:
    """No word is a compound, as long as nobody says how to open them."""
    return ()
