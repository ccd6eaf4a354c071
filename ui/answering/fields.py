"""How each fact of the profile is asked: its shape, the choices of its list, its subject."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Literal, get_args

from assessment.base import Content, Text
from assessment.profile import Money
from content.loader import load
from recommendations.criteria import fields_of
from recommendations.programme import Programme, Test
from recommendations.vocabulary import KINDS, PARTS, Kind, is_share
from ui import choices

HERE = Path(__file__).parents[1]

Shape = Literal[
    "flag", "number", "money", "share", "age", "date", "choice", "several", "place", "places",
    "country", "words", "codes", "awards",
]  # fmt: skip
"""What one answers with: `age` is months or never, `codes` several activity codes."""

FORM, APPROVALS, AIDS_HELD = (
    "enterprise.legal_form", "enterprise.accreditations", "project.aids_held",
)  # fmt: skip

ASKED_AS = {
    "enterprise.age_years": "enterprise.creation_date",
    "enterprise.months_since_registration": "enterprise.registration_date",
}
"""A date stays true where an age does not: it is asked in its place."""

_SHAPES: Mapping[Kind, Shape] = {
    "flag": "flag", "number": "number", "age": "age", "date": "date", "awards": "awards",
    "place": "place", "country": "country", "text": "words", "list": "codes",
}  # fmt: skip
_LISTED: Mapping[Kind, Shape] = {"text": "choice", "list": "several"}


class Option(Content):
    """One answer of a list."""

    id: str
    label: Text


class Subject(Content):
    """Fields that belong together, in the order they are asked."""

    id: str
    title: Text
    fields: tuple[str, ...]


class Fields(Content):
    """Everything about asking, in one language."""

    lists: dict[str, tuple[Option, ...]]
    places: tuple[choices.Place, ...]
    subjects: tuple[Subject, ...]

    def subject(self, field: str) -> Subject:
        """The subject a field stands in; StopIteration when it stands in none."""
        return next(one for one in self.subjects if field in one.fields)


@lru_cache
def read_fields(language: str) -> Fields:
    """How to ask, in this language; ContentError when the file is wrong."""
    return load(HERE / "fields.yaml", Fields, language)


def shape(field: str, fields: Fields) -> Shape:
    """The shape of a field by its type; a list with listed answers is chosen from."""
    kind = KINDS[field]
    if field in (*fields.lists, FORM, APPROVALS, AIDS_HELD):
        return _LISTED[kind]
    if kind == "place" and field.endswith("regions"):
        return "places"
    if kind == "number":
        return "share" if is_share(field) else ("money" if _is_money(field) else "number")
    return _SHAPES[kind]


def _is_money(field: str) -> bool:
    part, _, name = field.partition(".")
    return Money in get_args(PARTS[part].model_fields[name].annotation)


def check_fields(fields: Fields, programmes: tuple[Programme, ...]) -> Iterator[str]:
    """What conditions read and nobody could answer: fields without a subject, codes without words.

    Activity codes, places and free words are typed or have lists of their own.
    """
    placed = {field for subject in fields.subjects for field in subject.fields}
    read = [test for p in programmes for c in p.conditions if c.test for test in _leaves(c.test)]
    for field in dict.fromkeys(field for test in read for field in fields_of(test)):
        if field not in placed:
            yield f"ui/fields.yaml\n  '{field}' stands in no subject"
    known = {field: {one.id for one in listed} for field, listed in fields.lists.items()}
    for test in read:
        for code in map(str, (*(test.has_any or ()), *(test.in_ or ()), test.is_)):
            if test.field in known and code not in (*known[test.field], *ALIASES, "None"):
                yield f"ui/fields.yaml\n  '{code}' of {test.field} has no label under 'lists'"


ALIASES = frozenset(
    {
        "MRC de Bellechasse", "MRC Bellechasse", "MRC de Papineau", "MRC Papineau",
        "West-Vlaanderen", "Oost-Vlaanderen", "CS", "IT-CS",
    }
)  # fmt: skip
"""Other spellings of a listed answer, for who types them into a file."""


def _leaves(test: Test) -> Iterator[Test]:
    if not test.inner:
        yield test
    for inner in test.inner:
        yield from _leaves(inner)
