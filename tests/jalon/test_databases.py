"""`backup`, `restore` and `move`, as an operator types them."""

import json
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

from jalon.__main__ import main
from storage import assessments
from storage.engine import open_engine
from storage.migrate import migrate
from tests.marked import a_marked_submission
from tests.storage.builders import NOW, an_assessment
from tools.postgres import Postgres


@pytest.fixture
def empty(postgres: Postgres):
    address = postgres.database()
    yield address
    postgres.drop(address)


@pytest.fixture
def here(tmp_path, monkeypatch):
    """The SQLite file in use."""
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("JALON_DATA", str(tmp_path / "jalon.db"))
    return tmp_path / "jalon.db"


def opened(address):
    engine = open_engine(address if "://" in str(address) else f"sqlite:///{address}")
    migrate(engine)
    return engine


def used(address, **known):
    engine = opened(address)
    made = an_assessment(engine, **known)
    engine.dispose()
    return made


def found(address, made):
    engine = opened(address)
    record = assessments.load(engine, made, NOW)
    engine.dispose()
    return record


def test_a_server_lost_with_its_disk_comes_back(here, tmp_path, capsys):
    engine = opened(here)
    made = a_marked_submission(engine, NOW)
    engine.dispose()
    file = tmp_path / "of-today.jalon"
    assert main(["backup", str(file)]) == 0
    said = capsys.readouterr().out
    assert "read back and whole" in said
    assert "assessments 1, answers 26" in said
    for gone in tmp_path.glob("jalon.db*"):
        gone.unlink()
    assert main(["restore", str(file)]) == 0
    assert "assessments 1, answers 26" in capsys.readouterr().out
    assert found(here, made.id).worry


def test_a_restore_says_what_would_be_lost_before_it_loses_it(here, tmp_path, capsys):
    made = used(here, worry="avant")
    main(["backup", str(tmp_path / "b.jalon")])
    used(here, given={"q": "a"})
    capsys.readouterr()
    assert main(["restore", str(tmp_path / "b.jalon")]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert "not empty: assessments 2, answers 1" in line
    assert "--replace" in line
    assert main(["restore", str(tmp_path / "b.jalon"), "--replace"]) == 0
    assert "in place of assessments 2, answers 1" in capsys.readouterr().out
    assert found(here, made).worry == "avant"


def test_what_was_replaced_does_not_stay_in_the_files(here, tmp_path):
    used(here)
    main(["backup", str(tmp_path / "b.jalon")])
    used(here, worry="Introuvable-7391")
    assert main(["restore", str(tmp_path / "b.jalon"), "--replace"]) == 0
    assert not any(b"Introuvable-7391" in f.read_bytes() for f in here.parent.glob("jalon.db*"))


def test_what_has_passed_its_last_day_does_not_come_back(here, tmp_path, capsys):
    used(here, expires_on=NOW.date().replace(year=2020))
    main(["backup", str(tmp_path / "b.jalon")])
    here.unlink()
    assert main(["restore", str(tmp_path / "b.jalon")]) == 0
    assert "1 had passed their last day" in capsys.readouterr().out


def test_wrong_files_and_places_are_one_line(here, tmp_path, capsys):
    def refused(*arguments):
        code = main([*map(str, arguments)])
        (line,) = capsys.readouterr().err.splitlines()
        return code, line

    code, line = refused("backup", tmp_path / "b.jalon")
    assert (code, "no database there" in line) == (2, True)
    assert not here.exists()
    used(here)
    assert "exists already" in refused("backup", here)[1]
    assert "choose another path" in refused("backup", tmp_path / "nowhere" / "b.jalon")[1]
    assert "check the path" in refused("restore", tmp_path / "nowhere.jalon")[1]
    (tmp_path / "text.jalon").write_text(json.dumps({"instrument": "digital-maturity"}))
    assert "not a backup of Jalon" in refused("restore", tmp_path / "text.jalon")[1]
    assert "only sqlite and postgresql" in refused("move", "--to", "mysql://u:p@h/d")[1]
    assert "database in use" in refused("move", "--to", f"sqlite:///{here}")[1]


def test_a_database_newer_than_the_code_is_refused_by_every_command(here, tmp_path, capsys):
    used(here)
    main(["backup", str(tmp_path / "b.jalon")])
    with closing(sqlite3.connect(here, isolation_level=None)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    capsys.readouterr()
    for command in (
        ["move", "--to", f"sqlite:///{tmp_path}/other.db"],
        ["backup", str(tmp_path / "c.jalon")],
        ["restore", str(tmp_path / "b.jalon"), "--replace"],
        ["purge"],
        ["voices"],
    ):
        assert main(command) == 3, command
        (line,) = capsys.readouterr().err.splitlines()
        assert "was written by a newer Jalon (schema 9999)" in line
        assert "Start the newer version" in line


def test_one_command_moves_everything_to_postgresql(here, empty, capsys, monkeypatch):
    engine = opened(here)
    made = a_marked_submission(engine, NOW)
    before = assessments.load(engine, made.id, NOW)
    engine.dispose()
    assert main(["move", "--to", empty]) == 0
    assert "each row read back and the same: assessments 1, answers 26" in capsys.readouterr().out
    assert found(empty, made.id) == before
    assert found(here, made.id) == before
    assert main(["move", "--to", empty]) == 2
    assert "not empty: assessments 1" in capsys.readouterr().err
    monkeypatch.setenv("DATABASE_URL", empty)
    assert main(["backup", str(here.with_name("pg.jalon"))]) == 0


def test_a_running_app_is_not_left_behind(here, empty, capsys):
    engine = opened(here)
    kept = an_assessment(engine)
    with engine.connect():
        # From another process, as it would be: within one, the locks of a file are shared.
        done = subprocess.run(
            [sys.executable, "-m", "jalon", "move", "--to", empty],
            capture_output=True, text=True, timeout=120, check=False,
        )  # fmt: skip
    assert (done.returncode, done.stdout) == (3, "")
    assert "the app is still running" in done.stderr
    assert assessments.load(engine, kept, NOW)
