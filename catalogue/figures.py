"""Published figures: context in words beside a result, never drawn on our own scale."""

import csv
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, ValidationError

from assessment.base import Content, Id, Text
from content.errors import ContentError, Problem
from content.loader import load

HERE = Path(__file__).parent / "figures"

AsPublished = Annotated[str, StringConstraints(pattern=r"^[~<>]?\d+$")]
"""A number of answers as the source gives it: '2776', '~2500', '>1000'."""

Quoted = Literal[
    "overall",
    "strategy",
    "governance",
    "people",
    "tools",
    "services",
    "communication",
    "data-security",
    "responsible-digital",
]


class Figure(Content):
    """One number of one survey. An empty cell is None: it was not seen."""

    id: Id
    instrument: Text
    population: Text
    country_or_region: Text
    year: str | None = Field(default=None, pattern=r"^\d{4}(-\d{4})?$")
    n: AsPublished | None = Field(default=None, description="Answers behind it.")
    dimension: Text = Field(description="The survey's own theme, not one of ours.")
    statistic: Text
    value: Decimal = Field(allow_inf_nan=False)
    unit: Text
    source_url: str = Field(pattern=r"^https?://")


class Quote(Content):
    """A figure a result page may mention, and the sentence it says."""

    figure: Id
    sentence: Text


class QuoteFile(Content):
    """What may be quoted beside each of our dimensions, and beside the whole."""

    quotes: dict[Quoted, tuple[Quote, ...]]


@dataclass(frozen=True)
class QuotedFigure:
    """A sentence in the reader's language with the figure it rests on."""

    sentence: str
    figure: Figure


@cache
def read_figures() -> tuple[Figure, ...]:
    """Every published figure, in file order; ContentError names each bad line."""
    return parse_figures(HERE / "figures.csv")


def parse_figures(path: Path) -> tuple[Figure, ...]:
    """The figures of a CSV file (UTF-8, header, columns of Figure).

    Raises ContentError with every problem of the file, each with its line.
    """
    figures: list[Figure] = []
    problems: list[Problem] = []
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        for row in rows:
            try:
                figures.append(_figure(row))
            except ValidationError as error:
                problems.extend(_explain(path, rows.line_num, error))
    times = Counter(figure.id for figure in figures)
    twice = [name for name, count in times.items() if count > 1]
    problems.extend(Problem(path.name, 1, name, "this id is used twice") for name in twice)
    if problems:
        raise ContentError(problems)
    return tuple(figures)


@cache
def figures_for(dimension_id: str, language: str) -> tuple[QuotedFigure, ...]:
    """What may be quoted beside this dimension, or beside 'overall'; empty when nothing is."""
    known = {figure.id: figure for figure in read_figures()}
    quotes = read_quotes(language).quotes
    return tuple(
        QuotedFigure(quote.sentence, known[quote.figure])
        for theme, listed in quotes.items()
        if theme == dimension_id
        for quote in listed
        if quote.figure in known
    )


@cache
def read_quotes(language: str) -> QuoteFile:
    """The sentences of quotable.yaml in this language; ContentError holds every problem."""
    return load(HERE / "quotable.yaml", QuoteFile, language)


def check_figures(language: str) -> tuple[str, ...]:
    """Quotes that rest on no known figure, one sentence each."""
    known = {figure.id for figure in read_figures()}
    return tuple(
        f"catalogue: '{theme}' quotes the unknown figure '{quote.figure}'"
        for theme, listed in read_quotes(language).quotes.items()
        for quote in listed
        if quote.figure not in known
    )


def _figure(row: dict[str, str]) -> Figure:
    return Figure.model_validate(
        {key or "extra cells": value or None for key, value in row.items()}
    )


def _explain(path: Path, line: int, error: ValidationError) -> list[Problem]:
    return [
        Problem(path.name, line, str(detail["loc"][0]), detail["msg"]) for detail in error.errors()
    ]
