"""Everyday words and what they stand for, one file per language."""

from functools import cache
from pathlib import Path

from pydantic import Field

from assessment.base import Content, Id, Text
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
    """One language: labels of the topics, words that carry no meaning, kinds, concepts."""

    topics: dict[Id, Text]
    ignore: tuple[Text, ...]
    kinds: dict[Id, tuple[Text, ...]] = Field(
        default={}, description="Kind of thing (kinds.yaml) to the words that ask for it."
    )
    concepts: tuple[Concept, ...]


@cache
def read_thesaurus(language: str) -> Thesaurus:
    """The thesaurus of this language; English where there is none yet.

    Raises ContentError with every problem of the file.
    """
    path = HERE / f"{language}.yaml"
    return load(path if path.exists() else HERE / "en.yaml", Thesaurus, language)
