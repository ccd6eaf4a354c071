"""Job sheets: what a role does, how long it takes, who could hold it, how to tell it is missing."""

from functools import lru_cache
from pathlib import Path
from typing import Self

from pydantic import Field, model_validator

from assessment.answers import Answers
from assessment.base import Content, Text
from assessment.consistency import Condition
from content.loader import load
from recommendations.action import Action, Role, Topic

JOB_SHEETS = Path(__file__).parent / "job_sheets.yaml"


class HoursPerMonth(Content):
    """Hours a month, both bounds included."""

    min: float = Field(ge=0)
    max: float = Field(ge=0)

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.min > self.max:
            raise ValueError("'min' is above 'max'")
        return self


class WhoCould(Content):
    """The four ways to hold a role, each in a sentence."""

    staff: Text
    volunteer: Text
    pooled: Text
    supplier: Text


class JobSheet(Content):
    """One role on half a page."""

    id: Role
    title: Text
    purpose: Text
    tasks: tuple[Text, ...] = Field(min_length=3, max_length=5)
    hours_per_month: HoursPerMonth
    who_could: WhoCould
    first_week: Text
    missing_when: tuple[Condition, ...] = Field(
        default=(), description="The role is missing when any of these holds."
    )
    topics: tuple[Topic, ...] = ()


class JobSheetFile(Content):
    """The job sheets, as their file holds them."""

    job_sheets: tuple[JobSheet, ...]


@lru_cache(maxsize=8)
def read_job_sheets(language: str) -> tuple[JobSheet, ...]:
    """Every job sheet in this language; ContentError with every problem of the file."""
    return load(JOB_SHEETS, JobSheetFile, language).job_sheets


def roles_of(actions: tuple[Action, ...]) -> tuple[Role, ...]:
    """The roles these actions need, each once, the main ones first."""
    width = max((len(action.roles) for action in actions), default=0)
    ranked = [a.roles[place] for place in range(width) for a in actions if place < len(a.roles)]
    return tuple(dict.fromkeys(ranked))


def missing(
    sheets: dict[Role, JobSheet], roles: tuple[Role, ...], answers: Answers
) -> tuple[JobSheet, ...]:
    """The sheets of the roles that a known answer says nobody holds; never for an unknown."""
    wanted = (sheets[role] for role in roles if role in sheets)
    return tuple(s for s in wanted if any(c.holds(answers) for c in s.missing_when))
