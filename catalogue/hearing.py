"""Which concepts and kinds of a thesaurus are heard in the stems of a question."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from catalogue.folding import words_of
from catalogue.stemming import stem
from catalogue.thesaurus import Concept, Thesaurus

T = TypeVar("T")


@dataclass(frozen=True)
class Heard(Generic[T]):
    """What was heard: the stems of the longest expression, and of all its expressions."""

    what: T
    stems: frozenset[str]
    around: frozenset[str]


class Phrases(Generic[T]):
    """Expressions of one language, each standing for one thing."""

    def __init__(
        self, said: Iterable[tuple[T, Iterable[str]]], language: str, ignored: frozenset[str]
    ) -> None:
        """Things with the expressions people use for them."""
        self._said = tuple(said)
        self._language = language
        self._ignored = ignored

    @cached_property
    def _by_stem(self) -> Mapping[str, list[tuple[int, frozenset[str]]]]:
        """A stem of each expression, to what it stands for and all its stems."""
        found: dict[str, list[tuple[int, frozenset[str]]]] = {}
        for number, (_, phrases) in enumerate(self._said):
            for phrase in phrases:
                if stems := _telling(phrase, self._language, self._ignored):
                    found.setdefault(min(stems), []).append((number, stems))
        return found

    def heard(self, said: frozenset[str]) -> tuple[Heard[T], ...]:
        """The things one of whose expressions stands in these stems, in the order given.

        The most precise expression wins: 'page password lost' silences plain 'password'.
        """
        found: dict[int, list[frozenset[str]]] = defaultdict(list)
        for one in said:
            for number, stems in self._by_stem.get(one, ()):
                if stems <= said:
                    found[number].append(stems)
        longest = {
            n: max(all_, key=lambda one: (len(one), sorted(one))) for n, all_ in found.items()
        }
        around = {n: frozenset().union(*all_) for n, all_ in found.items()}
        return tuple(
            Heard(self._said[n][0], stems, around[n])
            for n, stems in sorted(longest.items())
            if not any(_within(stems, longest[other], around[other]) for other in longest)
        )


def _within(stems: frozenset[str], longest: frozenset[str], around: frozenset[str]) -> bool:
    """Whether something was said more precisely by a longer expression and its like."""
    return len(stems) < len(longest) and stems < around


def concepts_of(thesaurus: Thesaurus, language: str) -> Phrases[Concept]:
    """The concepts of a thesaurus, ready to be heard."""
    said = ((concept, concept.say) for concept in thesaurus.concepts)
    return Phrases(said, language, ignored_words(thesaurus))


def kinds_of(thesaurus: Thesaurus, language: str) -> Phrases[str]:
    """The ids of kinds of a thesaurus, ready to be heard."""
    return Phrases(thesaurus.kinds.items(), language, ignored_words(thesaurus))


def ignored_words(thesaurus: Thesaurus) -> frozenset[str]:
    """The folded words that say nothing about the subject."""
    return frozenset(word for text in thesaurus.ignore for word in words_of(text))


def vocabulary(thesaurus: Thesaurus) -> frozenset[str]:
    """Every folded word of the expressions, of the words to look for and of the topic labels."""
    concepts = (text for concept in thesaurus.concepts for text in (*concept.say, *concept.words))
    kinds = (text for said in thesaurus.kinds.values() for text in said)
    texts = (*concepts, *kinds, *thesaurus.topics.values())
    return frozenset(word for text in texts for word in words_of(text))


def _telling(phrase: str, language: str, ignored: frozenset[str]) -> frozenset[str]:
    """The stems that make an expression; all of them when only one would be left."""
    words = words_of(phrase)
    telling = [word for word in words if word not in ignored]
    return frozenset(stem(word, language) for word in (telling if len(telling) > 1 else words))
