"""What comes out of the database: plain, frozen data, no table and no domain object."""

import datetime as dt
from dataclasses import dataclass
from typing import Any, Literal

Form = Literal["core", "flash"]
Stage = Literal["T0", "T1", "T2"]


@dataclass(frozen=True)
class Record:
    """One assessment as saved. Moments are in UTC; `expires_on` is the last day it is kept."""

    id: str
    instrument: str
    version: str
    form: Form
    stage: Stage
    language: str
    created_at: dt.datetime
    updated_at: dt.datetime
    expires_on: dt.date
    profile: dict[str, Any]
    worry: str
    plan: dict[str, Any] | None
    answers: dict[str, str]
    scorecard: dict[str, Any] | None
    scored_version: str | None


@dataclass(frozen=True)
class Summary:
    """One line in a device's list of assessments; `name` is None while nobody gave one."""

    id: str
    name: str | None
    instrument: str
    form: Form
    stage: Stage
    created_at: dt.datetime
    updated_at: dt.datetime
    expires_on: dt.date
    answered: int
