"""The one database of this process, shared by the ASGI routes and the screens."""

import datetime as dt
import threading

from sqlalchemy import Engine

from storage.engine import open_engine
from storage.migrate import migrate
from storage.removal import purge

_lock = threading.Lock()
_engines: list[Engine] = []


def now() -> dt.datetime:
    """The clock of the screens and routes, in UTC: functions below take it as an argument."""
    return dt.datetime.now(dt.UTC)


def engine() -> Engine:
    """The database: opened, brought up to date and purged at the first call, then the same.

    Raises StorageUnavailable (DatabaseNewer when a later version wrote it); the next call tries
    again.
    """
    with _lock:
        if not _engines:
            _engines.append(_start())
        return _engines[0]


def close() -> None:
    """Gives the connections back, at the end of the process."""
    with _lock:
        while _engines:
            _engines.pop().dispose()


def _start() -> Engine:
    opened = open_engine()
    migrate(opened)
    purge(opened, now().date())
    return opened
