"""One typed word: what it may stand for, whatever its form, its spelling or its language."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from catalogue.folding import singular
from catalogue.lexicon import Lexicon
from catalogue.postings import NAMES
from catalogue.stemming import stem

SAID = 0.6
"""From this weight up, a term counts as said; lower, it is only a part of what was said."""

_OTHER_TONGUE, _PART, _COMPLETED, _SPELLED, _PIECE, _INSIDE = 0.9, 0.8, 0.8, 0.85, 0.6, 0.5
_UMLAUTS = (("ae", "a"), ("oe", "o"), ("ue", "u"))


@dataclass(frozen=True)
class Term:
    """One stem to look for in one language, and how surely it is what was typed."""

    language: str
    stem: str
    weight: float = 1.0


Word = tuple[Term, ...]
"""One word typed: the terms that may stand for it; none when nobody knows it."""


class WordReader:
    """Brings typed words down to known ones."""

    def __init__(self, lexicons: Mapping[str, Lexicon], names: Lexicon) -> None:
        self._lexicons = lexicons
        self._names = names

    def read(self, word: str, order: Sequence[str]) -> tuple[Word, ...]:
        """What a folded word stands for, the languages tried in this order.

        Nothing for a word that carries no meaning; several words for a compound; one word
        without terms when nobody knows it.
        """
        for found in self._ways(word, order):
            if found is not None:
                return found
        return ((),)

    def _ways(self, word: str, order: Sequence[str]) -> Iterator[tuple[Word, ...] | None]:
        """The surest way first; None where a way leads nowhere, () when it means nothing."""
        yield self._known(word, order)
        yield self._without_umlaut(word, order)
        yield from (self._compound(word, code) for code in order)
        yield from (self._completed(word, code) for code in order[:1])
        yield from (self._spelled(word, code, 1) for code in (order[0], NAMES, *order[1:]))
        yield from (self._spelled(word, code, 2) for code in (order[0], NAMES))
        yield from (self._piece(word, code) for code in order)

    def _known(self, word: str, order: Sequence[str]) -> tuple[Word, ...] | None:
        first, *others = order
        named = (Term(NAMES, singular(word)),) if self._names.knows(word) else ()
        if word in self._lexicons[first].ignored:
            return ()
        if self._lexicons[first].knows(word):
            return ((*self._forms(word, first), *named),)
        elsewhere = [code for code in others if self._lexicons[code].writes(word)]
        if not named and any(word in self._lexicons[code].ignored for code in elsewhere):
            return ()
        foreign = (Term(code, stem(word, code), _OTHER_TONGUE) for code in elsewhere)
        return ((*named, *foreign),) if named or elsewhere else None

    def _forms(self, word: str, code: str) -> tuple[Term, ...]:
        """A known word, and for a compound its parts, which count for less."""
        parts = self._lexicons[code].parts(word)
        return (
            Term(code, stem(word, code)),
            *(Term(code, stem(part, code), _INSIDE) for part in parts),
        )

    def _without_umlaut(self, word: str, order: Sequence[str]) -> tuple[Word, ...] | None:
        """'Foerderung' is another way to write 'Förderung', folded to 'forderung'."""
        bare = word
        for two, one in _UMLAUTS:
            bare = bare.replace(two, one)
        german = "de" in order and bare != word and self._lexicons["de"].writes(bare)
        return ((Term("de", stem(bare, "de")),),) if german else None

    def _compound(self, word: str, code: str) -> tuple[Word, ...] | None:
        parts = self._lexicons[code].parts(word)
        return tuple((Term(code, stem(part, code), _PART),) for part in parts) or None

    def _completed(self, word: str, code: str) -> tuple[Word, ...] | None:
        whole = dict.fromkeys(stem(one, code) for one in self._lexicons[code].completions(word))
        return (tuple(Term(code, one, _COMPLETED) for one in whole),) if whole else None

    def _spelled(self, word: str, code: str, slips: int) -> tuple[Word, ...] | None:
        lexicon = self._names if code == NAMES else self._lexicons[code]
        meant = lexicon.corrected(word, slips)
        if meant is None:
            return None
        if meant in lexicon.ignored:
            return ()
        return ((Term(code, stem(meant, code), _SPELLED),),)

    def _piece(self, word: str, code: str) -> tuple[Word, ...] | None:
        part = self._lexicons[code].piece(word)
        return ((Term(code, stem(part, code), _PIECE),),) if part else None
