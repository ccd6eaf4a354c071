"""The database a command works on, and what it says of one."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine

from jalon.errors import BadInput, InternalFailure

MAIN = ("assessments", "answers", "keys", "audit", "campaigns", "panels", "team_rounds", "voices")
"""The tables an operator knows by name; the others are summed up."""


@contextmanager
def storage_failures() -> Iterator[None]:
    """What the database refuses or does not give stops the command in one line."""
    from sqlalchemy.exc import DataError, IntegrityError

    from storage.errors import StorageUnavailable

    try:
        yield
    except StorageUnavailable as error:
        raise InternalFailure(error) from None
    except (DataError, IntegrityError) as error:
        # Only what the database says of itself: its details may hold what people wrote.
        said = str(error.orig).strip().splitlines()[0]
        raise InternalFailure(
            f"a row does not fit in the database, nothing was kept: {said}"
        ) from None


@contextmanager
def database(address: str | None = None) -> Iterator[Engine]:
    """The database of this address (None: the one in use), given back at the end."""
    from storage.engine import open_engine

    engine = open_engine(address)
    try:
        yield engine
    finally:
        engine.dispose()


def check_is_there() -> None:
    """A SQLite file that is not there is said, not made."""
    from storage.engine import database_url

    url = database_url()
    if url.get_backend_name() == "sqlite" and not Path(url.database or "").is_file():
        raise BadInput(f"{url.database}: no database there; set JALON_DATA or DATABASE_URL")


def told(counts: Mapping[str, int]) -> str:
    """'assessments 12, answers 240, ..., other rows 31'; 'no row' when there is none."""
    named = {name.replace("_", " "): counts.get(name, 0) for name in MAIN}
    named["other rows"] = sum(count for name, count in counts.items() if name not in MAIN)
    return ", ".join(f"{name} {count}" for name, count in named.items() if count) or "no row"
