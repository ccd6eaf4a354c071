"""Campaigns: opened by a coordinator, joined with a short code, closed.

The clock is the caller's. All functions raise StorageUnavailable; those that take a campaign's id
raise UnknownCampaign when it was never opened, or is past the last day it is kept.
"""

import datetime as dt
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Engine, insert, select, update

from access.secrets import JOIN_LENGTH, hash_code, new_code
from assessment.dates import months_later
from storage.assessments import DEFAULT_MONTHS
from storage.campaign_schema import campaign_organisers, campaigns
from storage.columns import from_json, storable, to_json
from storage.organisers import Organisers
from storage.transaction import transaction

_columns = campaigns.c
_organisers = Organisers(campaign_organisers, "campaign_id", "campaign-organiser-device")
attach, holds = _organisers.attach, _organisers.holds


class UnknownCampaign(LookupError):
    """No such campaign: never opened, deleted, or past the last day it is kept."""


@dataclass(frozen=True)
class Campaign:
    """A campaign as saved. One joins from `starts_on` to `ends_on`, both included.

    `invited` is how many members were asked, None when not said; `questions` are the federation's
    own, as plain data; `expires_on` is the last day it is kept.
    """

    id: str
    name: str
    instrument: str
    version: str
    invited: int | None
    questions: tuple[Mapping[str, Any], ...]
    starts_on: dt.date
    ends_on: dt.date
    expires_on: dt.date
    closed_on: dt.date | None

    def takes_members(self, today: dt.date) -> bool:
        """Whether one can join today."""
        return self.closed_on is None and self.starts_on <= today <= self.ends_on


@dataclass(frozen=True)
class Opened:
    """A campaign just opened, with its two codes: they cannot be read again."""

    campaign_id: str
    join_code: str
    organiser_code: str


CAMPAIGN_COLUMNS = [_columns[name] for name in Campaign.__dataclass_fields__]


def create(
    engine: Engine,
    today: dt.date,
    *,
    name: str,
    instrument: str,
    version: str,
    ends_on: dt.date,
    starts_on: dt.date | None = None,
    invited: int | None = None,
    questions: Sequence[Mapping[str, Any]] = (),
) -> Opened:
    """A new campaign, kept 24 months after its last day. Dates in order, else ValueError."""
    starts = starts_on or today
    if ends_on < starts:
        raise ValueError("a campaign ends on or after the day it starts")
    opened = Opened(uuid.uuid4().hex, new_code(JOIN_LENGTH), new_code())
    row = {
        "id": opened.campaign_id,
        "code_hash": hash_code(opened.join_code, "campaign-join", JOIN_LENGTH),
        "organiser_hash": hash_code(opened.organiser_code, "campaign-organiser"),
        "name": storable(name),
        "instrument": instrument,
        "version": version,
        "invited": invited,
        "questions": to_json({"questions": [dict(one) for one in questions]}),
        "starts_on": starts,
        "ends_on": ends_on,
        "expires_on": months_later(ends_on, DEFAULT_MONTHS),
    }
    with transaction(engine) as connection:
        connection.execute(insert(campaigns), row)
    return opened


def load(engine: Engine, campaign_id: str, today: dt.date) -> Campaign:
    """The campaign of this id."""
    found = _one(engine, _columns.id == campaign_id, today)
    if found is None:
        raise UnknownCampaign(campaign_id)
    return found


def by_join_code(engine: Engine, typed: str, today: dt.date) -> Campaign | None:
    """The campaign this code lets one join, closed or not; None when it opens nothing."""
    hashed = hash_code(typed, "campaign-join", JOIN_LENGTH)
    return _one(engine, _columns.code_hash == hashed, today) if hashed else None


def by_organiser_code(engine: Engine, typed: str, today: dt.date) -> Campaign | None:
    """The campaign this code lets one manage; None when it opens nothing."""
    hashed = hash_code(typed, "campaign-organiser")
    return _one(engine, _columns.organiser_hash == hashed, today) if hashed else None


def new_join_code(engine: Engine, campaign_id: str) -> str:
    """Another code to pass on; the one before stops working."""
    code = new_code(JOIN_LENGTH)
    hashed = hash_code(code, "campaign-join", JOIN_LENGTH)
    with transaction(engine) as connection:
        changed = connection.execute(
            update(campaigns).where(_columns.id == campaign_id).values(code_hash=hashed)
        )
        if changed.rowcount == 0:
            raise UnknownCampaign(campaign_id)
    return code


def list_for_device(engine: Engine, device: str, today: dt.date) -> tuple[Campaign, ...]:
    """The campaigns this browser manages, the newest first."""
    query = (
        select(*CAMPAIGN_COLUMNS)
        .join(campaign_organisers)
        .where(_organisers.is_of(device), _columns.expires_on >= today)
        .order_by(_columns.starts_on.desc(), _columns.id)
    )
    with transaction(engine) as connection:
        return tuple(campaign_of(row) for row in connection.execute(query))


def _one(engine: Engine, condition: ColumnElement[bool], today: dt.date) -> Campaign | None:
    query = select(*CAMPAIGN_COLUMNS).where(condition, _columns.expires_on >= today)
    with transaction(engine) as connection:
        row = connection.execute(query).one_or_none()
    return None if row is None else campaign_of(row)


def campaign_of(row: Any) -> Campaign:
    """The campaign in a row that holds CAMPAIGN_COLUMNS."""
    told = {column.name: row._mapping[column.name] for column in CAMPAIGN_COLUMNS}
    kept = from_json(row.questions) or {}
    return Campaign(**{**told, "questions": tuple(kept["questions"])})
