import threading
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Engine, text

from access.secrets import hash_secret
from storage.assessments import load
from storage.devices import Standing, standing
from storage.engine import open_engine
from storage.errors import DatabaseNewer
from storage.keys import find, listed
from storage.migrate import HEAD, migrate, stored_revision
from storage.schema import metadata
from tests.storage.builders import NOW, TODAY, an_assessment

WRITTEN_BY_0003 = {
    "assessments (id, created_at, updated_at, expires_on, instrument, version, form, stage,"
    " language, profile, worry)": ":id, :now, :now, :day, 'digital-maturity', '1.0', 'core', 'T0',"
    " 'fr', '{}', ''",
    "devices (device_hash, assessment_id, added_at)": f"'{hash_secret('known', 'device')}', :id,"
    " :now",
    "keys (hash, assessment_id, kind, role, created_at)": f"'{hash_secret('secret', 'link')}', :id,"
    " 'link', 'owner', :now",
}


def _readable(thing: Any, _name: str, kind: str, *_: Any) -> bool:
    """Not what is read back incompletely: the ON DELETE of a reference added to an old table.

    What that reference does is tested in test_following.py.
    """
    return kind != "foreign_key_constraint" or list(thing.column_keys) != ["follows_id"]


def test_the_migrations_make_the_tables_the_code_uses(engine: Engine) -> None:
    with engine.connect() as connection:
        opts = {"compare_type": True, "include_object": _readable}
        context = MigrationContext.configure(connection, opts=opts)
        assert compare_metadata(context, metadata) == []


def test_head_is_the_last_migration(engine: Engine) -> None:
    versions = Path("storage/migrations/versions").glob("[0-9]*.py")
    assert max(path.name.split("_")[0] for path in versions) == HEAD == stored_revision(engine)


def test_migrating_twice_keeps_what_is_stored(engine: Engine) -> None:
    new_id = an_assessment(engine)
    migrate(engine)
    assert load(engine, new_id, NOW).id == new_id


def test_browsers_known_before_there_were_roles_are_owners(new_address: str) -> None:
    engine = open_engine(new_address)
    migrate(engine, to="0003")
    before = {"id": "0" * 32, "now": NOW, "day": TODAY}
    with engine.begin() as connection:
        for table, values in WRITTEN_BY_0003.items():
            connection.execute(text(f"INSERT INTO {table} VALUES ({values})"), before)
    migrate(engine)
    assert standing(engine, "known", before["id"], NOW) == Standing("owner")
    assert find(engine, "secret", "link", NOW) is not None
    assert [key.label for key in listed(engine, before["id"])] == [""]


def test_a_newer_database_is_refused_and_left_alone(new_address: str) -> None:
    engine = open_engine(new_address)
    migrate(engine)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(DatabaseNewer, match=rf"newer Jalon .schema 9999.*knows up to {HEAD}"):
        migrate(engine)
    assert stored_revision(engine) == "9999"


def test_two_processes_starting_together_make_the_tables_once(new_address: str) -> None:
    failures: list[BaseException] = []

    def start() -> None:
        engine = open_engine(new_address)
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
    assert stored_revision(open_engine(new_address)) == HEAD
