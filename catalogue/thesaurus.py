"""Everyday words and the topics they stand for, one file per language."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from pydantic import Field

from assessment.base import Content, Id, Text
from catalogue.folding import fold, stem
from content.loader import load

HERE = Path(__file__).parent / "thesaurus"


class Concept(Content):
    """What people say, what it is about, and the words our entries use for it."""

    id: Id
    say: tuple[Text, ...] = Field(min_length=1, description="As people type it, any wording.")
    topics: tuple[Id, ...] = Field(
        default=(), description="Topics it is about, the main one first."
    )
    words: tuple[Text, ...] = Field(default=(), description="Words to look for besides.")


class Thesaurus(Content):
    """One language: labels of the topics, words that carry no meaning, concepts."""

    topics: dict[Id, Text]
    ignore: tuple[Text, ...]
    concepts: tuple[Concept, ...]


@cache
def read_thesaurus(language: str) -> Thesaurus:
    """The thesaurus of this language; English where there is none yet.

    Raises ContentError with every problem of the file.
    """
    path = HERE / f"{language}.yaml"
    return load(path if path.exists() else HERE / "en.yaml", Thesaurus, language)


def find_concepts(thesaurus: Thesaurus, words: Sequence[str]) -> tuple[Concept, ...]:
    """The concepts one of whose expressions stands in these folded words, in file order.

    The most precise expression wins: 'page password lost' silences plain 'password'.
    """
    said = frozenset(stem(word) for word in words)
    empty = ignored(thesaurus)
    found = [
        (concept, heard)
        for concept in thesaurus.concepts
        if (heard := _longest(concept.say, said, empty))
    ]
    return tuple(
        concept for concept, heard in found if not any(heard < other for _, other in found)
    )


def ignored(thesaurus: Thesaurus) -> frozenset[str]:
    """The folded words that say nothing about the subject."""
    return frozenset(word for text in thesaurus.ignore for word in own_words(text))


@cache
def own_words(text: str) -> tuple[str, ...]:
    """The folded words of a text of the thesaurus; queries do not come here."""
    return tuple(fold(text).split())


def vocabulary(thesaurus: Thesaurus) -> frozenset[str]:
    """Every folded word of the expressions and topic labels."""
    phrases = [phrase for concept in thesaurus.concepts for phrase in concept.say]
    return frozenset(
        word for text in (*phrases, *thesaurus.topics.values()) for word in fold(text).split()
    )


def _longest(phrases: Sequence[str], said: frozenset[str], empty: frozenset[str]) -> frozenset[str]:
    heard = [stems for phrase in phrases if (stems := _telling(phrase, empty)) <= said]
    return max(heard, key=len, default=frozenset())


@cache
def _telling(phrase: str, empty: frozenset[str]) -> frozenset[str]:
    """The stems that make an expression; all of them when only one would be left."""
    words = fold(phrase).split()
    telling = [word for word in words if word not in empty]
    return frozenset(stem(word) for word in (telling if len(telling) > 1 else words))
