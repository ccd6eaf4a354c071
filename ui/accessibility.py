"""The accessibility statement: what was tested, what falls short, what else one can do."""

import datetime as dt
from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import Field

from assessment.base import Content, Text
from content.loader import load

FILE = Path(__file__).parent / "accessibility.yaml"


class Gap(Content):
    """Something not everybody can use, why it is so, and what to do instead."""

    what: Text
    why: Text
    instead: Text


class Statement(Content):
    """Along the model of the European Union (Implementing Decision (EU) 2018/1523).

    `tested_on` is the day the tests of `tested` last ran on the whole; `prepared_on` the day the
    statement was written or read again.
    """

    conformance: Literal["full", "partial", "none"]
    standards: tuple[str, ...] = Field(min_length=1)
    tested_on: dt.date
    prepared_on: dt.date
    how: Text
    tested: tuple[Text, ...] = Field(min_length=1)
    not_tested: tuple[Text, ...]
    gaps: tuple[Gap, ...]
    alternatives: tuple[Text, ...] = Field(min_length=1)
    enforcement: Text


@lru_cache
def read_statement(language: str) -> Statement:
    """The file in this language; ContentError when it is wrong."""
    return load(FILE, Statement, language)


def check_statement(statement: Statement, today: dt.date) -> list[str]:
    """What is wrong with its dates, or with what it claims, one readable line each."""
    place = f"ui/{FILE.name}\n  "
    problems = []
    if statement.prepared_on > today:
        problems.append(f"{place}prepared_on: {statement.prepared_on} is still to come")
    if statement.tested_on > statement.prepared_on:
        problems.append(f"{place}tested_on: {statement.tested_on} is after 'prepared_on'")
    if statement.conformance == "full" and statement.gaps:
        problems.append(f"{place}conformance: 'full' cannot be said while 'gaps' lists something")
    if statement.conformance == "partial" and not statement.gaps:
        problems.append(f"{place}gaps: say what is not accessible, or write 'full'")
    return problems
