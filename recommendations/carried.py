"""What an enterprise writes about a project of its own: who, for whom, how far, what it costs."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from assessment.base import Content
from assessment.profile import Money
from recommendations.action import Action
from recommendations.projects import Project
from recommendations.specification import Specification

State = Literal["not-started", "in-progress", "done"]
STATES: tuple[State, ...] = ("not-started", "in-progress", "done")

Phase = Literal["initialise", "needs", "choice", "test", "implement", "last"]
PHASES: tuple[Phase, ...] = ("initialise", "needs", "choice", "test", "implement", "last")
"""The six phases of a digital project, in DigitalEES's order."""

Group = Literal["staff", "volunteers", "members", "public"]
GROUPS: tuple[Group, ...] = ("staff", "volunteers", "members", "public")
"""Who may use what the project brings."""

LINE, NOTES, ADDRESS = 200, 4000, 1000
"""Most characters of a line, of the notes, of an address of the web."""

YEARS = 3
"""A purchase is looked at over so many years."""

_CHOSEN = frozenset(PHASES[PHASES.index("choice") :])

Line = Annotated[str, StringConstraints(max_length=LINE)]
Notes = Annotated[str, StringConstraints(max_length=NOTES)]
PartId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+\.([a-z]+|[1-9])$", max_length=120)]

Caution = Literal["no-sponsor", "one-person", "asked-late"]


class Carried(Content):
    """One project as its enterprise follows it. Empty and None: nothing was said yet.

    `done` names parts of actions (see `parts`); `asked`: the future users were asked what they
    need. Costs are euros excluding tax: None is not known, which is not zero. `did`, `since`,
    `proof` and `address` say what was done, from which day, and what shows it.
    """

    state: State | None = None
    done: tuple[PartId, ...] = Field(default=(), max_length=100)
    sponsor: Line = ""
    carrier: Line = ""
    stand_in: Line = ""
    groups: tuple[Group, ...] = Field(default=(), max_length=len(GROUPS))
    users: Line = ""
    asked: bool = False
    purchase: Money | None = None
    yearly: Money | None = None
    notes: Notes = ""
    did: Notes = ""
    since: dt.date | None = None
    proof: Line = ""
    address: Annotated[str, StringConstraints(max_length=ADDRESS)] = ""
    specification: Specification = Specification()

    @property
    def over_years(self) -> Decimal | None:
        """Purchase and running costs over three years; None while one of them is not known."""
        if self.purchase is None or self.yearly is None:
            return None
        return self.purchase + YEARS * self.yearly

    @property
    def evidenced(self) -> bool:
        """Whether anything shows what was done."""
        return bool(self.proof.strip() or self.address.strip())

    def ticked(self, part: str, *, so: bool) -> "Carried":
        """The same with this part done, or not done any more."""
        others = tuple(one for one in self.done if one != part)
        return self.model_copy(update={"done": (*others, part) if so else others})


@dataclass(frozen=True)
class Part:
    """What one ticks: a phase of a long action with what it holds, or a step of a short one.

    `phase` is None for a step. `id` names the action too: it stays the same in a bundle.
    """

    id: str
    phase: Phase | None
    lines: tuple[str, ...]


def parts(action: Action) -> tuple[Part, ...]:
    """The six phases of a long action, the three steps of a short one."""
    if action.phases is None:
        return tuple(
            Part(f"{action.id}.{number}", None, (step,))
            for number, step in enumerate(action.steps or (), 1)
        )
    return tuple(Part(f"{action.id}.{name}", name, getattr(action.phases, name)) for name in PHASES)


def progress(project: Project, carried: Carried) -> tuple[int, int]:
    """How many parts of the project are done, and how many it has."""
    ids = [part.id for action in project.actions for part in parts(action)]
    return sum(one in carried.done for one in ids), len(ids)


def cautions(project: Project, carried: Carried) -> tuple[Caution, ...]:
    """What to look at, where something was said that calls for it.

    A sponsor is asked of projects in phases only; one person alone, of every project.
    """
    long = any(action.phases is not None for action in project.actions)
    started = bool(carried.done) or carried.state == "in-progress"
    chosen = any(one.partition(".")[2] in _CHOSEN for one in carried.done)
    found: tuple[tuple[Caution, bool], ...] = (
        ("no-sponsor", long and started and not carried.sponsor),
        ("one-person", bool(carried.carrier) and not carried.stand_in),
        ("asked-late", chosen and not carried.asked),
    )
    return tuple(name for name, holds in found if holds)
