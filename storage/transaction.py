"""One way in and out of the database, so that every failure has the same name."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from storage.errors import StorageUnavailable


@contextmanager
def storage_errors() -> Iterator[None]:
    """Turns what the driver raises into StorageUnavailable; our own mistakes pass unchanged."""
    try:
        yield
    except (IntegrityError, DataError):
        raise
    except (DBAPIError, PoolTimeout, OSError) as error:
        cause = getattr(error, "orig", None) or error
        said = " ".join(str(cause).split()) or type(cause).__name__
        raise StorageUnavailable(f"the database is not available: {said}") from error


@contextmanager
def transaction(engine: Engine) -> Iterator[Connection]:
    """Everything inside is kept, or nothing. Raises StorageUnavailable."""
    with storage_errors(), engine.begin() as connection:
        yield connection
