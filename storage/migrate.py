"""Brings a database to the schema this version knows, once, at start."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from storage.errors import DatabaseNewer
from storage.transaction import storage_errors

HEAD = "0009"
"""The newest file of migrations/versions; a test keeps the two together."""

_FOLDER = Path(__file__).parent / "migrations"
_LOCK = 5_346_018


def migrate(engine: Engine, to: str = HEAD) -> None:
    """Creates or upgrades the tables; does nothing when they are up to date.

    Raises DatabaseNewer when a later version wrote this database, StorageUnavailable when it
    cannot be reached. Two processes starting together do not disturb each other.
    """
    if stored_revision(engine) == to:
        return
    with storage_errors(), alone(engine) as connection:
        upgrade(connection, read_revision(connection), to)


def stored_revision(engine: Engine) -> str | None:
    """The schema revision of this database, None when it is empty. Raises StorageUnavailable."""
    with storage_errors(), engine.connect() as connection:
        return read_revision(connection)


def read_revision(connection: Connection) -> str | None:
    """The same on a connection of the caller's."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return None if found is None else str(found)


@cache
def known() -> frozenset[str]:
    """The schema revisions this version can read, the first one released to the last."""
    return frozenset(path.name.partition("_")[0] for path in _FOLDER.glob("versions/[0-9]*.py"))


def where(connection: Connection) -> str:
    """The address of a database, without a password."""
    return connection.engine.url.render_as_string(hide_password=True)


def newer(what: str, schema: str) -> DatabaseNewer:
    """The refusal of what a later version wrote, with the remedy."""
    return DatabaseNewer(
        f"{what} was written by a newer Jalon (schema {schema}); this one knows up to "
        f"{HEAD}. Start the newer version, or restore a backup made with this one."
    )


def upgrade(connection: Connection, stored: str | None, to: str = HEAD) -> None:
    """Creates or changes the tables inside a transaction of the caller's. Raises DatabaseNewer."""
    if stored is not None and stored not in known():
        raise newer(f"this database ({where(connection)})", stored)
    # Imported here: a start on an up-to-date database does not pay for it.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, to)


@contextmanager
def alone(engine: Engine) -> Iterator[Connection]:
    """A transaction that a second process waits for before it looks at the schema."""
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            # The driver opens no transaction before CREATE TABLE by itself: open it by hand.
            connection.execution_options(isolation_level="AUTOCOMMIT")
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            try:
                yield connection
            except BaseException:
                connection.exec_driver_sql("ROLLBACK")
                raise
            connection.exec_driver_sql("COMMIT")
        else:
            with connection.begin():
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
                yield connection
