"""A paper comes back through the screens: read, corrected, checked, and only then saved."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from reports.paper.spreadsheet import label
from storage import assessments
from tests.reports.paper.builders import filled_sheet, paper, rows_of
from ui import database, navigation

APP = Path(__file__).parents[2] / "app.py"
PAPER = paper()
FIRST, SECOND = PAPER.asked[:2]

pytestmark = pytest.mark.usefixtures("own_database")


@pytest.fixture
def opened() -> Callable[[str], AppTest]:
    def open_screen(screen: str) -> AppTest:
        at = AppTest.from_file(str(APP), default_timeout=60)
        at.query_params["lang"] = "fr"
        at.run()
        return still(at.switch_page(navigation.path(screen)).run())

    return open_screen


def on(at: AppTest, screen: str) -> AppTest:
    """Where the screen led: AppTest would run the one it came from again."""
    return still(at.switch_page(navigation.path(screen)).run())


def still(at: AppTest) -> AppTest:
    assert not at.exception
    return at


def text_of(at: AppTest) -> str:
    pieces = [re.sub(r"<[^>]+>", " ", element.value) for element in at.html]
    return " ".join(" ".join(pieces).replace("\u00a0", " ").split())


def type_sign(at: AppTest, number: int, sign: str) -> None:
    at.text_input(key=f"paper-sign-core-{number}").set_value(sign)


def check(at: AppTest) -> AppTest:
    return still(next(b for b in at.button if "Vérifier" in b.label).click().run())


def save(at: AppTest) -> AppTest:
    return still(at.button(key="paper-save-above").click().run())


def saved(at: AppTest):
    made = at.session_state["jalon.opened"][-1]
    return assessments.load(database.engine(), made, database.now())


def filled(cells: dict[str, str], sheet: int = 2) -> bytes:
    return filled_sheet(PAPER, cells, sheet)


def cell(asked) -> str:
    return rows_of(PAPER)[asked.question.id]


def test_typed_signs_are_checked_then_saved_and_lead_on(opened):
    at = opened("paper_type")
    at.text_input(key="paper-line-core").set_value("1b 2?")
    type_sign(at, 3, "c")
    at.text_input(key="paper-name").set_value("Les Tisserands")

    checked = on(check(at), "paper_check")
    assert "3 réponses lues, sur 25 questions" in text_of(checked)
    assert FIRST.answers[1].text.replace("\u00a0", " ") in text_of(checked)
    assert "jalon.opened" not in checked.session_state

    done = save(checked)
    assert "Qui êtes-vous" in text_of(done)
    record = saved(done)
    assert record.answers == {
        FIRST.question.id: FIRST.answers[1].value,
        SECOND.question.id: "unknown",
        PAPER.asked[2].question.id: PAPER.asked[2].answers[2].value,
    }
    assert record.profile["enterprise"]["name"] == "Les Tisserands"


def test_a_wrong_sign_is_explained_beside_its_field_and_nothing_is_lost(opened):
    at = opened("paper_type")
    type_sign(at, 1, "b")
    type_sign(at, 7, "f")

    again = check(at)
    assert "1 réponse à revoir" in text_of(again)
    assert "il n’y a pas de réponse f. Choisissez a, b, c, d, ? ou –." in text_of(again)
    assert again.text_input(key="paper-sign-core-1").value == "b"

    type_sign(again, 7, "a")
    assert "2 réponses lues" in text_of(on(check(again), "paper_check"))


def test_one_may_go_on_without_what_is_wrong(opened):
    at = opened("paper_type")
    type_sign(at, 1, "b")
    type_sign(at, 7, "f")

    gone_on = on(check(at).button(key="paper-without").click().run(), "paper_check")

    assert "1 réponse lue" in text_of(gone_on)
    assert "Question 7" in text_of(gone_on)
    assert saved(save(gone_on)).answers == {FIRST.question.id: FIRST.answers[1].value}


def test_nothing_typed_says_what_to_do(opened):
    assert "Rien n’est encore tapé" in text_of(check(opened("paper_type")))


def test_a_filled_workbook_shows_its_problems_and_is_saved_only_when_agreed(opened):
    at = opened("paper")
    content = filled({cell(FIRST): label(FIRST.answers[0]), cell(SECOND): "z"})

    read = on(at.file_uploader[0].upload("filled.xlsx", content).run(), "paper_check")
    assert "1 réponse lue" in text_of(read)
    assert f"Questions!{cell(SECOND)}" in text_of(read)
    assert "jalon.opened" not in read.session_state

    assert saved(save(read)).answers == {FIRST.question.id: FIRST.answers[0].value}


def test_what_a_file_got_wrong_can_be_corrected_on_the_screen(opened):
    at = opened("paper")
    content = filled({cell(FIRST): label(FIRST.answers[0]), cell(SECOND): "z"})
    read = on(at.file_uploader[0].upload("filled.xlsx", content).run(), "paper_check")

    typing = on(read.button(key="paper-correct").click().run(), "paper_type")
    assert typing.text_input(key="paper-sign-core-1").value == "a"

    type_sign(typing, 2, "b")
    assert saved(save(on(check(typing), "paper_check"))).answers == {
        FIRST.question.id: FIRST.answers[0].value,
        SECOND.question.id: SECOND.answers[1].value,
    }


def test_the_profile_of_a_workbook_is_kept_and_the_answers_are_checked_next(opened):
    at = opened("paper")
    place = "Belgique, Wallonie"
    content = filled({"C4": place, "C6": "7,5"}, sheet=3)
    read = on(at.file_uploader[0].upload("filled.xlsx", content).run(), "paper_check")

    assert place in text_of(read)
    typing = on(read.button(key="paper-correct").click().run(), "paper_type")
    type_sign(typing, 1, "a")
    done = save(on(check(typing), "paper_check"))

    enterprise = saved(done).profile["enterprise"]
    assert (enterprise["region"], enterprise["fte"]) == ("BE-WAL", "7.5")
    assert "Qui êtes-vous" not in text_of(done)


@pytest.mark.parametrize("content", [b"%PDF-1.7 broken", b"PK\x03\x04broken", b"hello", b""])
def test_a_file_that_cannot_be_read_gets_one_sentence(content, opened):
    at = still(opened("paper").file_uploader[0].upload("filled.pdf", content).run())

    assert "Ce fichier" in text_of(at)
    assert "role='alert'" in " ".join(element.value for element in at.html)


def test_the_landing_screen_leads_to_the_paper(opened):
    links = list(opened("landing").get("page_link"))
    assert any("Sur papier ou hors ligne" in str(link.proto) for link in links)
