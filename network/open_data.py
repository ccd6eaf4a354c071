"""A frozen aggregate as open data: one figure a line, and what each column means.

A figure that is hidden has a line too, with an empty value and the status 'suppressed': a reader
of the file sees that something stands there, and why it is not shown.
"""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from pydantic import Field

from assessment.base import Content, Text
from content.loader import load
from network.aggregate import Aggregate, Cell, Picture

COLUMNS = (
    "closed_on",
    "instrument",
    "version",
    "subject",
    "grouping",
    "group",
    "measure",
    "value",
    "status",
)
FILE = Path(__file__).with_name("open_data.yaml")
# Spreadsheets of half of Europe part cells at semicolons, whatever the file says.
_FORMULA = re.compile(r"(^|[;|])(?=\s*[=+\-@＝＋－＠])")
_UNPRINTED = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


class ColumnMeaning(Content):
    """One column of the file."""

    column: str
    meaning: Text
    values: Text


class Dictionary(Content):
    """The columns, and the rules of what is hidden."""

    columns: tuple[ColumnMeaning, ...] = Field(min_length=len(COLUMNS), max_length=len(COLUMNS))
    rules: tuple[Text, ...] = Field(min_length=1)


@dataclass(frozen=True)
class About:
    """What the figures are of. `levels` are ids; own questions give their text and options."""

    closed_on: str
    instrument: str
    version: str
    levels: Sequence[str]
    options: Mapping[str, Sequence[str]]
    titles: Mapping[str, str]


@lru_cache(maxsize=8)
def read_dictionary(language: str) -> Dictionary:
    """The data dictionary in this language; ContentError when the file is wrong."""
    return load(FILE, Dictionary, language)


def open_data(aggregate: Aggregate, about: About) -> str:
    """The whole aggregate as CSV, RFC 4180; no name and no member in it."""
    fixed = (about.closed_on, about.instrument, about.version)
    return as_csv(COLUMNS, ((*fixed, *row) for row in _rows(aggregate, about)))


def data_dictionary(language: str) -> str:
    """What each column means, then the rules of suppression, as CSV."""
    words = read_dictionary(language)
    rows = [(one.column, one.meaning, one.values) for one in words.columns]
    return as_csv(
        ("column", "meaning", "values"), [*rows, *(("", rule, "") for rule in words.rules)]
    )


def as_csv(
    head: Sequence[str], rows: Iterator[Sequence[object]] | Sequence[Sequence[object]]
) -> str:
    """Rows as CSV, one line each.

    Wherever a spreadsheet would begin a formula, however it parts the cells, an apostrophe stands.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([_safe(value) for value in row] for row in rows)
    return out.getvalue()


def _safe(value: object) -> object:
    if not isinstance(value, str):
        return value
    return _FORMULA.sub(r"\1'", _UNPRINTED.sub(" ", value))


def _rows(aggregate: Aggregate, about: About) -> Iterator[tuple[object, ...]]:
    told = aggregate.participation
    for measure in ("invited", "joined", "complete"):
        yield ("participation", "whole", "", measure, *_told(getattr(told, measure)))
    for picture in aggregate.dimensions:
        yield from _picture(picture, "level", about.levels)
    for picture in aggregate.questions:
        options, title = about.options[picture.subject], about.titles[picture.subject]
        yield from _picture(replace(picture, subject=title), "option", options)


def _picture(picture: Picture, kind: str, names: Sequence[str]) -> Iterator[tuple[object, ...]]:
    if picture.whole is None:
        yield (picture.subject, "whole", "", "members", *_told(None))
    else:
        yield from _cell(picture.subject, "whole", picture.whole, kind, names)
    for grouping, cells in picture.groups.items():
        for cell in cells:
            yield from _cell(picture.subject, grouping, cell, kind, names)
    for grouping, labels in picture.hidden.items():
        for label in labels:
            yield (picture.subject, grouping, label, "members", *_told(None))


def _cell(
    subject: str, grouping: str, cell: Cell, kind: str, names: Sequence[str]
) -> Iterator[tuple[object, ...]]:
    yield (subject, grouping, cell.group, "members", *_told(cell.n))
    if cell.quantiles is not None:
        for measure in ("p25", "median", "p75"):
            value = getattr(cell.quantiles, measure)
            yield (subject, grouping, cell.group, measure, *_told(value))
    counts = cell.counts if cell.counts is not None else (None,) * len(names)
    for name, count in zip(names, counts, strict=True):
        yield (subject, grouping, cell.group, f"{kind}:{name}", *_told(count))


def _told(value: int | None) -> tuple[object, str]:
    return ("", "suppressed") if value is None else (value, "shown")
