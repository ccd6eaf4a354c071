"""How the database is opened: one SQLite file by default, PostgreSQL when an address is given."""

import os
import sqlite3
import time
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from storage.errors import StorageUnavailable
from storage.transaction import storage_errors

DEFAULT_FILE = "data/jalon.db"
WAIT_SECONDS = 10
"""How long a save waits for its turn before it says that the database is busy."""

_PRAGMAS = (
    # FULL, not NORMAL: an answer acknowledged on screen survives a power cut.
    "synchronous=FULL",
    "foreign_keys=ON",
    f"busy_timeout={WAIT_SECONDS * 1000}",
    # What is deleted is overwritten with zeros, not only unlinked.
    "secure_delete=ON",
)


def database_url(environment: Mapping[str, str] = os.environ) -> URL:
    """DATABASE_URL when set, else the SQLite file JALON_DATA (default data/jalon.db)."""
    given = environment.get("DATABASE_URL")
    if not given:
        return URL.create("sqlite", database=environment.get("JALON_DATA") or DEFAULT_FILE)
    return _address(given)


def open_engine(url: str | URL | None = None) -> Engine:
    """A pool of connections to this database; None reads the environment.

    Connects to nothing yet, but makes the folder and the file of a SQLite database.
    Raises StorageUnavailable when the address or the folder cannot be used.
    """
    address = database_url() if url is None else url if isinstance(url, URL) else _address(url)
    with storage_errors():
        return _sqlite(address) if address.get_backend_name() == "sqlite" else _server(address)


def check_nobody_else(url: URL) -> None:
    """Raises StorageUnavailable when another process has this SQLite file open.

    On a server nobody can tell: other connections may be anybody's.
    """
    if url.get_backend_name() != "sqlite" or not url.database:
        return
    with storage_errors(), closing(sqlite3.connect(url.database, timeout=0)) as alone:
        try:
            # In WAL mode each open connection holds a share of the file, writing or not.
            alone.execute("PRAGMA locking_mode=EXCLUSIVE")
            alone.execute("BEGIN EXCLUSIVE")
            alone.rollback()
        except sqlite3.OperationalError as error:
            if "locked" not in str(error):
                raise StorageUnavailable(f"the database is not available: {error}") from None
            raise StorageUnavailable(
                "the app is still running, and would go on saving in the old place; stop it first"
            ) from None


def _address(text: str) -> URL:
    try:
        url = make_url(text)
    except ArgumentError:
        # The address may hold a password: it is not repeated.
        raise StorageUnavailable(
            "DATABASE_URL is not an address; write postgresql://user:password@host/name"
        ) from None
    if url.drivername in ("postgres", "postgresql"):
        return url.set(drivername="postgresql+psycopg")
    if url.drivername in ("sqlite", "postgresql+psycopg"):
        return url
    raise StorageUnavailable(
        f"DATABASE_URL names {url.drivername!r}; only sqlite and postgresql are known"
    )


def _sqlite(url: URL) -> Engine:
    if url.database and url.database != ":memory:":
        path = Path(url.database)
        path.parent.mkdir(parents=True, exist_ok=True)
        # Readable by its owner alone: it holds what enterprises say about themselves.
        path.touch(mode=0o600, exist_ok=True)
    # One connection that threads take in turn: waiting there is shorter and fairer than waiting
    # for SQLite's file lock (measured: 99 % of saves in 0.5 ms, against 34 ms with a pool of 5).
    # Parameters are what people wrote: an error must not carry them into a log.
    engine = create_engine(
        url,
        hide_parameters=True,
        pool_size=1,
        max_overflow=0,
        pool_timeout=WAIT_SECONDS,
        connect_args={"check_same_thread": False, "timeout": WAIT_SECONDS},
    )
    event.listen(engine, "connect", _set_pragmas)
    return engine


def _set_pragmas(connection: Any, _record: object) -> None:
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    _use_wal(cursor)
    cursor.close()


def _use_wal(cursor: Any) -> None:
    """Turns a new file to WAL. SQLite does not wait for its lock here: two starts would clash."""
    deadline = time.monotonic() + WAIT_SECONDS
    while True:
        try:
            cursor.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > deadline:
                raise
            time.sleep(0.01)


def _server(url: URL) -> Engine:
    return create_engine(
        url,
        hide_parameters=True,
        pool_pre_ping=True,
        pool_timeout=WAIT_SECONDS,
        connect_args={"connect_timeout": WAIT_SECONDS},
    )
