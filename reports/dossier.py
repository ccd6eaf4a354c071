"""The dossier: everything there is to show about one assessment, frozen.

Screens, charts, reports, command line and storage all read it, so they cannot disagree.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from assessment.answers import Answers
from assessment.consistency import Check
from assessment.explanation import Line
from assessment.floor import Floor
from assessment.guided import Guided
from assessment.model import Dimension, FloorPoint, Option, Question
from assessment.profile import Profile
from assessment.scorecard import Form, ScoreCard
from catalogue.entries import Hit
from catalogue.suggest import Help
from recommendations.action import Action
from recommendations.carried import Carried
from recommendations.choice import Chosen
from recommendations.eligibility import Match
from recommendations.proposals import Funding
from recommendations.reviews import Review
from recommendations.roadmap import Roadmap, Step
from recommendations.targets import Target
from recommendations.wishes import Means, Wishes
from reports.library import Library

Stage = Literal["T0", "T1", "T2"]


@dataclass(frozen=True)
class Sheet:
    """What the enterprise gave: answers, profile, wishes, notes. Ids, and no prose but its own.

    `ident` tells this assessment from another and `changed` when it was last changed, where it
    is kept somewhere: neither changes what is advised.
    """

    answers: Answers
    date: dt.date
    form: Form = "core"
    stage: Stage = "T0"
    profile: Profile = field(default_factory=Profile)
    worry: str = ""
    means: Means = field(default_factory=Means)
    wishes: Wishes = field(default_factory=Wishes)
    ident: str = ""
    changed: dt.datetime | None = None
    carried: Mapping[str, Carried] = field(default_factory=dict)
    """Project id to what is written on its sheet. It changes no plan."""
    targets: Mapping[str, Target] = field(default_factory=dict)
    """Dimension id to what the enterprise aims at. It changes no plan."""
    reviews: Mapping[Review, dt.date] = field(default_factory=dict)
    """The days chosen to take the assessment again."""
    taken: dt.date | None = None
    """The day of its last answer, where it is kept somewhere."""
    guided: Guided = field(default_factory=Guided)
    """What an adviser added, marked as hers. It changes nothing that is computed."""


@dataclass(frozen=True)
class Strength:
    """Something that already works, and the answer that says so."""

    dimension: Dimension
    question: Question
    option: Option


@dataclass(frozen=True)
class ProjectSheet:
    """One project of the roadmap with what helps to do it and to pay for it."""

    step: Step
    funding: Funding
    help: Help


@dataclass(frozen=True)
class FindOut:
    """A question still open, and a floor point it would settle."""

    question: Question
    dimension: Dimension
    floor_point: FloorPoint | None


@dataclass(frozen=True)
class Dossier:
    """One assessment on one date in one language.

    `first_action` is what to do first; `contact` the one network to call.
    """

    on: dt.date
    language: str
    sheet: Sheet
    library: Library
    card: ScoreCard
    lines: tuple[Line, ...]
    floor: Floor
    chosen: Chosen
    roadmap: Roadmap
    projects: tuple[ProjectSheet, ...]
    matches: tuple[Match, ...]
    strength: Strength | None
    find_out: tuple[FindOut, ...]
    first_action: Action
    contact: Hit | None
    refined_lines: tuple[Line, ...] = ()
    """Core and deep-dive lines of the dimensions whose deep dive is opened."""
    contradictions: tuple[Check, ...] = ()
    """Answers to read again together, if one wants to."""

    @property
    def name(self) -> str:
        """The organisation's own name, or an empty text."""
        return self.sheet.profile.enterprise.name or ""

    @property
    def territory(self) -> str | None:
        """Where it is: its region, or its country."""
        enterprise = self.sheet.profile.enterprise
        return enterprise.region or enterprise.country
