"""Brings a database to the schema this version knows, once, at start."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from storage.errors import DatabaseNewer
from storage.transaction import storage_errors

HEAD = "0002"
"""The newest file of migrations/versions; a test keeps the two together."""

_FOLDER = Path(__file__).parent / "migrations"
_LOCK = 5_346_018


def migrate(engine: Engine) -> None:
    """Creates or upgrades the tables; does nothing when they are up to date.

    Raises DatabaseNewer when a later version wrote this database, StorageUnavailable when it
    cannot be reached. Two processes starting together do not disturb each other.
    """
    if stored_revision(engine) == HEAD:
        return
    with storage_errors(), _alone(engine) as connection:
        _upgrade(connection, _read_revision(connection))


def stored_revision(engine: Engine) -> str | None:
    """The schema revision of this database, None when it is empty. Raises StorageUnavailable."""
    with storage_errors(), engine.connect() as connection:
        return _read_revision(connection)


def _read_revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return None if found is None else str(found)


def _upgrade(connection: Connection, stored: str | None) -> None:
    # Imported here: a start on an up-to-date database does not pay for it.
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if stored is not None and stored not in known:
        raise DatabaseNewer(
            f"this database was written by a newer Jalon (schema {stored}); this one knows up to "
            f"{HEAD}. Start the newer version, or restore a backup made with this one."
        )
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


@contextmanager
def _alone(engine: Engine) -> Iterator[Connection]:
    """A transaction that a second process waits for before it looks at the schema."""
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            # The driver opens no transaction before CREATE TABLE by itself: open it by hand.
            connection.execution_options(isolation_level="AUTOCOMMIT")
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            yield connection
            connection.exec_driver_sql("COMMIT")
        else:
            with connection.begin():
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
                yield connection
