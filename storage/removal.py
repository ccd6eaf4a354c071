"""Deletes for real: nothing of a deleted assessment stays in the database file."""

import datetime as dt

from sqlalchemy import ColumnElement, Connection, Engine, Table, delete, insert

from assessment.dates import months_later
from storage.account_schema import sign_ins
from storage.campaign_schema import campaigns
from storage.campaigns import UnknownCampaign
from storage.errors import UnknownAssessment
from storage.panel_schema import panels
from storage.panels import UnknownPanel
from storage.schema import assessments, service_days, tombstones
from storage.team_rounds import UnknownRound
from storage.team_schema import team_rounds
from storage.transaction import storage_errors, transaction
from storage.upsert import upsert
from storage.voice_schema import voices
from storage.voices import KEPT_MONTHS

PURGED = "purged"
"""Under which the last day of a purge is kept."""


def delete_assessment(engine: Engine, assessment_id: str, now: dt.datetime) -> None:
    """Removes it with all that hangs on it; leaves a tombstone that names nothing.

    What a campaign has published stays: nothing in it leads to a member.

    Raises UnknownAssessment, StorageUnavailable.
    """
    with transaction(engine) as connection:
        found = assessments.c.id == assessment_id
        if _remove(connection, assessments, found, now.date(), "deleted") == 0:
            raise UnknownAssessment(assessment_id)
    erase(engine)


def delete_round(engine: Engine, round_id: str, today: dt.date) -> None:
    """Removes a team round with its sheets; leaves a tombstone that names nothing.

    Raises UnknownRound, StorageUnavailable.
    """
    with transaction(engine) as connection:
        found = team_rounds.c.id == round_id
        if _remove(connection, team_rounds, found, today, "deleted") == 0:
            raise UnknownRound(round_id)
    erase(engine)


def delete_campaign(engine: Engine, campaign_id: str, today: dt.date) -> None:
    """Removes a campaign with its members' consents and answers to its own questions.

    Their assessments stay, and so do figures published once: later ones are compared with them
    (storage/campaign_schema.py). Leaves a tombstone. Raises UnknownCampaign, StorageUnavailable.
    """
    with transaction(engine) as connection:
        found = campaigns.c.id == campaign_id
        if _remove(connection, campaigns, found, today, "deleted") == 0:
            raise UnknownCampaign(campaign_id)
    erase(engine)


def delete_panel(engine: Engine, panel_id: str, today: dt.date) -> None:
    """Removes a panel with its sheets and what it agreed on; the assessment's answers stay.

    Leaves a tombstone that names nothing. Raises UnknownPanel, StorageUnavailable.
    """
    with transaction(engine) as connection:
        if _remove(connection, panels, panels.c.id == panel_id, today, "deleted") == 0:
            raise UnknownPanel(panel_id)
    erase(engine)


def purge(engine: Engine, today: dt.date) -> int:
    """Removes each assessment, round, campaign and voice whose time is over; how many in all.

    Raises StorageUnavailable.
    """
    midnight = dt.datetime.combine(today, dt.time(), dt.UTC)
    with transaction(engine) as connection:
        count = sum(
            _remove(connection, table, table.c.expires_on < today, today, "expired")
            for table in (assessments, team_rounds, campaigns)
        )
        # No tombstone: a voice never named anybody.
        too_old = voices.c.day < months_later(today, -KEPT_MONTHS)
        count += connection.execute(delete(voices).where(too_old)).rowcount
        # Nothing was lost with a sign-in: it is not counted.
        connection.execute(delete(sign_ins).where(sign_ins.c.ends_at < midnight))
        upsert(connection, service_days, [{"act": PURGED, "day": today}])
    if count:
        erase(engine)
    return count


def _remove(
    connection: Connection,
    table: Table,
    condition: ColumnElement[bool],
    today: dt.date,
    reason: str,
) -> int:
    count = connection.execute(delete(table).where(condition)).rowcount
    if count:
        stones = [{"deleted_on": today, "reason": reason} for _ in range(count)]
        connection.execute(insert(tombstones), stones)
    return count


def erase(engine: Engine) -> None:
    """SQLite: rebuilds the file and empties its journal, where old pages would stay readable.

    PostgreSQL reuses the space itself (autovacuum).
    """
    if engine.dialect.name != "sqlite":
        return
    with storage_errors(), engine.connect() as connection:
        connection.execution_options(isolation_level="AUTOCOMMIT")
        connection.exec_driver_sql("VACUUM")
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
