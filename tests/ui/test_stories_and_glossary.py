"""True stories and explained words, opened as a visitor's browser would run them."""

import datetime as dt
import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from catalogue.glossary import read_glossary, words_in
from catalogue.library import read_cases
from catalogue.model import Case
from content.everything import texts_in
from reports.library import load_library
from ui import navigation, texts
from ui.components import html, story
from ui.components.glossary import words_fold
from ui.components.help import helpers
from ui.components.project import detail
from ui.examples import example

APP = Path(__file__).parents[2] / "app.py"
TODAY = dt.date(2026, 11, 24)
CASES = {case.id: case for case in read_cases("fr")}

pytestmark = pytest.mark.usefixtures("own_database")


def opened(screen: str, language: str = "fr") -> AppTest:
    at = AppTest.from_file(str(APP), default_timeout=30)
    at.query_params["lang"] = language
    at.run()
    at.switch_page(navigation.path(screen)).run()
    assert not at.exception
    return at


def page(at: AppTest) -> str:
    words = " ".join(re.sub(r"<[^>]+>", " ", element.value) for element in at.html)
    return words.replace("\u00a0", " ")


def test_every_story_is_there_with_its_challenge_and_its_source():
    shown, markup = page(opened("stories")), " ".join(e.value for e in opened("stories").html)
    assert "40 histoires sur 40" in shown
    for case in CASES.values():
        assert case.url.replace("&", "&amp;") in markup
    assert CASES["coopeco-caisse-odoo"].challenge.replace("\u00a0", " ") in shown


def test_a_trade_and_a_subject_narrow_the_stories():
    at = opened("stories")
    at.selectbox(key="stories-sector_group").select("care").run()
    at.selectbox(key="stories-topic").select("cybersecurity").run()
    assert "2 histoires sur 40" in page(at)
    assert "Open Thuis" in page(at)
    assert "Coopéco" not in page(at)


def test_what_did_not_quite_work_can_be_asked_for_alone():
    at = opened("stories")
    at.checkbox(key="stories-not_all_well").check().run()
    honest = [case for case in CASES.values() if case.outcome != "success"]
    assert f"{len(honest)} histoires sur 40" in page(at)


def test_a_dead_end_says_which_choice_to_let_go():
    at = opened("stories")
    at.selectbox(key="stories-sector_group").select("food").run()
    at.selectbox(key="stories-topic").select("cybersecurity").run()
    assert "0 histoire sur 40" in page(at)
    assert "sans le choix « Sujet » : 8 histoires" in page(at)
    assert "sans le choix « Métier » : 2 histoires" in page(at)


@pytest.mark.parametrize(
    ("case", "told", "untold"),
    [
        ("la-cagette-odoo", "19 000", "année non dite"),
        ("coopeco-caisse-odoo", "année non dite", "Ce que cela a coûté"),
        ("open-thuis-rancongiciel", "En partie.", "Réussi."),
        ("processos-erp-coopdevs", "On ne sait pas encore.", "Réussi."),
        ("framasoft-framaspace", "Raconté par l’organisation elle-même, 2024", "non dite"),
    ],
)
def test_a_story_tells_what_its_source_says_and_nothing_more(case, told, untold):
    whole = story.whole(texts.words("fr"), CASES[case], TODAY).replace("\u00a0", " ")
    assert told in whole
    assert untold not in whole


def test_a_size_that_was_not_seen_is_said():
    assert "taille non dite" in story.teller(texts.words("fr"), CASES["nubo-cloud-cooperatif"])


def test_what_a_source_says_is_never_markup():
    case: Case = CASES["nubo-cloud-cooperatif"].model_copy(update={"result": "<b>gros</b>"})
    assert "&lt;b&gt;" in story.whole(texts.words("fr"), case, TODAY)


def test_the_glossary_shows_every_word_with_its_meaning():
    shown = page(opened("glossary"))
    for word in read_glossary("fr").words:
        assert word.word.replace("\u00a0", " ") in shown


def test_a_question_explains_the_words_it_uses():
    questionnaire = load_library("fr").questionnaire
    said = tuple(texts_in(questionnaire.question("two-factor")))
    fold = words_fold(texts.words("fr"), "glossary.here", said)
    assert "Mots de cette page" in fold
    assert "Un mot de passe volé ne suffit plus." in fold.replace("\u00a0", " ")
    assert words_fold(texts.words("fr"), "glossary.here", ["Rien de technique ici."]) == ""
    assert "deux étapes" in " ".join(word.word for word in words_in(said, read_glossary("fr")))


def test_a_project_tells_its_story_in_a_fold_and_explains_its_words():
    t, dossier = texts.words("fr"), example("fr", dt.date(2026, 11, 24))
    told = [sheet for sheet in dossier.projects if sheet.help.case is not None]
    assert told
    for sheet in told:
        case = dossier.library.cases[sheet.help.case.id]
        assert html.esc(t("story.fold", organisation=case.organisation)) in helpers(
            t, dossier, sheet
        )
    cards = "".join(detail(t, dossier, sheet) for sheet in dossier.projects)
    assert t("glossary.project") in cards
