"""A checklist: an instrument answered by ticking items and grading rows (the two DMA forms).

Beside `assessment.model`, whose questions are answered by choosing one option. Positions of
items and rows are their order in the official form: never change it.
"""

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from assessment.base import Content, Id, Text

OfficialId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+([-_][a-z0-9]+)*$")]
"""An id given by the form we follow: underscores are allowed here only."""

Variant = Literal["exclude_negative", "naive_count", "negative_minus_one", "exclusive_zero"]
VARIANTS: tuple[Variant, ...] = (
    "exclude_negative",
    "naive_count",
    "negative_minus_one",
    "exclusive_zero",
)
"""The four ways seen in use to count an item that says something is missing; ours is the first."""


class Item(Content):
    """One thing to tick; `negative` when ticking it says that something is missing."""

    text: Text
    negative: bool = False


class _Asked(Content):
    id: OfficialId
    text: Text
    short: Text = Field(description="A few words for lists.")
    why_we_ask: Text
    plain_language: Text


class Ticks(_Asked):
    """Tick whatever is true: answered by the numbers of the items ticked, from 1."""

    kind: Literal["ticks"]
    items: tuple[Item, ...] = Field(min_length=1)

    @cached_property
    def negatives(self) -> frozenset[int]:
        """The numbers of the negative items."""
        return frozenset(n for n, item in enumerate(self.items, 1) if item.negative)

    @property
    def positives(self) -> int:
        """How many items say that something is in place."""
        return len(self.items) - len(self.negatives)

    @model_validator(mode="after")
    def _at_most_one_negative(self) -> Self:
        if len(self.negatives) > 1 or not self.positives:
            raise ValueError("at most one item is negative, and one at least is not")
        return self


class Scale(_Asked):
    """Grade each row: answered by one step a row, from 0; every row is asked for."""

    kind: Literal["scale"]
    steps: tuple[Text, ...] = Field(min_length=2, description="From 0 up, the best last.")
    rows: tuple[Text, ...] = Field(min_length=1)

    @property
    def top(self) -> int:
        """The best step."""
        return len(self.steps) - 1


Asked = Annotated[Ticks | Scale, Field(discriminator="kind")]


class Theme(Content):
    """One dimension of a checklist; all its questions weigh the same."""

    id: OfficialId
    title: Text
    short: Text = Field(description="At most 24 characters, for phones.")
    about: Text
    export_column: Text = Field(description="The column of the official result export.")
    questions: tuple[Asked, ...] = Field(min_length=1)


class Band(Content):
    """A level, up to and with this score."""

    id: OfficialId
    up_to: float = Field(gt=0, le=100)
    title: Text
    meaning: Text


class VariantWords(Content):
    """A way to count the negative item, in words."""

    id: Variant
    title: Text
    text: Text


class ExportNames(Content):
    """How the official result export names its sheet and its own columns."""

    sheet: Text
    name: Text
    id: Text


class Head(Content):
    """What a checklist says of itself, before its themes."""

    id: Id
    version: Text
    title: Text
    about: Text
    minutes: int = Field(gt=0)
    attribution: Text = Field(description="Where the structure comes from.")
    estimate: Text = Field(description="What this result is, and what it is not.")
    limits: tuple[Text, ...] = Field(min_length=1)
    mixed: Text | None = Field(
        default=None, description="Said when the negative item is ticked with others."
    )
    levels: tuple[Band, ...] = Field(min_length=1)
    variants: tuple[VariantWords, ...] = ()
    export: ExportNames

    @model_validator(mode="after")
    def _levels_rise_to_100(self) -> Self:
        ends = [level.up_to for level in self.levels]
        if ends != sorted(set(ends)) or ends[-1] != 100:
            raise ValueError("levels rise and end at 100")
        if self.variants and tuple(one.id for one in self.variants) != VARIANTS:
            raise ValueError(f"'variants' lists {', '.join(VARIANTS)}, in this order")
        return self


class Checklist(Head):
    """A whole checklist in one language."""

    dimensions: tuple[Theme, ...] = Field(min_length=1)

    def questions(self) -> Iterator[Ticks | Scale]:
        """Every question, in the order it is asked."""
        for dimension in self.dimensions:
            yield from dimension.questions

    @cached_property
    def _by_id(self) -> dict[str, Ticks | Scale]:
        return {question.id: question for question in self.questions()}

    def question(self, question_id: str) -> Ticks | Scale:
        """The question of this id; KeyError when there is none."""
        return self._by_id[question_id]

    def level(self, level_id: str) -> Band:
        """The level of this id; KeyError when there is none."""
        return {level.id: level for level in self.levels}[level_id]

    @model_validator(mode="after")
    def _ids_are_unique(self) -> Self:
        ids = [question.id for question in self.questions()]
        twice = sorted({i for i in ids if ids.count(i) > 1})
        if twice:
            raise ValueError(f"the question id {twice[0]!r} stands twice")
        has_negative = any(isinstance(q, Ticks) and q.negatives for q in self.questions())
        if has_negative != bool(self.variants and self.mixed):
            raise ValueError("a negative item comes with 'variants' and 'mixed', and only then")
        return self
