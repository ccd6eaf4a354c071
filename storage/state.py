"""How the service is doing, in counts and days: never the content of an assessment."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Engine, Table, func, select, text

from storage.account_schema import accounts
from storage.campaign_schema import campaigns
from storage.migrate import stored_revision
from storage.removal import PURGED
from storage.schema import assessments, service_days, tombstones
from storage.team_schema import team_rounds
from storage.transaction import transaction
from storage.voice_schema import voices

SOON = dt.timedelta(days=30)
"""What expires within so long expires soon."""

_SIZES = {
    "sqlite": text("SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"),
    "postgresql": text("SELECT pg_database_size(current_database())"),
}


@dataclass(frozen=True)
class State:
    """Counts of today. `kind` is 'sqlite' or 'postgresql', `size` in bytes, `revision` the schema.

    `purged_on` is None before the first purge.
    """

    kind: str
    size: int
    revision: str
    assessments: int
    expiring: int
    tombstones: int
    rounds: int
    campaigns: int
    voices: int
    accounts: int
    purged_on: dt.date | None


def state(engine: Engine, today: dt.date) -> State:
    """The state of today. Raises StorageUnavailable."""
    kind = engine.dialect.name
    revision = stored_revision(engine) or "?"
    alive, soon = assessments.c.expires_on >= today, assessments.c.expires_on <= today + SOON
    with transaction(engine) as connection:
        day = select(service_days.c.day).where(service_days.c.act == PURGED)
        return State(
            kind=kind,
            size=int(connection.execute(_SIZES[kind]).scalar_one()),
            revision=revision,
            assessments=_count(connection, assessments, alive),
            expiring=_count(connection, assessments, alive, soon),
            tombstones=_count(connection, tombstones),
            rounds=_count(connection, team_rounds, team_rounds.c.expires_on >= today),
            campaigns=_count(connection, campaigns, campaigns.c.expires_on >= today),
            voices=_count(connection, voices, voices.c.status == "open"),
            accounts=_count(connection, accounts, accounts.c.disabled_at.is_(None)),
            purged_on=connection.execute(day).scalar(),
        )


def _count(connection: Connection, table: Table, *conditions: ColumnElement[bool]) -> int:
    query = select(func.count()).select_from(table).where(*conditions)
    return int(connection.execute(query).scalar_one())
