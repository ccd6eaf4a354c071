"""Who joined a campaign, and what each agreed to: line by line, taken back line by line.

All raise StorageUnavailable. Deleting an assessment takes its memberships with it.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Column, Connection, Engine, delete, func, insert, select, update

from storage.assessments import read
from storage.campaign_schema import campaign_members, campaign_own_answers, campaigns
from storage.campaigns import CAMPAIGN_COLUMNS, Campaign, campaign_of
from storage.record import Record
from storage.schema import assessments
from storage.transaction import transaction
from storage.upsert import upsert

_columns = campaign_members.c
_own = campaign_own_answers.c


class CampaignClosed(Exception):
    """The campaign takes no more members and no more answers: not begun, over, or closed."""


@dataclass(frozen=True)
class Consents:
    """What a member agrees to: counted in the aggregate, result shown under its name, plan laid
    beside those of others, contacted as a peer. Nothing is agreed to unless said."""

    aggregate: bool = False
    named: bool = False
    pooling: bool = False
    peer: bool = False


@dataclass(frozen=True)
class Membership:
    """An assessment in a campaign; `own` is the option chosen (from 0) by own question."""

    campaign: Campaign
    joined_on: dt.date
    consents: Consents
    own: Mapping[str, int]


@dataclass(frozen=True)
class Joined:
    """One member of a campaign, for what it agreed to and nothing else."""

    record: Record
    consents: Consents
    own: Mapping[str, int]


def join(
    engine: Engine, campaign: Campaign, assessment_id: str, consents: Consents, today: dt.date
) -> None:
    """Joins with these consents. Raises CampaignClosed when joining is not open.

    One who has joined already changes its consents.
    """
    with transaction(engine) as connection:
        _check_open(connection, campaign, today)
        if _change(connection, campaign.id, assessment_id, consents):
            return
        row = {
            "campaign_id": campaign.id,
            "assessment_id": assessment_id,
            "joined_on": today,
            **asdict(consents),
        }
        connection.execute(insert(campaign_members), row)


def change(engine: Engine, campaign_id: str, assessment_id: str, consents: Consents) -> bool:
    """What a member agrees to from now on, at any time, also once the campaign is closed.

    False: it is no member (any more), and nothing is kept.
    """
    with transaction(engine) as connection:
        return _change(connection, campaign_id, assessment_id, consents)


def leave(engine: Engine, campaign_id: str, assessment_id: str) -> None:
    """Takes everything back: consents and answers to the federation's questions are removed."""
    with transaction(engine) as connection:
        for table in (campaign_members, campaign_own_answers):
            here = table.c.campaign_id == campaign_id, table.c.assessment_id == assessment_id
            connection.execute(delete(table).where(*here))


def answer_own(
    engine: Engine, campaign: Campaign, assessment_id: str, given: Mapping[str, int], today: dt.date
) -> None:
    """Keeps answers to the federation's own questions. Raises CampaignClosed."""
    keys = {"campaign_id": campaign.id, "assessment_id": assessment_id}
    with transaction(engine) as connection:
        _check_open(connection, campaign, today)
        rows = [{**keys, "question_id": name, "option": option} for name, option in given.items()]
        upsert(connection, campaign_own_answers, rows)


def of_assessment(engine: Engine, assessment_id: str, today: dt.date) -> tuple[Membership, ...]:
    """The campaigns this assessment has joined, the last joined first."""
    query = (
        select(*CAMPAIGN_COLUMNS, _columns.joined_on, *_consent_columns())
        .join(campaign_members)
        .where(_columns.assessment_id == assessment_id, campaigns.c.expires_on >= today)
        .order_by(_columns.joined_on.desc(), campaigns.c.id)
    )
    with transaction(engine) as connection:
        rows = connection.execute(query).all()
        own = [_own_answers(connection, row.id, assessment_id) for row in rows]
    return tuple(
        Membership(campaign_of(row), row.joined_on, _consents(row), given)
        for row, given in zip(rows, own, strict=True)
    )


def members(connection: Connection, campaign_id: str, today: dt.date) -> tuple[Joined, ...]:
    """The members of a campaign, inside a transaction; assessments past their last day left out."""
    rows = connection.execute(
        select(_columns.assessment_id, *_consent_columns())
        .join(assessments)
        .where(_columns.campaign_id == campaign_id, assessments.c.expires_on >= today)
        .order_by(_columns.assessment_id)
    ).all()
    return tuple(
        Joined(
            read(connection, row.assessment_id, today),
            _consents(row),
            _own_answers(connection, campaign_id, row.assessment_id),
        )
        for row in rows
    )


def all_members(engine: Engine, campaign_id: str, today: dt.date) -> tuple[Joined, ...]:
    """The members of a campaign."""
    with transaction(engine) as connection:
        return members(connection, campaign_id, today)


def count(engine: Engine, campaign_id: str) -> int:
    """How many have joined."""
    query = select(func.count()).select_from(campaign_members)
    with transaction(engine) as connection:
        return connection.execute(query.where(_columns.campaign_id == campaign_id)).scalar_one()


def _change(
    connection: Connection, campaign_id: str, assessment_id: str, consents: Consents
) -> bool:
    changed = connection.execute(
        update(campaign_members)
        .where(_columns.campaign_id == campaign_id, _columns.assessment_id == assessment_id)
        .values(**asdict(consents))
    )
    return changed.rowcount > 0


def _consents(row: Any) -> Consents:
    return Consents(**{name: row._mapping[name] for name in Consents.__dataclass_fields__})


def _consent_columns() -> list[Column[bool]]:
    return [_columns[name] for name in Consents.__dataclass_fields__]


def _own_answers(connection: Connection, campaign_id: str, assessment_id: str) -> dict[str, int]:
    rows = connection.execute(
        select(_own.question_id, _own.option).where(
            _own.campaign_id == campaign_id, _own.assessment_id == assessment_id
        )
    )
    return {row.question_id: row.option for row in rows}


def _check_open(connection: Connection, campaign: Campaign, today: dt.date) -> None:
    """Looks again, and holds the campaign as it is until the transaction ends."""
    held = connection.execute(
        update(campaigns)
        .where(campaigns.c.id == campaign.id, campaigns.c.closed_on.is_(None))
        .values(name=campaigns.c.name)
    )
    if held.rowcount == 0 or not campaign.takes_members(today):
        raise CampaignClosed(campaign.id)
