"""Deletes for real: nothing of a deleted assessment stays in the database file."""

import datetime as dt

from sqlalchemy import ColumnElement, Connection, Engine, Table, delete, insert

from storage.errors import UnknownAssessment
from storage.schema import assessments, tombstones
from storage.team_rounds import UnknownRound
from storage.team_schema import team_rounds
from storage.transaction import storage_errors, transaction


def delete_assessment(engine: Engine, assessment_id: str, now: dt.datetime) -> None:
    """Removes it with its answers, keys and devices; leaves a tombstone that names nothing.

    Raises UnknownAssessment, StorageUnavailable.
    """
    with transaction(engine) as connection:
        found = assessments.c.id == assessment_id
        if _remove(connection, assessments, found, now.date(), "deleted") == 0:
            raise UnknownAssessment(assessment_id)
    _erase(engine)


def delete_round(engine: Engine, round_id: str, today: dt.date) -> None:
    """Removes a team round with its sheets; leaves a tombstone that names nothing.

    Raises UnknownRound, StorageUnavailable.
    """
    with transaction(engine) as connection:
        found = team_rounds.c.id == round_id
        if _remove(connection, team_rounds, found, today, "deleted") == 0:
            raise UnknownRound(round_id)
    _erase(engine)


def purge(engine: Engine, today: dt.date) -> int:
    """Removes every assessment and team round whose last day is over; how many in all.

    Raises StorageUnavailable.
    """
    with transaction(engine) as connection:
        count = sum(
            _remove(connection, table, table.c.expires_on < today, today, "expired")
            for table in (assessments, team_rounds)
        )
    if count:
        _erase(engine)
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


def _erase(engine: Engine) -> None:
    """SQLite: rebuilds the file and empties its journal, where old pages would stay readable.

    PostgreSQL reuses the space itself (autovacuum).
    """
    if engine.dialect.name != "sqlite":
        return
    with storage_errors(), engine.connect() as connection:
        connection.execution_options(isolation_level="AUTOCOMMIT")
        connection.exec_driver_sql("VACUUM")
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
