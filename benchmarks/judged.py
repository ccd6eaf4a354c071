"""Judged queries: what people type, and the entries expected among the first five answers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import Field, TypeAdapter

from assessment.base import Content, Id, Text
from content.nodes import Tree

FOLDER = Path(__file__).parents[1] / "tests" / "cases" / "search"
FILES = ("queries.yaml", "outsiders.yaml")

FIRST = 5
"""Answers shown at once: what is lower is not read."""

Split = Literal["tuned", "held_out", "outsider"]
"""`outsider`: by somebody who had read the catalogue, but neither the thesaurus nor the search."""


class Judged(Content):
    """One query, the reader's language and place, and what a good adviser would want first."""

    query: Text
    language: str
    about: Text = Field(description="What makes it hard.")
    territory: str | None = None
    expect: tuple[Id, ...] = Field(min_length=1)
    split: Split = "outsider"


@dataclass(frozen=True)
class Quality:
    """How well queries are answered; three shares between 0 and 1.

    `recall`: expected entries among the first five, out of as many as could stand there;
    `hit`: queries with at least one; `mrr`: mean of 1 / rank of the first expected, 0 past five.
    """

    recall: float
    hit: float
    mrr: float


Search = Callable[[Judged], Sequence[str]]
"""The ids found for a query, best first."""


@cache
def judged() -> tuple[Judged, ...]:
    """All judged queries, in the order of the files; ValidationError when one is wrong."""
    listed = [one for name in FILES for one in Tree.read(FOLDER / name).value["queries"]]
    return TypeAdapter(tuple[Judged, ...]).validate_python(listed)


def part(split: Split, language: str | None = None) -> tuple[Judged, ...]:
    """The queries of one part, in one language or in all."""
    return tuple(one for one in judged() if one.split == split and language in (None, one.language))


def quality(queries: Sequence[Judged], search: Search) -> Quality:
    """The means over these queries, of which there is at least one."""
    found = [(one, list(search(one))[:FIRST]) for one in queries]
    recalls = [recall(one, first) for one, first in found]
    ranks = [_reciprocal(one, first) for one, first in found]
    count = len(queries)
    return Quality(sum(recalls) / count, sum(map(bool, ranks)) / count, sum(ranks) / count)


def recall(one: Judged, first: Sequence[str]) -> float:
    """The share of expected entries among the first five, out of as many as could be."""
    return len(set(one.expect) & set(first)) / min(FIRST, len(one.expect))


def _reciprocal(one: Judged, first: Sequence[str]) -> float:
    ranks = [place for place, found in enumerate(first, start=1) if found in one.expect]
    return 1 / ranks[0] if ranks else 0.0
