"""Two replicas purge the same database at the same moment: each ends well, each row goes once."""

import datetime as dt
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, func, select

from storage import assessments
from storage.engine import open_engine
from storage.migrate import migrate
from storage.schema import tombstones
from tests.storage.builders import NOW, TODAY, an_assessment
from tools.postgres import Postgres

EXPIRED = 200
KEPT = 20
AT_ONCE = 3
YESTERDAY = TODAY - dt.timedelta(days=1)


@pytest.fixture(params=("sqlite", "postgresql"))
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/jalon.db"
        return
    server: Postgres = request.getfixturevalue("postgres")
    found = server.database()
    yield found
    server.drop(found)


@pytest.fixture
def engine(address: str) -> Iterator[Engine]:
    opened = open_engine(address)
    migrate(opened)
    yield opened
    opened.dispose()


def purging(address: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "jalon", "purge", "--on", str(TODAY)],
        env={**os.environ, "DATABASE_URL": address},
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def test_replicas_that_purge_at_once_end_well_and_remove_each_thing_once(
    engine: Engine, address: str
) -> None:
    for _ in range(EXPIRED):
        an_assessment(engine, expires_on=YESTERDAY, given={"q1": "yes"})
    kept = [an_assessment(engine, expires_on=TODAY, given={"q1": "yes"}) for _ in range(KEPT)]

    replicas = [purging(address) for _ in range(AT_ONCE)]
    ends = [replica.communicate(timeout=60) for replica in replicas]

    assert [(r.returncode, said) for r, (_, said) in zip(replicas, ends, strict=True)] == (
        [(0, "")] * AT_ONCE
    )
    assert sum(int(out.split()[0]) for out, _ in ends) == EXPIRED
    assert all(assessments.load(engine, one, NOW).answers == {"q1": "yes"} for one in kept)
    with engine.connect() as connection:
        left = connection.execute(select(func.count()).select_from(assessments.assessments))
        stones = connection.execute(select(func.count()).select_from(tombstones))
        assert (left.scalar_one(), stones.scalar_one()) == (KEPT, EXPIRED)
