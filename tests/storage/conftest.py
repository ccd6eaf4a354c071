"""Every storage test runs on SQLite, and on PostgreSQL when JALON_TEST_DATABASE_URL names one."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from storage.engine import open_engine
from storage.migrate import migrate
from storage.schema import metadata
from storage.team_schema import team_rounds

# The tables of teams stand in a file of their own: without it metadata would not know them.
assert team_rounds.metadata is metadata

SERVER = os.environ.get("JALON_TEST_DATABASE_URL")


@pytest.fixture(params=["sqlite", *(["postgresql"] if SERVER else [])])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "postgresql":
        assert SERVER is not None
        return SERVER
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


@pytest.fixture
def sqlite_file(tmp_path: Path) -> Path:
    return tmp_path / "jalon.db"


@pytest.fixture
def sqlite_engine(sqlite_file: Path) -> Iterator[Engine]:
    engine = open_engine(f"sqlite:///{sqlite_file}")
    migrate(engine)
    yield engine
    engine.dispose()
