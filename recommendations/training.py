"""What a team can learn together first: suggestions for each area of the team's skills."""

from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path

from pydantic import Field

from assessment.base import Content, Id, Text
from content.languages import AUTHORS
from content.loader import load

FILE = Path(__file__).with_name("training.yaml")


class Training(Content):
    """How to learn one area together."""

    area: Id = Field(description="A dimension of the team-skills instrument.")
    together: Text = Field(description="An hour among colleagues, in two or three sentences.")
    resources: tuple[Id, ...] = Field(min_length=1, description="Free ones of the catalogue.")
    actions: tuple[Id, ...] = Field(min_length=1)


class TrainingFile(Content):
    """The file of all suggestions."""

    training: tuple[Training, ...] = Field(min_length=1)


@lru_cache(maxsize=8)
def read_training(language: str) -> tuple[Training, ...]:
    """One suggestion an area, in this language; ContentError with every problem of the file."""
    return load(FILE, TrainingFile, language).training


def check_training(
    training: tuple[Training, ...],
    areas: Collection[str],
    actions: Collection[str],
    free_resources: Mapping[str, tuple[str, ...]],
) -> Iterator[str]:
    """What is wrong between suggestions, areas, actions and free resources (id to languages)."""
    named = [each.area for each in training]
    for area in areas:
        if named.count(area) != 1:
            yield f"{FILE.name}: the area '{area}' has {named.count(area)} suggestions: write one"
    for each in training:
        place = f"{FILE.name}: training[{each.area}]"
        yield from _unknown(place, "area", (each.area,), areas)
        yield from _unknown(place, "action", each.actions, actions)
        yield from _unknown(place, "free resource", each.resources, free_resources)
        spoken = {code for one in each.resources for code in free_resources.get(one, ())}
        for code in AUTHORS:
            if code not in spoken:
                yield f"{place} > resources: none in '{code}': add one"


def _unknown(
    place: str, what: str, named: tuple[str, ...], known: Collection[str]
) -> Iterator[str]:
    for name in named:
        if name not in known:
            yield f"{place}: '{name}' is no {what}{_near(name, known)}"


def _near(given: str, known: Collection[str]) -> str:
    near = get_close_matches(given, list(known), 1, 0.5)
    return f"; did you mean '{near[0]}'?" if near else ""
