import datetime as dt
from pathlib import Path

import pytest
from sqlalchemy import Engine, func, select

from storage import assessments, audit, devices, keys
from storage.errors import UnknownAssessment
from storage.removal import delete_assessment, purge
from storage.schema import answers, metadata, tombstones
from tests.storage.builders import NOW, TODAY, an_assessment

MARK = "Atelier-Introuvable-7391"
OPENED = audit.Act("read", "assessment")
YESTERDAY = TODAY - dt.timedelta(days=1)


def a_full_assessment(engine: Engine, **changes: dt.date) -> str:
    new_id = an_assessment(engine, given={"q1": MARK}, worry=MARK * 2000, **changes)
    secret = keys.issue(engine, new_id, "link", NOW, role="reader", label=MARK)
    link = keys.find(engine, secret, "link", NOW)
    if link is not None:  # its assessment may be over already
        devices.enter(engine, "a-guest", link.hash, NOW)
    audit.note(engine, new_id, audit.Who("reader", MARK, "a1b2c3"), OPENED, NOW)
    devices.attach(engine, "some-device", new_id, NOW)
    return new_id


def rows_left(engine: Engine) -> dict[str, int]:
    with engine.connect() as connection:
        return {
            table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in metadata.sorted_tables
        }


def test_a_deleted_assessment_leaves_a_day_and_a_reason(engine: Engine) -> None:
    delete_assessment(engine, a_full_assessment(engine), NOW)
    assert {table: rows for table, rows in rows_left(engine).items() if rows} == {"tombstones": 1}
    with engine.connect() as connection:
        assert connection.execute(select(tombstones)).one() == (TODAY, "deleted")


def test_deleting_leaves_the_other_assessments(engine: Engine) -> None:
    kept = a_full_assessment(engine)
    delete_assessment(engine, a_full_assessment(engine), NOW)
    assert assessments.load(engine, kept, NOW).answers == {"q1": MARK}
    assert devices.standing(engine, "some-device", kept, NOW) is not None


def test_deleting_what_is_not_there_is_said(engine: Engine) -> None:
    with pytest.raises(UnknownAssessment):
        delete_assessment(engine, "0" * 32, NOW)
    assert rows_left(engine)["tombstones"] == 0


def test_a_purge_takes_what_expired_and_nothing_else(engine: Engine) -> None:
    a_full_assessment(engine, expires_on=YESTERDAY)
    a_full_assessment(engine, expires_on=YESTERDAY)
    last_day = a_full_assessment(engine, expires_on=TODAY)
    assert purge(engine, TODAY) == 2
    assert purge(engine, TODAY) == 0
    assert assessments.load(engine, last_day, NOW).id == last_day
    with engine.connect() as connection:
        assert connection.execute(select(tombstones)).all() == [(TODAY, "expired")] * 2
        assert connection.execute(select(func.count()).select_from(answers)).scalar() == 1


@pytest.mark.parametrize("how", ["purge", "delete"])
def test_nothing_of_it_remains_in_the_files(
    sqlite_engine: Engine, sqlite_file: Path, how: str
) -> None:
    new_id = a_full_assessment(sqlite_engine, expires_on=YESTERDAY)
    files = [sqlite_file, sqlite_file.with_name("jalon.db-wal")]
    assert any(MARK.encode() in file.read_bytes() for file in files)
    if how == "purge":
        purge(sqlite_engine, TODAY)
    else:
        delete_assessment(sqlite_engine, new_id, NOW)
    for file in sqlite_file.parent.iterdir():
        content = file.read_bytes()
        assert MARK.encode() not in content
        assert new_id.encode() not in content
