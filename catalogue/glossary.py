"""Technical words with their meaning, and which of them occur in a text."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from pydantic import Field, field_validator

from assessment.base import Content, Id, Text
from catalogue.folding import fold, singular
from content.loader import load

HERE = Path(__file__).parent
MOST_WORDS = 25
"""A meaning longer than this is a lesson, not a meaning."""


class Word(Content):
    """A word, other spellings of it by language (`in_fr`, `in_en`…), its meaning."""

    id: Id
    word: Text
    forms: dict[str, tuple[Text, ...]] = Field(default_factory=dict)
    meaning: Text

    @field_validator("forms")
    @classmethod
    def _named_by_language(cls, forms: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
        for key in forms:
            if not re.fullmatch(r"in_[a-z]{2}", key):
                raise ValueError(f"'{key}' names no language: write in_fr, in_en, in_nl…")
        return forms


class GlossaryFile(Content):
    """Every word explained."""

    words: tuple[Word, ...] = Field(min_length=1)


class Glossary(Content):
    """The words of one language, with the folded spellings to look for, longest first."""

    language: str
    words: tuple[Word, ...]
    spellings: tuple[tuple[str, int], ...]
    """A folded spelling and the place of its word in `words`."""


class TechnicalWords(Content):
    """Words that must be explained, by language."""

    words: dict[str, tuple[Text, ...]]


@cache
def read_glossary(language: str) -> Glossary:
    """The glossary in this language; ContentError holds every problem of the file."""
    return build_glossary(load(HERE / "glossary.yaml", GlossaryFile, language).words, language)


@cache
def read_technical_words(language: str) -> tuple[str, ...]:
    """The words of this language that must have an entry; ContentError when the file is wrong."""
    read = load(HERE / "technical_words.yaml", TechnicalWords, language)
    return read.words.get(f"in_{language}", ())


def build_glossary(words: Iterable[Word], language: str) -> Glossary:
    """The glossary made of these words, sorted as a reader looks them up."""
    listed = tuple(sorted(words, key=lambda word: fold(word.word)))
    spellings = {
        _stems(text): place
        for place, word in enumerate(listed)
        for text in (*word.forms.get(f"in_{language}", ()), word.word)
    }
    longest_first = sorted(spellings.items(), key=lambda pair: (-len(pair[0]), pair[0]))
    return Glossary(language=language, words=listed, spellings=tuple(longest_first))


def words_in(texts: Iterable[str], glossary: Glossary) -> tuple[Word, ...]:
    """The words that occur in these texts, in alphabetical order.

    Whole words only; capitals, accents and plurals in -s or -x do not count. A longer
    expression silences a shorter one inside it ('IA générative' is not also 'IA').
    """
    # A mark no word can hold keeps the end of a text apart from the beginning of the next.
    said = " | ".join(f" {_stems(text)} " for text in texts)
    found: set[int] = set()
    for spelling, place in glossary.spellings:
        if f" {spelling} " in said:
            found.add(place)
            said = said.replace(f" {spelling} ", " | ")
    return tuple(glossary.words[place] for place in sorted(found))


def _stems(text: str) -> str:
    return " ".join(singular(word) for word in fold(text).split())
