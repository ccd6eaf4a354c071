import sqlite3
import stat
from pathlib import Path

import pytest
from sqlalchemy import Engine

from storage.assessments import load, save_answer, save_worry
from storage.engine import database_url, open_engine
from storage.errors import StorageUnavailable
from storage.migrate import migrate
from tests.storage.builders import NOW, an_assessment


def test_the_database_is_one_file_unless_an_address_is_given() -> None:
    assert database_url({}).database == "data/jalon.db"
    assert database_url({"JALON_DATA": "elsewhere.db"}).database == "elsewhere.db"
    url = database_url({"DATABASE_URL": "postgres://u:p@h/d", "JALON_DATA": "x.db"})
    assert url.drivername == "postgresql+psycopg"


@pytest.mark.parametrize("bad", ["nonsense", "mysql://u:s3cret@h/d"])
def test_a_bad_address_is_refused_without_repeating_its_password(bad: str) -> None:
    with pytest.raises(StorageUnavailable) as caught:
        database_url({"DATABASE_URL": bad})
    assert "s3cret" not in str(caught.value)


def test_sqlite_survives_a_power_cut_and_checks_references(sqlite_engine: Engine) -> None:
    with sqlite_engine.connect() as connection:
        pragmas = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
        }
    assert pragmas == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
    }


def test_the_file_is_made_for_its_owner_alone(tmp_path: Path) -> None:
    open_engine(f"sqlite:///{tmp_path}/deep/folder/jalon.db")
    mode = stat.S_IMODE((tmp_path / "deep/folder/jalon.db").stat().st_mode)
    assert mode & 0o077 == 0


def test_a_file_that_is_no_database_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "jalon.db").write_bytes(b"not a database, " * 100)
    with pytest.raises(StorageUnavailable, match="file is not a database") as caught:
        migrate(open_engine(f"sqlite:///{tmp_path}/jalon.db"))
    assert "\n" not in str(caught.value)


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StorageUnavailable):
        open_engine(f"sqlite:///{tmp_path}/file/jalon.db")


def test_a_locked_database_is_said_and_the_next_try_works(
    sqlite_engine: Engine, sqlite_file: Path
) -> None:
    new_id = an_assessment(sqlite_engine)
    with sqlite_engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout=50")
    other = sqlite3.connect(sqlite_file)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StorageUnavailable, match="locked"):
        save_answer(sqlite_engine, new_id, "q", "a", NOW)
    other.rollback()
    assert save_answer(sqlite_engine, new_id, "q", "a", NOW) == NOW


def test_a_full_disk_is_said_and_nothing_saved_before_is_lost(sqlite_engine: Engine) -> None:
    new_id = an_assessment(sqlite_engine, given={"q": "a"})
    with sqlite_engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
    with pytest.raises(StorageUnavailable, match="full"):
        save_worry(sqlite_engine, new_id, "long " * 50_000, NOW)
    assert load(sqlite_engine, new_id, NOW).answers == {"q": "a"}
