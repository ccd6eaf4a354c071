"""The lists of the profile screen: places, and the legal forms and approvals of each country."""

from collections import Counter
from functools import lru_cache
from pathlib import Path

from pydantic import Field

from assessment.base import Content, Text
from content.loader import load

HERE = Path(__file__).parent


class Place(Content):
    """A country, or a region of one."""

    id: str
    country: str
    label: Text


class Choice(Content):
    """A legal form or an approval, and the countries that know it."""

    id: str
    countries: tuple[str, ...] = Field(min_length=1)
    label: Text


class Choices(Content):
    """Everything one can choose, in one language."""

    places: tuple[Place, ...]
    forms: tuple[Choice, ...]
    accreditations: tuple[Choice, ...]

    def place(self, place_id: str | None) -> Place | None:
        """The place of this id, if it is one of ours."""
        return next((place for place in self.places if place.id == place_id), None)


@lru_cache
def read_choices(language: str) -> Choices:
    """The lists in this language; ContentError when the file is wrong."""
    return load(HERE / "choices.yaml", Choices, language)


def of_country(choices: tuple[Choice, ...], country: str | None) -> tuple[Choice, ...]:
    """Those of a country; without one, all of them, no two with the same label.

    Streamlit sends the label back: two choices that read the same would be taken for each other.
    """
    if country is not None:
        return tuple(c for c in choices if country in c.countries)
    times = Counter(c.label for c in choices)
    return tuple(c if times[c.label] == 1 else _with_country(c) for c in choices)


def _with_country(choice: Choice) -> Choice:
    return choice.model_copy(update={"label": f"{choice.label} ({', '.join(choice.countries)})"})
