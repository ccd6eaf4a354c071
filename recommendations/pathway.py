"""Which path fits a result: six named pathways, the first whose rule matches.

The rules are data (pathways.yaml); the figures that decided are returned with the pathway,
so that the screen can show them. Source of the rules: the content brief, section Pathways.
"""

from typing import Literal

from pydantic import Field

from assessment.base import Content, Id, Text
from recommendations.action import Need


class Rule(Content):
    """What must hold, all together; an empty rule always holds. Scores 0-100, coverage 0-1."""

    coverage_below: float | None = Field(default=None, gt=0, le=1)
    floor_missing_at_least: int | None = Field(default=None, ge=1, le=5)
    at_lowest_option: tuple[Id, ...] = Field(
        default=(), description="One of these questions is answered with its lowest option."
    )
    overall_at_least: float | None = Field(default=None, ge=0, le=100)
    floor_complete: bool = False
    dimensions_at_least: dict[Id, float] = {}
    lowest_dimension_among: tuple[Id, ...] = Field(
        default=(), description="The lowest dimension is one of these, below all others."
    )


class Opening(Content):
    """The first words, by how the leader sees digital; 'default' when nothing was said."""

    default: Text
    convinced: Text
    utilitarian: Text
    sceptical: Text


class Pathway(Content):
    """A named path: its rule, its words, its first actions, its themes and funding phases."""

    id: Id
    title: Text
    promise: Text = Field(description="One sentence: what this path gives.")
    rule: Rule
    because: Text = Field(
        description="Why it was chosen; may hold {coverage}, {floor_missing}, {questions}, "
        "{overall}, {lowest}, {threshold}."
    )
    opening: Opening
    first_actions: tuple[Id, ...] = Field(min_length=1, description="In order.")
    finds_out: bool = Field(
        default=False,
        description="Its first actions are taken even where their effect is already there: "
        "they are there to learn more.",
    )
    first_step_small: Text = Field(
        description="The smallest version of the first step, for a sceptical leader."
    )
    themes: tuple[Id, ...] = Field(min_length=8, description="The eight dimensions, in order.")
    funding_phases: tuple[Need, ...] = Field(min_length=1, description="Funding needs, in order.")
    funding_note: Text = Field(description="What to fund first on this path, and why.")


class PathwayFile(Content):
    """The pathways, in the order they are tried."""

    pathways: tuple[Pathway, ...] = Field(min_length=1)


LeaderView = Literal["convinced", "utilitarian", "sceptical"]
