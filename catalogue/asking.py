"""A question understood: its language, its telling words, the concepts and kinds it speaks of."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from catalogue.folding import fold, words_of
from catalogue.hearing import Heard, Phrases, concepts_of, kinds_of
from catalogue.kinds import read_kinds
from catalogue.lexicon import Lexicon
from catalogue.stemming import stem
from catalogue.thesaurus import Concept, Thesaurus
from catalogue.wording import SAID, Word, WordReader

LONGEST_QUERY = 300
"""Characters read of a query; what follows says nothing more."""

MOST_WORDS = 24
"""Words read of a query: nobody means more at once."""

_AT_HOME = 0.5

T = TypeVar("T")


@dataclass(frozen=True)
class Question:
    """What was understood of a query: `whole` is the query folded, `language` its own.

    `words` are the telling ones; one that nobody knows has no term.
    """

    whole: str
    language: str
    words: tuple[Word, ...]
    concepts: tuple[Heard[Concept], ...]
    kinds: tuple[Heard[str], ...]

    @property
    def topics(self) -> frozenset[str]:
        """The main topic of each concept."""
        return frozenset(heard.what.topics[0] for heard in self.concepts if heard.what.topics)


class Ear:
    """Understands queries in every language it has a lexicon and a thesaurus for."""

    def __init__(
        self, lexicons: Mapping[str, Lexicon], names: Lexicon, thesauri: Mapping[str, Thesaurus]
    ) -> None:
        """Lexicons and thesauri by language; `names` are the words of names."""
        self._lexicons = lexicons
        self._reader = WordReader(lexicons, names)
        self._concepts = {code: concepts_of(one, code) for code, one in thesauri.items()}
        self._kinds = {code: kinds_of(one, code) for code, one in thesauri.items()}

    def understand(self, query: str, language: str) -> Question:
        """The question in a query, by a reader of this language. Never an error."""
        whole = fold(query[:LONGEST_QUERY])
        typed = tuple(dict.fromkeys(words_of(query[:LONGEST_QUERY])))[:MOST_WORDS]
        order = self._order(typed, language)
        words = tuple(dict.fromkeys(w for one in typed for w in self._reader.read(one, order)))
        empty = self._lexicons[order[0]].ignored

        def said(code: str) -> frozenset[str]:
            # What means nothing in the query's own language means nothing in another either.
            heard = typed if code == order[0] else [one for one in typed if one not in empty]
            return _said(heard, words, code)

        concepts = _first(self._concepts, said, order)
        kinds = _asked(_first(self._kinds, said, order), concepts)
        return Question(whole, order[0], words, concepts, kinds)

    def _order(self, typed: Sequence[str], language: str) -> tuple[str, ...]:
        """The languages to try: that of most words first, the reader's when in doubt."""

        def known(code: str) -> float:
            written = sum(self._lexicons[code].lists(word) for word in typed)
            return written + (_AT_HOME if code == language else 0)

        return tuple(sorted(self._lexicons, key=lambda code: -known(code)))


def _said(typed: Sequence[str], words: Sequence[Word], language: str) -> frozenset[str]:
    """Every stem of a question in a language, those that carry no meaning too."""
    surely = (term for word in words for term in word if term.weight >= SAID)
    meant = (term.stem for term in surely if term.language == language)
    return frozenset((*(stem(word, language) for word in typed), *meant))


def _asked(
    kinds: Sequence[Heard[str]], concepts: Sequence[Heard[Concept]]
) -> tuple[Heard[str], ...]:
    """The kinds really asked for: 'free software' is no wish for software, and who asks for
    money for a course wants money."""
    own = [kind for kind in kinds if not _only_within(kind, concepts)]
    money = [kind for kind in own if read_kinds()[kind.what].kind == "programme"]
    return tuple(money or own)


def _only_within(kind: Heard[str], concepts: Sequence[Heard[Concept]]) -> bool:
    weak = read_kinds()[kind.what].weak
    return weak and any(kind.stems < heard.around for heard in concepts)


def _first(
    known: Mapping[str, Phrases[T]], said: Callable[[str], frozenset[str]], order: Sequence[str]
) -> tuple[Heard[T], ...]:
    """What is heard in the first of these languages in which anything is."""
    for code in order:
        if found := known[code].heard(said(code)):
            return found
    return ()
