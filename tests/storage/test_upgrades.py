"""From every schema ever released, with rows in every table, to today's: nothing is lost."""

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, inspect, text

from storage import assessments, backup_file
from storage.engine import open_engine
from storage.migrate import HEAD, known, migrate, stored_revision
from storage.portable import InDatabase
from storage.snapshot import one_moment, put
from storage.tables import NAMES
from tests.storage.any_rows import KEPT_UNTIL, SOME_MOMENT, fill_every_table
from tests.storage.builders import NOW

RELEASED = sorted(known())


def contents(engine: Engine) -> dict[str, list[dict[str, Any]]]:
    """Every row of every table, by column."""
    found: dict[str, list[dict[str, Any]]] = {}
    with one_moment(engine) as source:
        for table, row in source.rows():
            names = source.columns[table]
            found.setdefault(table, []).append(dict(zip(names, row, strict=True)))
    return found


def as_released(address: str, schema: str) -> tuple[Engine, dict[str, list[dict[str, Any]]]]:
    engine = open_engine(address)
    migrate(engine, to=schema)
    with engine.begin() as connection:
        fill_every_table(connection)
    return engine, contents(engine)


def check_nothing_lost(engine: Engine, before: dict[str, list[dict[str, Any]]]) -> None:
    after = contents(engine)
    for table, rows in before.items():
        kept = [{name: row[name] for name in rows[0]} for row in after[table]]
        assert kept == rows, table
    assert set(inspect(engine).get_table_names()) >= set(NAMES)
    for row in before["assessments"]:
        record = assessments.load(engine, row["id"], NOW)
        assert (record.worry, record.expires_on) == (row["worry"], KEPT_UNTIL)
        assert record.profile == {"n": record.profile["n"]}
        assert len(record.answers) == 1
    assert assessments.load(engine, "0id", NOW).answered_at == SOME_MOMENT
    assessments.save_answer(engine, "0id", "after-the-upgrade", "yes", NOW)


@pytest.mark.parametrize("schema", RELEASED)
def test_an_upgrade_keeps_every_row(new_address: str, schema: str) -> None:
    engine, before = as_released(new_address, schema)
    assert len(before) == len(set(NAMES) & set(inspect(engine).get_table_names()))
    migrate(engine)
    assert stored_revision(engine) == HEAD
    check_nothing_lost(engine, before)
    engine.dispose()


@pytest.mark.parametrize("schema", RELEASED)
def test_a_backup_of_an_older_database_is_restored_as_todays(
    new_address: str, tmp_path: Path, schema: str
) -> None:
    older, before = as_released(f"sqlite:///{tmp_path}/older.db", schema)
    with one_moment(older) as source:
        made = backup_file.write(tmp_path / "older.jalon", source, NOW)
    assert (made.schema, stored_revision(older)) == (schema, schema)
    engine = open_engine(new_address)
    put(engine, made)
    assert stored_revision(engine) == HEAD
    check_nothing_lost(engine, before)
    engine.dispose()


def test_an_upgrade_that_fails_changes_nothing(new_address: str) -> None:
    engine, before = as_released(new_address, "0003")
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE campaigns (id INTEGER)"))
    with pytest.raises(Exception, match="campaigns"):
        migrate(engine)
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE campaigns"))
    assert stored_revision(engine) == "0003"
    with engine.connect() as connection:
        assert "panels" not in inspect(connection).get_table_names()
        assert set(InDatabase(connection, "0003").columns) == set(before)
    migrate(engine)
    check_nothing_lost(engine, before)
    engine.dispose()
