"""What we measure: a questionnaire, its dimensions, questions, options and levels."""

from collections.abc import Iterator
from functools import cached_property
from typing import Literal, Self

from pydantic import Field, model_validator

from assessment.base import Content, Id, Text
from assessment.consistency import Check

FloorPoint = Literal["backup", "two-factor", "updates", "leavers", "incident-contact"]
FLOOR_POINTS: tuple[FloorPoint, ...] = (
    "backup",
    "two-factor",
    "updates",
    "leavers",
    "incident-contact",
)
Axis = Literal["infrastructure", "organisation", "processes", "strategy"]
Principle = Literal[
    "governance", "ethical-values", "community-benefit", "ecology", "economic-sustainability"
]


class Option(Content):
    """One observable situation, from starting point to most advanced."""

    id: Id
    points: int = Field(ge=0)
    text: Text
    floor: Literal["present", "absent"] | None = Field(
        default=None, description="What this answer proves about the question's floor point."
    )
    retired: bool = Field(
        default=False, description="No longer offered; whoever chose it keeps it and its points."
    )


class Tags(Content):
    """Where a question stands in other frameworks, for the readings of a result."""

    axis: Axis = Field(description="Walloon axis (Digital Wallonia barometer).")
    principle: Principle = Field(description="One of ASEC's five SSE principles.")
    eu_area: int = Field(ge=1, le=14, description="EU transition pathway action area.")
    digcomp: str | None = Field(
        default=None, pattern=r"^[1-5]\.[1-6]$", description="DigComp 3.0 competence."
    )


class Question(Content):
    """One observable fact we ask about, and everything said around it."""

    id: Id
    kind: Literal["choice"] = "choice"
    weight: int = Field(default=1, ge=1)
    scored: bool = True
    may_not_apply: bool = Field(
        default=False, description="The author allows 'does not apply' on screen."
    )
    floor: FloorPoint | None = None
    text: Text
    short: Text = Field(description="A few words for lists: 'Restored backup'.")
    why_we_ask: Text
    plain_language: Text
    who_might_know: Text
    proof: Text = Field(description="What would settle the answer; for advisers.")
    adviser_hint: Text
    options: tuple[Option, ...] = Field(min_length=2)
    tags: Tags | None = None

    @property
    def best(self) -> int:
        """Points of the most advanced option."""
        return max(option.points for option in self.options)

    @cached_property
    def positions(self) -> dict[str, int]:
        """Option id to its place in the list."""
        return {option.id: place for place, option in enumerate(self.options)}

    def option(self, option_id: str) -> Option:
        """The option of this id; KeyError when there is none."""
        return self.options[self.positions[option_id]]

    @model_validator(mode="after")
    def _options_are_ranked(self) -> Self:
        points = [option.points for option in self.options]
        if len({option.id for option in self.options}) < len(points):
            raise ValueError("two options have the same id")
        if self.scored and (points != sorted(points) or points[0] != 0 or points[-1] == 0):
            raise ValueError("list the options from least to most advanced, from 0 points up")
        if self.scored and self.tags is None:
            raise ValueError("a scored question carries tags")
        if (self.floor is not None) != any(option.floor for option in self.options):
            raise ValueError("'floor' stands on the question and on its options, or on neither")
        return self


class Dimension(Content):
    """One of the themes a score is given for."""

    id: Id
    title: Text
    short: Text = Field(description="At most 24 characters, for charts and phones.")
    about: Text = Field(description="One sentence: what this dimension looks at.")
    good_news: Text = Field(description="One sentence for a true strength in this dimension.")
    questions: tuple[Question, ...] = Field(min_length=1)
    retired: tuple[Question, ...] = Field(
        default=(), description="No longer asked nor scored; kept so that old answers are read."
    )


class DeepDive(Content):
    """More questions on one dimension, opened when somebody wants to; never in the core score."""

    dimension: Id
    intro: Text = Field(description="One sentence: what these questions look at.")
    minutes: int = Field(gt=0)
    questions: tuple[Question, ...] = Field(min_length=1)
    retired: tuple[Question, ...] = ()

    @model_validator(mode="after")
    def _are_scored_and_lay_no_floor(self) -> Self:
        for question in self.questions:
            if question.floor is not None or not question.scored:
                raise ValueError(
                    f"the deep-dive question {question.id!r} is scored and settles no floor point"
                )
        return self


