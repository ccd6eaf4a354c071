"""A database at one moment, while others go on writing; and a database alone, to be filled."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, func, select

from storage.errors import DatabaseEmpty, StorageUnavailable
from storage.migrate import HEAD, alone, known, newer, read_revision, upgrade
from storage.portable import InDatabase, Source, as_they_stand, digest_of, fill
from storage.transaction import storage_errors


class NotTheSame(StorageUnavailable):
    """What was written and what is read back differ; nothing of it is kept."""


@contextmanager
def one_moment(engine: Engine) -> Iterator[InDatabase]:
    """All rows as they are now, whatever is saved meanwhile; nobody waits for it.

    Raises DatabaseEmpty when there is no table of ours, DatabaseNewer, StorageUnavailable.
    """
    with storage_errors(), engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            # The driver opens no transaction before SELECT by itself: each would see another day.
            connection = connection.execution_options(isolation_level="AUTOCOMMIT")
            connection.exec_driver_sql("BEGIN")
            _check_whole(connection)
        else:
            connection = connection.execution_options(
                isolation_level="REPEATABLE READ", postgresql_readonly=True
            )
        schema = read_revision(connection)
        if schema is None:
            raise DatabaseEmpty("there is nothing in this database yet")
        if schema not in known():
            raise newer("this database", schema)
        try:
            yield InDatabase(connection, schema)
        finally:
            if engine.dialect.name == "sqlite":
                connection.exec_driver_sql("ROLLBACK")


def counts(engine: Engine) -> dict[str, int]:
    """How many rows by table of ours; nothing when there is none. Raises StorageUnavailable."""
    with storage_errors(), engine.connect() as connection:
        return _counts(connection)


def put(engine: Engine, source: Source, *, replace: bool = False) -> dict[str, int]:
    """Fills the database with these rows, reads them back, and brings it to our schema.

    All or nothing: until the last step anybody else sees what stood there before. Only `replace`
    takes the place of rows. Returns the counts by table. Raises NotEmpty, NotTheSame,
    DatabaseNewer (the source or the database), StorageUnavailable.
    """
    if source.schema not in known():
        raise newer("this backup", source.schema)
    with storage_errors(), alone(engine) as connection:
        stored = read_revision(connection)
        if stored is not None and stored not in known():
            raise newer("this database", stored)
        if not replace and any(_counts(connection).values()):
            raise NotEmpty("this database is not empty")
        _clear(connection)
        upgrade(connection, None, source.schema)
        written = fill(connection, source)
        found = digest_of(InDatabase(connection, source.schema))
        if (found.value, found.counts) != (written.value, written.counts):
            raise NotTheSame("what was written reads back otherwise; nothing was kept")
        upgrade(connection, source.schema, HEAD)
    return written.counts


class NotEmpty(Exception):
    """The database holds rows that would be lost."""


def _counts(connection: Connection) -> dict[str, int]:
    return {
        name: connection.execute(select(func.count()).select_from(table)).scalar_one()
        for name, table in as_they_stand(connection).items()
    }


def _clear(connection: Connection) -> None:
    """Removes our tables, and no other: a PostgreSQL database may hold those of others."""
    for table in reversed(as_they_stand(connection).values()):
        table.drop(connection)
    connection.exec_driver_sql("DROP TABLE IF EXISTS alembic_version")


def _check_whole(connection: Connection) -> None:
    """A damaged file is said now, not the day its backup is needed."""
    said = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar()
    if said != "ok":
        raise StorageUnavailable(f"the database file is damaged: {said}; restore a backup")
