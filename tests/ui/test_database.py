"""The one database of a process, and what a start does to it."""

import datetime as dt
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from storage import assessments
from storage.engine import open_engine
from storage.errors import StorageUnavailable, UnknownAssessment
from storage.migrate import migrate
from ui import database


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    database.close()
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("JALON_DATA", str(tmp_path / "jalon.db"))
    yield tmp_path
    database.close()


@pytest.mark.usefixtures("folder")
def test_threads_of_one_process_share_one_database() -> None:
    found = []
    threads = [threading.Thread(target=lambda: found.append(database.engine())) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 4
    assert len({id(engine) for engine in found}) == 1


@pytest.mark.usefixtures("folder")
def test_starting_purges_what_expired() -> None:
    yesterday = database.now() - dt.timedelta(days=1)
    fields = {"instrument": "digital-maturity", "version": "1", "language": "fr"}
    old = assessments.create(database.engine(), yesterday, expires_on=yesterday.date(), **fields)
    database.close()
    with pytest.raises(UnknownAssessment):
        assessments.load(database.engine(), old, yesterday)


def test_a_start_that_failed_is_tried_again(folder: Path) -> None:
    (folder / "jalon.db").mkdir()
    with pytest.raises(StorageUnavailable):
        database.engine()
    (folder / "jalon.db").rmdir()
    assert database.engine().url.database == str(folder / "jalon.db")


def test_the_server_refuses_a_newer_database_and_says_why(folder: Path) -> None:
    engine = open_engine(f"sqlite:///{folder}/jalon.db")
    migrate(engine)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    done = subprocess.run(
        [sys.executable, "-m", "uvicorn", "tests.ui.minimal_asgi:app", "--port", "0"],
        capture_output=True,
        text=True,
        timeout=60,
        env=dict(os.environ),
    )
    assert done.returncode != 0
    assert "written by a newer Jalon" in done.stdout + done.stderr
