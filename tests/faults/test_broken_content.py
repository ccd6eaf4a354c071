"""Files of the content damaged in production: left out, told to the operator, in nobody's way."""

import logging
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from catalogue import library as shelves
from content.languages import LANGUAGES
from recommendations import programmes_library
from reports import library
from reports.library import load_library, search_index
from storage import assessments
from ui import database, navigation, planner, startup

ROOT = Path(__file__).parents[2]
JOURNEY = ("results", "why", "roadmap", "funding", "stories", "report")
CACHED = (
    programmes_library.read_good_programmes, programmes_library.read_programmes,
    shelves.read_good, shelves.read_resources, shelves.read_cases, shelves.read_networks,
    load_library, search_index, library._shelved, library._entry_texts,
)  # fmt: skip


def misspelt(file: Path) -> None:
    """A key nobody knows."""
    file.write_text(file.read_text("utf-8") + "\nfonder: Somebody\n", "utf-8")


def cut(file: Path) -> None:
    """The second half is lost, in the middle of a word between quotes."""
    text = file.read_text("utf-8")
    file.write_text(text[: len(text) // 2] + '\n  title: "half of', "utf-8")


def scrambled(file: Path) -> None:
    """Bytes that are no text."""
    file.write_bytes(b"\xff\xfe\x00" + file.read_bytes()[::-1])


DAMAGE: dict[str, Callable[[Path], None]] = {
    "programmes/fr-fdva1.yaml": misspelt,
    "resources/cybersecurity.yaml": cut,
    "cases/collaboration-tools.yaml": scrambled,
    "networks/be-wal.yaml": misspelt,
}
"""One file of each kind that may be left out, and what happens to it."""


def forget() -> None:
    for read in CACHED:
        read.cache_clear()


class NoPlanner(planner.Planner):
    """The plan made at once is the one shown."""

    def ask(self, key: str, make: planner.Make) -> bool:
        return False


@pytest.fixture
def damaged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The site on a copy of the content in which these files are broken, and an empty database."""
    shutil.copytree(ROOT / "recommendations" / "programmes", tmp_path / "programmes")
    for kind in ("resources", "cases", "networks"):
        shutil.copytree(ROOT / "catalogue" / kind, tmp_path / kind)
    for name, damage in DAMAGE.items():
        damage(tmp_path / name)
    monkeypatch.setattr(programmes_library, "PROGRAMMES", tmp_path / "programmes")
    monkeypatch.setattr(shelves, "HERE", tmp_path)
    monkeypatch.setattr(planner, "PLANNER", NoPlanner())
    monkeypatch.setenv("JALON_DATA", str(tmp_path / "jalon.db"))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    database.close()
    forget()
    yield
    database.close()
    monkeypatch.undo()
    forget()


def opened(screen: str, **parameters: str) -> AppTest:
    at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    at.query_params["lang"] = "fr"
    if "a" in parameters:
        at.session_state["jalon.opened"] = (parameters["a"],)
    for name, value in parameters.items():
        at.query_params[name] = value
    at.run()
    at.switch_page(navigation.path(screen)).run()
    assert not at.exception, screen
    return at


def said(at: AppTest) -> str:
    return re.sub(r"<[^>]+>", " ", " ".join(element.value for element in at.html))


def test_the_operator_reads_each_broken_file_at_the_start(
    damaged: None, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR, "jalon"):
        startup.preload()

    told = [r.getMessage() for r in caplog.records if "left out of this server" in r.getMessage()]
    for name in DAMAGE:
        assert any(f"{name}:" in line for line in told), name
    assert not startup.unread


def test_what_stands_in_the_other_files_is_all_there(damaged: None) -> None:
    for language in LANGUAGES:
        found = load_library(language)
        assert len(found.programmes) > 150
        assert len(found.resources) > 100
        assert len(found.cases) > 30
        assert len(found.networks) > 50
        assert "fr-fdva1" not in {programme.id for programme in found.programmes}


def test_a_visitor_walks_from_the_answers_to_the_report(damaged: None) -> None:
    questionnaire = load_library("fr").questionnaire
    given = {q.id: q.options[0].id for q in questionnaire.questions()}
    mine = assessments.create(
        database.engine(), database.now(), instrument=questionnaire.id,
        version=questionnaire.version, language="fr", given=given,
    )  # fmt: skip
    for screen in JOURNEY:
        assert len(said(opened(screen, a=mine))) > 200, screen


def test_the_search_box_answers_from_what_is_left(damaged: None) -> None:
    at = opened("search")
    at.text_input(key="search-words").set_value("mot de passe et rançongiciel").run()
    assert not at.exception
    assert any("class='jalon-card'" in element.value for element in at.html)
