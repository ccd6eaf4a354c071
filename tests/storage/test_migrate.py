import threading
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Engine, text

from storage.assessments import load
from storage.engine import open_engine
from storage.errors import DatabaseNewer
from storage.migrate import HEAD, migrate, stored_revision
from storage.schema import metadata
from tests.storage.builders import NOW, an_assessment


def test_the_migrations_make_the_tables_the_code_uses(engine: Engine) -> None:
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_head_is_the_last_migration(engine: Engine) -> None:
    versions = Path("storage/migrations/versions").glob("[0-9]*.py")
    assert max(path.name.split("_")[0] for path in versions) == HEAD == stored_revision(engine)


def test_migrating_twice_keeps_what_is_stored(engine: Engine) -> None:
    new_id = an_assessment(engine)
    migrate(engine)
    assert load(engine, new_id, NOW).id == new_id


def test_a_newer_database_is_refused_and_left_alone(sqlite_engine: Engine) -> None:
    with sqlite_engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(DatabaseNewer, match=rf"newer Jalon .schema 9999.*knows up to {HEAD}"):
        migrate(sqlite_engine)
    assert stored_revision(sqlite_engine) == "9999"


def test_two_processes_starting_together_make_the_tables_once(tmp_path: Path) -> None:
    failures: list[BaseException] = []

    def start() -> None:
        engine = open_engine(f"sqlite:///{tmp_path}/new.db")
        try:
            migrate(engine)
        except BaseException as error:
            failures.append(error)
        engine.dispose()

    threads = [threading.Thread(target=start) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert stored_revision(open_engine(f"sqlite:///{tmp_path}/new.db")) == HEAD
