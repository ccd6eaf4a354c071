"""Every storage test runs on SQLite and on a real PostgreSQL; those of a file's bytes on SQLite."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from storage.engine import open_engine
from storage.migrate import migrate
from storage.tables import metadata
from tools.postgres import Postgres

BOTH = ("sqlite", "postgresql")


@pytest.fixture(scope="session")
def migrated(postgres: Postgres) -> str:
    """The PostgreSQL database that tests share, each leaving it empty: 8 times quicker than one
    database a test."""
    address = postgres.database()
    engine = open_engine(address)
    migrate(engine)
    engine.dispose()
    return address


@pytest.fixture(params=BOTH)
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database without a row; with its tables on PostgreSQL."""
    if request.param == "postgresql":
        return str(request.getfixturevalue("migrated"))
    return f"sqlite:///{tmp_path}/jalon.db"


@pytest.fixture
def engine(address: str) -> Iterator[Engine]:
    engine = open_engine(address)
    migrate(engine)
    yield engine
    if engine.dialect.name == "postgresql":
        with engine.begin() as connection:
            for table in reversed(metadata.sorted_tables):
                connection.execute(table.delete())
    engine.dispose()


@pytest.fixture(params=BOTH)
def new_address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A database of its own, with nothing in it, not even a table."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/new.db"
        return
    server: Postgres = request.getfixturevalue("postgres")
    address = server.database()
    yield address
    server.drop(address)


@pytest.fixture
def sqlite_file(tmp_path: Path) -> Path:
    return tmp_path / "jalon.db"


@pytest.fixture
def sqlite_engine(sqlite_file: Path) -> Iterator[Engine]:
    engine = open_engine(f"sqlite:///{sqlite_file}")
    migrate(engine)
    yield engine
    engine.dispose()
