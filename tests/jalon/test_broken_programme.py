"""A broken programme file: refused by `check`, left out of the app, told to the operator."""

import datetime as dt
import json
import logging
import shutil

import pytest

from assessment.profile import Profile
from jalon.__main__ import main
from recommendations import programmes_library
from reports.build import build_dossier
from reports.dossier import Sheet
from reports.library import load_library, search_index
from ui import startup

GOOD = ("be-fonds-4s", "fr-dla")
BROKEN = "fr-fdva1"
ON = dt.date(2026, 11, 22)


@pytest.fixture
def one_is_broken(tmp_path, monkeypatch):
    """A folder of three programmes; in one, a field is misspelt on line 3."""
    for name in (*GOOD, BROKEN):
        shutil.copy(programmes_library.PROGRAMMES / f"{name}.yaml", tmp_path)
    broken = tmp_path / f"{BROKEN}.yaml"
    lines = broken.read_text("utf-8").splitlines()
    lines.insert(2, "fonder: Somebody")
    broken.write_text("\n".join(lines), "utf-8")
    monkeypatch.setattr(programmes_library, "PROGRAMMES", tmp_path)
    forget()
    yield broken
    monkeypatch.undo()
    forget()


def forget():
    for read in (
        programmes_library.read_programmes, programmes_library.read_good_programmes,
        load_library, search_index,
    ):  # fmt: skip
        read.cache_clear()


def test_check_fails_and_says_file_line_and_remedy(one_is_broken, capsys):
    code = main(["check"])

    said = capsys.readouterr().out
    assert code == 1
    assert f"{BROKEN}.yaml:3" in said
    assert "Did you mean 'funder'?" in said


def test_a_dossier_and_the_search_do_without_it(one_is_broken):
    dossier = build_dossier(load_library("fr"), Sheet(answers={}, date=ON, profile=Profile()), ON)

    assert [m.programme.id for m in dossier.matches] == sorted(GOOD)
    assert BROKEN not in {entry.id for entry in search_index().entries}


def test_the_operator_reads_it_once_in_the_log_when_the_server_starts(one_is_broken, caplog):
    with caplog.at_level(logging.ERROR, "jalon"):
        startup.preload()

    (line,) = [r.getMessage() for r in caplog.records if "left out" in r.getMessage()]
    assert f"{BROKEN}.yaml:3" in line
    assert "Did you mean 'funder'?" in line


def test_match_answers_for_the_others_and_says_the_broken_one_in_one_line(
    one_is_broken, tmp_path, capsys
):
    profile = tmp_path / "profile.json"
    profile.write_text(json.dumps({"enterprise": {"region": "FR-HDF"}}))

    code = main(["match", str(profile), "--language", "en"])

    out, err = capsys.readouterr()
    found = json.loads(out)["programmes"]
    assert code == 0
    assert sorted(p["id"] for p in found) == sorted(GOOD)
    assert all(c["source"].startswith("http") for p in found for c in p["criteria"])
    assert len(err.splitlines()) == 1
    assert f"{BROKEN}.yaml:3" in err
