"""Whether our own texts are easy enough to read, kind by kind."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from content.errors import Problem
from content.languages import AUTHORS
from content.loader import load
from content.readability import measure
from content.translation_checks import Sources, Written

Over = Literal["refused", "counted"]
"""What `check` does with a text over the limit: fails, or only counts it."""

HERE = Path(__file__).parent
_FIELD = re.compile(r"(\w+)(?:\[\d+\])?$")


class Kind(BaseModel):
    """A kind of text, where it stands, how easy it must be and why."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    files: str = Field(description="A file, or a pattern of files.")
    places: tuple[str, ...] = Field(default=(), description="Last keys; none: every text.")
    ease_fr: int
    ease_en: int
    longest: int = Field(gt=0, description="Most words in a sentence.")
    never: tuple[str, ...] = Field(default=(), description="Signs it never holds.")
    over: Over = "refused"
    reason: str

    def holds(self, file: str, place: str) -> bool:
        """Whether the text at this place of this file is of this kind."""
        field = _FIELD.search(place)
        named = not self.places or (field is not None and field[1] in self.places)
        return named and fnmatch(file, self.files)

    def least_ease(self, language: str) -> int:
        """The least ease in one of the authors' languages."""
        return {"fr": self.ease_fr, "en": self.ease_en}[language]


class Kinds(BaseModel):
    """The file of kinds, in the order they are tried."""

    kinds: tuple[Kind, ...] = Field(min_length=1)


@dataclass(frozen=True)
class Hard:
    """A text that is harder to read than its kind allows."""

    kind: Kind
    problem: Problem


@cache
def read_kinds() -> tuple[Kind, ...]:
    """The kinds of text; ContentError when their file is wrong."""
    return load(HERE / "readability.yaml", Kinds, AUTHORS[0]).kinds


def hard_texts(sources: Sources, kinds: Iterable[Kind]) -> Iterator[Hard]:
    """Each text over the limit of its kind, in every language authors write."""
    listed = tuple(kinds)
    for file, texts in sources.items():
        for source, written in texts.items():
            kind = next((kind for kind in listed if kind.holds(file, written.place)), None)
            if kind is None:
                continue
            for language, text in zip(AUTHORS, source, strict=True):
                for message in _too_hard(text, language, kind):
                    yield Hard(kind, _problem(file, written, f"{language}: {message}"))


def counts(hard: Iterable[Hard]) -> Counter[str]:
    """How many texts of each kind are over its limit."""
    return Counter(one.kind.id for one in hard)


def _too_hard(text: str, language: str, kind: Kind) -> Iterator[str]:
    reading, least = measure(text, language), kind.least_ease(language)
    if reading.longest > kind.longest:
        yield f"a sentence of {reading.longest} words, {kind.longest} at most: cut it in two"
    if reading.ease is not None and reading.ease < least:
        yield f"hard to read ({reading.ease:.0f}, {least} at least): shorter words and sentences"
    for sign in kind.never:
        if sign in text:
            yield f"'{sign}' makes it harder to read: write two sentences"


def _problem(file: str, written: Written, message: str) -> Problem:
    return Problem(file, written.line, written.place, message)
