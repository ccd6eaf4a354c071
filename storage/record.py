"""What comes out of the database: plain, frozen data, no table and no domain object."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any, Literal

Form = Literal["core", "flash"]
Stage = Literal["T0", "T1", "T2"]


DMA_PROFILE = "dma_profile"
"""Where a stored profile holds the DMA's own module, beside `enterprise` and `project`."""


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
    numbers: dict[str, tuple[int, ...]] = field(default_factory=dict)
    """Answers made of whole numbers; `answers` holds the options chosen."""
    follows_id: str | None = None
    """The assessment it is taken again from, while that one is kept."""
    answered_at: dt.datetime | None = None
    """When its last answer was saved; None without one."""


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


def name_in(profile: Any) -> str | None:
    """The name a stored profile gives, wherever it stands; None while nobody gave one."""
    for part in ("enterprise", DMA_PROFILE):
        group = profile.get(part)
        name = group.get("name") if isinstance(group, dict) else None
        if isinstance(name, str) and name.strip():
            return name
    return None
