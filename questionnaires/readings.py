"""The other frameworks the same answers are read along: names and groups, in readings.yaml."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from pydantic import Field

from assessment.base import Content, Text
from assessment.model import Questionnaire
from assessment.scorecard import READINGS, schemes
from content.loader import load

FILE = Path(__file__).parent / "readings.yaml"


class Group(Content):
    """One axis, principle or area; `id` is the tag's value."""

    id: str
    title: Text


class Reading(Content):
    """One framework: where it comes from, whose reading it is, its groups in order."""

    id: str
    title: Text
    about: Text
    groups: tuple[Group, ...] = Field(min_length=2)

    def group(self, group_id: str) -> Group:
        """The group of this id; KeyError when there is none."""
        for group in self.groups:
            if group.id == group_id:
                return group
        raise KeyError(group_id)


class ReadingFile(Content):
    """The readings in the order they are shown."""

    readings: tuple[Reading, ...]


@lru_cache(maxsize=8)
def read_readings(language: str) -> tuple[Reading, ...]:
    """Every reading in this language; ContentError with every problem of the file."""
    return load(FILE, ReadingFile, language).readings


def check_readings(readings: tuple[Reading, ...], questionnaire: Questionnaire) -> Iterator[str]:
    """Readings and groups that have no words here; one sentence each."""
    known = {reading.id: {group.id for group in reading.groups} for reading in readings}
    for name in READINGS:
        if name not in known:
            yield f"questionnaires/readings.yaml\n  the reading '{name}' is missing"
            continue
        for group in schemes(questionnaire, "core").readings[name].groups:
            if group not in known[name]:
                yield f"questionnaires/readings.yaml\n  readings[{name}]: '{group}' has no title"
