"""The search box, opened as a visitor's browser would run it."""

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from catalogue.entries import Hit
from content.languages import LANGUAGES
from reports.library import load_library
from ui import navigation, texts
from ui.components import hits

APP = Path(__file__).parents[2] / "app.py"

pytestmark = pytest.mark.usefixtures("own_database")


def opened(language: str = "fr") -> AppTest:
    at = AppTest.from_file(str(APP), default_timeout=30)
    at.query_params["lang"] = language
    at.run()
    at.switch_page(navigation.path("search")).run()
    assert not at.exception
    return at


def asked(words: str, place: str | None = None, language: str = "fr") -> str:
    at = opened(language)
    at.selectbox(key="search-place").set_value(place)
    at.text_input(key="search-words").set_value(words).run()
    assert not at.exception
    said = " ".join(re.sub(r"<[^>]+>", " ", element.value) for element in at.html)
    return re.sub(r"\s+", " ", said.replace("\u00a0", " "))


def test_nothing_is_searched_before_something_is_asked():
    at = opened()
    assert not any("class='jalon-card'" in element.value for element in at.html)


def test_a_card_says_kind_title_place_language_and_age_before_the_link():
    said = asked("modèle registre rgpd", "BE-WAL")
    card = said[said.index("modèle RGPD : que doit") :]
    assert "Belgique ; Belgique, Wallonie" in card
    assert "Page en : français" in card
    assert "lue au plus tard le 22 novembre 2026" in card
    assert "Ouvrir : RGPD : que doit" in card


def test_a_page_of_another_country_says_that_its_rules_differ():
    said = asked("mot de passe et rançongiciel", "BE-WAL")
    assert "Les règles de ce pays diffèrent" in said


def test_nothing_found_says_what_to_try():
    said = asked("tricot crochet laine", "BE-WAL")
    assert "Nous n’avons rien trouvé pour « tricot crochet laine »" in said
    assert "Choisissez « Peu importe »" in said
    assert "Vous ne trouvez pas ?" in said


def test_what_a_visitor_types_is_never_markup():
    at = opened()
    at.text_input(key="search-words").set_value("<b>zzqx</b> {words}").run()
    assert not at.exception
    assert not any("<b>zzqx" in element.value for element in at.html)


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "members database"), ("nl", "ledenbestand"), ("es", "socios"), ("de", "Mitglieder")],
)
def test_each_language_finds_and_names_the_language_of_the_page(language, words):
    t = texts.words(language)
    assert t("search.tongue", tongues="").strip() in asked(words, None, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_has_a_name(language):
    t, library = texts.words(language), load_library(language)
    for programme in library.programmes:
        assert hits.kind(t, Hit("x", "programme", programme.kind, "", "", ()))
    for kind in ("case", "network"):
        assert hits.kind(t, Hit("x", kind, "", "", "", ()))  # type: ignore[arg-type]


def test_places_are_named_once_and_everywhere_hides_the_rest():
    t = texts.words("fr")
    assert hits.places(t, hit("FR-HDF", "FR")) == "France, Hauts-de-France ; France"
    assert hits.places(t, hit("ES-CT", "ES")) == "Espagne"
    assert hits.places(t, hit("INT", "FR")) == "Partout"
    assert hits.places(t, hit("EU")) == "Union européenne"


def hit(*territories: str) -> Hit:
    return Hit("x", "network", "adviser", "", "", (), None, territories)


def test_what_was_read_too_long_ago_is_marked_and_an_aid_says_whether_one_can_apply():
    old = asked("digiscore", "BE-WAL")
    assert "À vérifier : la page a pu changer." in old
    aid = asked("chèque maturité numérique", "BE-WAL")
    assert "disponibilité à vérifier" in aid
