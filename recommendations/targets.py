"""Targets the enterprise sets itself: a level or a score in a dimension, by a day."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, Self

from pydantic import Field, model_validator

from assessment.base import Content, Id
from assessment.model import Level
from assessment.scorecard import ScoreCard

State = Literal["reached", "not-yet", "late", "not-known"]


class Target(Content):
    """A place to be at by a day: a level, or a score of 0-100. One of the two."""

    level: Id | None = None
    value: float | None = Field(default=None, ge=0, le=100)
    by: dt.date

    @model_validator(mode="after")
    def _one_place(self) -> Self:
        if (self.level is None) == (self.value is None):
            raise ValueError("a target names a level or a value")
        return self


@dataclass(frozen=True)
class Standing:
    """How one target stands. `goal` is 0-100."""

    dimension: str
    goal: float
    by: dt.date
    state: State


def standings(
    targets: Mapping[str, Target], levels: tuple[Level, ...], card: ScoreCard, on: dt.date
) -> dict[str, Standing]:
    """The targets of the dimensions of this card, in its order. The last day still counts.

    A target whose level is no longer one, or whose dimension is gone, is left out.
    """
    starts = {level.id: level.starts_at for level in levels}
    found = {}
    for name, score in card.dimensions.items():
        target = targets.get(name)
        goal = None if target is None else _goal(target, starts)
        if target is not None and goal is not None:
            state = _state(score.value, goal, target.by, on)
            found[name] = Standing(name, goal, target.by, state)
    return found


def _goal(target: Target, starts: Mapping[str, float]) -> float | None:
    return target.value if target.level is None else starts.get(target.level)


def _state(value: float | None, goal: float, by: dt.date, on: dt.date) -> State:
    if value is None:
        return "not-known"
    if value >= goal:
        return "reached"
    return "not-yet" if on <= by else "late"
