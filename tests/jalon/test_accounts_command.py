"""`jalon accounts`: a code is printed once, never a password; whoever is stopped is out."""

import re
from pathlib import Path

import pytest

from jalon.__main__ import main
from storage import accounts, second_factor, sign_ins
from storage.engine import open_engine
from ui import database

LOGIN = "amina@example.org"


@pytest.fixture(autouse=True)
def own_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JALON_DATA", str(tmp_path / "jalon.db"))
    monkeypatch.delenv("DATABASE_URL", raising=False)


def says(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> str:
    assert main(["accounts", *arguments]) == code
    told = capsys.readouterr()
    assert told.err.count("\n") == (code != 0)
    return told.out + told.err


def known() -> accounts.Kept:
    found = accounts.by_login(open_engine(), LOGIN)
    assert found is not None
    return found


def test_an_account_is_added_listed_given_roles_and_removed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    told = says(capsys, "add", "Amina@Example.org", "--name", "Amina", "--role", "adviser")
    (code,) = re.findall(r"^code: (\S+)$", told, re.MULTILINE)
    found = accounts.by_code(open_engine(), code, database.now())
    assert found is not None
    assert (found.login, found.name, found.roles) == (LOGIN, "Amina", {"adviser"})
    assert code not in says(capsys, "list")
    assert "no password yet" in says(capsys, "list")
    says(capsys, "roles", LOGIN, "--role", "curator", "--role", "operator")
    assert known().roles == {"curator", "operator"}
    says(capsys, "roles", LOGIN)
    assert known().roles == frozenset()
    says(capsys, "remove", LOGIN)
    assert accounts.by_login(open_engine(), LOGIN) is None


def test_stopping_and_resetting_put_her_out(capsys: pytest.CaptureFixture[str]) -> None:
    says(capsys, "add", LOGIN)
    engine, now = open_engine(), database.now()
    second_factor.turn_on(engine, known().id, "SECRET", 1, ())
    for command in ("disable", "reset"):
        says(capsys, "enable", LOGIN)
        ticket = sign_ins.ticket(engine, known().id, "hers", now)
        secret = sign_ins.redeem(engine, ticket, "hers", now)
        assert secret is not None
        says(capsys, command, LOGIN)
        assert sign_ins.who(engine, secret, "hers", now) is None
    assert known().totp_secret is not None
    assert "code: " in says(capsys, "reset", LOGIN, "--telephone")
    assert known().totp_secret is None


def test_what_is_wrong_is_one_line_with_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    says(capsys, "add", LOGIN)
    assert "has an account" in says(capsys, "add", LOGIN, code=2)
    assert f"did you mean '{LOGIN}'?" in says(capsys, "disable", "amna", code=2)
    assert "did you mean 'adviser'?" in says(capsys, "add", "b", "--role", "advisor", code=2)
    outside = accounts.of_identity(open_engine(), database.now(), "https://a", "1", "X", None)
    assert "outside provider" in says(capsys, "reset", outside.id, code=2)
