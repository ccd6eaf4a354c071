"""No command prints, or writes to a file, anything of a submission in the database."""

import datetime as dt

import pytest

import jalon.links
import jalon.serve
from jalon import cli
from jalon.__main__ import main
from storage import engine as storage_engine
from storage import voices
from storage.migrate import migrate
from tests.marked import WORD, a_marked_submission

NOW = dt.datetime.now(dt.UTC)
DATABASE = "{database}"
"""Stands for the database's own file, given where a command asks for a file."""

COMMANDS = {
    "questions": [],
    "score": [DATABASE],
    "match": [DATABASE],
    "plan": [DATABASE],
    "search": ["dons"],
    "report": [DATABASE, "-o", "{folder}/report.json"],
    "paper": ["-o", "{folder}/paper.pdf"],
    "read": [DATABASE],
    "check": ["--help"],
    "translate": ["--help"],
    "voices": ["--report", "{folder}/voices.json", "--patch", "{folder}/voices.patch"],
    "links": [],
    "purge": [],
    "backup": ["--help"],
    "restore": ["{folder}/none.jalon"],
    "move": ["--help"],
    "accounts": ["list"],
    "serve": [],
}
"""Every command, as it is run here; `check` and `translate` read only our own files.

What `backup` and `move` write is a copy of everything, and said to be: docs/backup.md.
"""

READ_THE_DATABASE = {"voices", "purge", "accounts"}
"""`serve` opens it for the screens, and prints nothing itself: tests/ui/test_crawl.py."""


@pytest.fixture
def marked(tmp_path, monkeypatch):
    monkeypatch.setenv("JALON_DATA", str(tmp_path / "jalon.db"))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    opened = storage_engine.open_engine()
    migrate(opened)
    made = a_marked_submission(opened, NOW)
    voices.leave(opened, NOW.date(), "request", language="fr", words="un guide des dons")
    with opened.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    opened.dispose()
    assert WORD.encode() in (tmp_path / "jalon.db").read_bytes()
    return made


@pytest.fixture
def opens(monkeypatch):
    """How many times the database was opened; no network, no server."""
    seen = []
    real = storage_engine.open_engine
    monkeypatch.setattr(storage_engine, "open_engine", lambda *a: seen.append(1) or real(*a))
    monkeypatch.setattr(jalon.links, "addresses", dict)
    monkeypatch.setattr("uvicorn.run", lambda *_, **__: None)
    return seen


def test_every_command_is_looked_at():
    assert set(cli.COMMANDS) == set(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_tells_nothing_of_a_submission(command, marked, opens, tmp_path, capfd):
    places = {"database": tmp_path / "jalon.db", "folder": tmp_path / "out"}
    places["folder"].mkdir()
    main([command, *(one.format(**places) for one in COMMANDS[command])])
    printed = capfd.readouterr()
    made = [file.read_bytes().decode("latin-1") for file in places["folder"].iterdir()]
    for told in (printed.out, printed.err, *made):
        for word in (WORD, marked.id, marked.panel, marked.campaign, *marked.secrets.values()):
            assert word not in told
    assert bool(opens) == (command in READ_THE_DATABASE)


def test_voices_tells_what_readers_gave_back_which_no_submission_hangs_on(marked, opens, capfd):
    assert main(["voices"]) == 0
    assert "un guide des dons" in capfd.readouterr().out


def test_a_purge_says_how_many_and_not_which(marked, opens, capfd):
    assert main(["purge", "--on", "2099-01-01"]) == 0
    printed = capfd.readouterr()
    assert printed.out == "4 assessment(s), team round(s), campaign(s) and voice(s) removed\n"
    assert printed.err == ""
