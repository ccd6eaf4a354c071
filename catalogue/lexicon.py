"""The words of one language that search knows, and how others come down to them."""

from bisect import bisect_left
from collections.abc import Mapping
from functools import cached_property

from catalogue.postings import Postings
from catalogue.spelling import Speller
from catalogue.stemming import stem

COMPOUNDING = ("nl", "de")
"""Languages that write several words as one."""

_LINKS = ("", "s", "n", "en", "es", "er", "e")
_PART, _WHOLE = 4, 8
_LONG_PART = 5
_COMPLETED = 12


class Lexicon:
    """The folded words of one language: those of its texts, and those people listed."""

    def __init__(
        self,
        language: str,
        postings: Postings,
        listed: frozenset[str] = frozenset(),
        ignored: frozenset[str] = frozenset(),
    ) -> None:
        """`ignored` are words that carry no meaning: known, but no part of anything."""
        self.language = language
        self.ignored = ignored
        self._listed = listed
        self._postings = postings
        self._compound: dict[str, tuple[str, ...]] = {}

    def lists(self, word: str) -> bool:
        """Whether people listed the word exactly so; the texts need not be read."""
        return word in self._listed or word in self.ignored

    def writes(self, word: str) -> bool:
        """Whether the word is known exactly as it stands."""
        return self.lists(word) or word in self._words

    def knows(self, word: str) -> bool:
        """Whether this word, or another form of it, is known."""
        return self.writes(word) or stem(word, self.language) in self._stems

    def completions(self, word: str) -> tuple[str, ...]:
        """Known words that begin with this one, a few at most: 'compta' → 'comptabilite'."""
        if len(word) < _PART:
            return ()
        begin = bisect_left(self._sorted, word)
        found = self._sorted[begin : begin + _COMPLETED]
        return tuple(other for other in found if other.startswith(word))

    def corrected(self, word: str, slips: int) -> str | None:
        """The known word meant by a misspelt one, or None."""
        return self._speller.nearest(word, slips)

    def parts(self, word: str) -> tuple[str, ...]:
        """The known words a compound is made of; empty when it is none."""
        if self.language not in COMPOUNDING or len(word) < _WHOLE:
            return ()
        if word not in self._compound:
            self._compound[word] = self._split(word)
        return self._compound[word]

    def piece(self, word: str) -> str | None:
        """The longest known word at one end of an unknown one; None when there is none."""
        for length in range(len(word) - 3, _LONG_PART - 1, -1):
            for part in (word[:length], word[-length:]):
                if self._is_part(part):
                    return part
        return None

    def _split(self, word: str) -> tuple[str, ...]:
        """The longest last word comes first: it says what the thing is."""
        for at in range(_PART, len(word) - _PART + 1):
            head, tail = word[:at], word[at:]
            if self._is_part(tail) and (before := self._unlinked(head)):
                return (*before, tail)
        return ()

    def _unlinked(self, head: str) -> tuple[str, ...]:
        """A head without the letters that link it to what follows, itself split if need be."""
        for link in _LINKS:
            bare = head.removesuffix(link) if link else head
            if len(bare) >= _PART and (bare == head) == (not link) and self._is_part(bare):
                return (bare,)
        return self._split(head) if len(head) >= _WHOLE else ()

    def _is_part(self, word: str) -> bool:
        return len(word) >= _PART and word in self._words and word not in self.ignored

    @cached_property
    def _words(self) -> Mapping[str, int]:
        """Each with how many entries hold it."""
        words = {**dict.fromkeys(self._listed, 0), **self._postings.words}
        return {word: often for word, often in words.items() if word not in self.ignored}

    @cached_property
    def _stems(self) -> frozenset[str]:
        return frozenset(stem(word, self.language) for word in self._words)

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self._words)

    @cached_property
    def _speller(self) -> Speller:
        return Speller({**dict.fromkeys(self.ignored, 0), **self._words})