class Level(Content):
    """A named place on the path, from this score up."""

    id: Id
    starts_at: float = Field(ge=0, le=100)
    title: Text
    meaning: Text


class Questionnaire(Content):
    """An instrument: its version, its dimensions in order, its levels, its flash subset.

    `deep_dives` stand apart, at most one a dimension; `checks` name answers that do not go
    well together.
    """

    id: Id
    version: Text
    title: Text
    minutes: int = Field(gt=0)
    flash_minutes: int = Field(gt=0)
    levels: tuple[Level, ...] = Field(min_length=1)
    flash: tuple[Id, ...]
    dimensions: tuple[Dimension, ...] = Field(min_length=1)
    deep_dives: tuple[DeepDive, ...] = ()
    checks: tuple[Check, ...] = ()

    def questions(self) -> Iterator[Question]:
        """Every core question, in the order it is asked."""
        for dimension in self.dimensions:
            yield from dimension.questions

    def all_questions(self) -> Iterator[Question]:
        """Every core question, then those of the deep dives."""
        yield from self.questions()
        for dive in self.deep_dives:
            yield from dive.questions

    def known_questions(self) -> Iterator[Question]:
        """Every question an answer may name: those asked, then those retired."""
        yield from self.all_questions()
        for dimension in self.dimensions:
            yield from dimension.retired
        for dive in self.deep_dives:
            yield from dive.retired

    @cached_property
    def _by_id(self) -> dict[str, tuple[Question, Dimension]]:
        known = {q.id: (q, d) for d in self.dimensions for q in (*d.questions, *d.retired)}
        for dive in self.deep_dives:
            dimension = self.dimension(dive.dimension)
            known.update({q.id: (q, dimension) for q in (*dive.questions, *dive.retired)})
        return known

    @cached_property
    def _dives(self) -> dict[str, DeepDive]:
        return {dive.dimension: dive for dive in self.deep_dives}

    @cached_property
    def _dive_of(self) -> dict[str, DeepDive]:
        return {q.id: dive for dive in self.deep_dives for q in dive.questions}

    def deep_dive(self, dimension_id: str) -> DeepDive | None:
        """The deep dive of this dimension; None when it has none."""
        return self._dives.get(dimension_id)

    def deep_dive_of(self, question_id: str) -> DeepDive | None:
        """The deep dive that asks this question; None for a core question."""
        return self._dive_of.get(question_id)

    def question(self, question_id: str) -> Question:
        """The question of this id, core or deep dive; KeyError when there is none."""
        return self._by_id[question_id][0]

    def dimension_of(self, question_id: str) -> Dimension:
        """The dimension that asks this question; KeyError when none does."""
        return self._by_id[question_id][1]

    def dimension(self, dimension_id: str) -> Dimension:
        """The dimension of this id; KeyError when there is none."""
        for dimension in self.dimensions:
            if dimension.id == dimension_id:
                return dimension
        raise KeyError(dimension_id)

    @model_validator(mode="after")
    def _ids_are_unique_and_flash_exists(self) -> Self:
        ids = [question.id for question in self.known_questions()]
        twice = sorted({i for i in ids if ids.count(i) > 1})
        if twice:
            raise ValueError(f"the question id {twice[0]!r} stands twice")
        dived = [dive.dimension for dive in self.deep_dives]
        if len(set(dived)) < len(dived) or not {d.id for d in self.dimensions}.issuperset(dived):
            raise ValueError("a deep dive is about one of the dimensions, and only one is")
        core = {question.id for question in self.questions()}
        missing = [i for i in self.flash if i not in core]
        if missing:
            raise ValueError(f"'flash' names {missing[0]!r}, which no dimension asks")
        starts = [level.starts_at for level in self.levels]
        if starts != sorted(set(starts)) or starts[0] != 0:
            raise ValueError("levels start at 0 and rise")
        return self
