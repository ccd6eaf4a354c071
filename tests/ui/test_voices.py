"""What readers give back on the screens: one tap, nothing lost, nobody named, nobody flooding."""

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from access.throttle import Throttle
from reports.library import load_library
from storage import assessments
from storage import voices as stored
from storage.errors import StorageUnavailable
from storage.voices import Voice
from ui import database, navigation, visitor, voices

APP = Path(__file__).parents[2] / "app.py"
QUESTIONNAIRE = load_library("fr").questionnaire
HOSTILE = "<img src=x onerror=alert(1)> [lien](javascript:alert(1)) $x$ 'É\u202e"


@pytest.fixture(autouse=True)
def own_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    database.close()
    monkeypatch.setenv("JALON_DATA", str(tmp_path / "jalon.db"))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    for name in ("BY_BROWSER", "BY_ADDRESS"):
        monkeypatch.setattr(voices, name, Throttle(20, dt.timedelta(hours=1)))
    yield
    database.close()


def opened(screen: str, assessment: str = "", **parameters: str) -> AppTest:
    at = AppTest.from_file(str(APP), default_timeout=30)
    at.query_params["lang"] = "fr"
    if assessment:
        at.session_state["jalon.opened"] = (assessment,)
        at.query_params["a"] = assessment
    for name, value in parameters.items():
        at.query_params[name] = value
    at.run()
    at.switch_page(navigation.path(screen)).run()
    assert not at.exception
    return at


def an_assessment() -> str:
    given = {q.id: q.options[0].id for q in QUESTIONNAIRE.questions()}
    return assessments.create(
        database.engine(), database.now(), instrument=QUESTIONNAIRE.id,
        version=QUESTIONNAIRE.version, language="fr", given=given,
    )  # fmt: skip


def page(at: AppTest) -> str:
    words = " ".join(re.sub(r"<[^>]+>", " ", element.value) for element in at.html)
    return words.replace("\u00a0", " ")


def kept() -> tuple[Voice, ...]:
    return stored.listed(database.engine())


def send(at: AppTest, label: str) -> None:
    next(button for button in at.button if button.label == label).click().run()
    assert not at.exception


def test_an_unclear_question_takes_one_tap_and_a_word_if_one_likes() -> None:
    at = opened("question", an_assessment(), q="two-factor")
    at.button(key="unclear").click().run()
    (voice,) = kept()
    assert (voice.kind, voice.about, voice.said) == ("unclear", "two-factor", {})
    assert voice.day == database.now().date()
    assert "Merci. C’est noté" in page(at)
    at.text_input[0].input("le mot « facteur »")
    send(at, "Ajouter ces mots")
    assert kept()[0].said == {"text": "le mot « facteur »"}
    assert not at.text_input


def test_an_unclear_signal_can_be_taken_back() -> None:
    at = opened("question", an_assessment(), q="two-factor")
    at.button(key="unclear").click().run()
    at.button(key="unclear-back").click().run()
    assert kept() == ()
    assert at.button(key="unclear").label == "Cette question n’est pas claire pour moi"


def test_each_question_has_its_own_signal() -> None:
    at = opened("question", an_assessment(), q="two-factor")
    at.button(key="unclear").click().run()
    at.query_params["q"] = "backup-restored"
    at.run()
    at.button(key="unclear").click().run()
    assert {voice.about for voice in kept()} == {"two-factor", "backup-restored"}


def test_a_dma_question_can_be_unclear_too() -> None:
    made = assessments.create(
        database.engine(), database.now(), instrument="dma-sme", version="1.0", language="fr"
    )
    at = opened("dma_question", made, q="q1_invested")
    at.button(key="unclear").click().run()
    assert kept()[0].about == "dma-sme/q1_invested"


def suggestion(at: AppTest, title: str = "Guide", url: str = "exemple.org/guide") -> AppTest:
    at.text_input(key="s-title").input(title)
    at.text_input(key="s-url").input(url)
    return at


def test_a_suggestion_is_kept_and_thanked_for() -> None:
    at = suggestion(opened("suggest"))
    at.selectbox(key="s-topic-fr").select("ai")
    at.text_input(key="s-text").input("Clair et court.")
    send(at, "Envoyer")
    (voice,) = kept()
    assert (voice.kind, voice.about, voice.language) == ("suggest", None, "fr")
    assert voice.said == {
        "title": "Guide", "url": "https://exemple.org/guide", "topic": "ai",
        "text": "Clair et court.",
    }  # fmt: skip
    assert "Merci. Une personne va lire" in page(at)


@pytest.mark.parametrize(
    ("title", "url", "said"),
    [
        ("", "https://exemple.org", "Écrivez son nom"),
        ("Guide", "", "n’en est pas une"),
        ("Guide", "javascript:alert(1)", "n’en est pas une"),
        ("Guide", "pas une adresse", "n’en est pas une"),
    ],
)
def test_what_is_missing_is_said_and_nothing_typed_is_lost(title: str, url: str, said: str) -> None:
    at = suggestion(opened("suggest"), title, url)
    at.text_input(key="s-text").input("mes mots")
    send(at, "Envoyer")
    assert said in page(at)
    assert kept() == ()
    assert at.text_input(key="s-text").value == "mes mots"
    assert at.text_input(key="s-title").value == title


def test_a_database_that_does_not_answer_loses_no_word(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_args: object, **_more: object) -> str:
        raise StorageUnavailable("locked")

    at = suggestion(opened("suggest"))
    with monkeypatch.context() as broken:
        broken.setattr(stored, "leave", fail)
        send(at, "Envoyer")
    assert "Vos mots restent à l’écran" in page(at)
    assert at.text_input(key="s-title").value == "Guide"
    send(at, "Envoyer")
    assert len(kept()) == 1


def test_one_browser_cannot_flood(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(voices, "BY_BROWSER", Throttle(1, dt.timedelta(hours=1)))
    at = opened("question", an_assessment(), q="two-factor")
    at.button(key="unclear").click().run()
    at.query_params["q"] = "backup-restored"
    at.run()
    at.button(key="unclear").click().run()
    assert "Essayez encore dans une heure" in page(at)
    assert len(kept()) == 1


def test_one_address_cannot_flood_with_many_browsers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(voices, "BY_ADDRESS", Throttle(1, dt.timedelta(hours=1)))
    monkeypatch.setattr(visitor, "address", lambda: "192.0.2.1")
    for _ in range(2):
        at = opened("suggest")
        send(suggestion(at), "Envoyer")
    assert "Essayez encore dans une heure" in page(at)
    assert len(kept()) == 1


def test_a_missing_resource_is_asked_for() -> None:
    at = opened("suggest")
    send(at, "Demander")
    assert "Dites en quelques mots" in page(at)
    words = next(one for one in at.text_input if one.label == "Ce que vous cherchez")
    words.input("un modèle de charte")
    send(at, "Demander")
    (voice,) = kept()
    assert (voice.kind, voice.said) == ("request", {"words": "un modèle de charte"})
    assert "Votre demande est notée" in page(at)


def asking(query: str) -> None:
    from ui import texts
    from ui.components.missing import ask_for

    ask_for(texts.words("fr"), query)


def test_a_search_that_found_nothing_hands_its_words_over() -> None:
    at = AppTest.from_function(asking, kwargs={"query": HOSTILE}).run()
    assert at.text_input[0].value == HOSTILE
    send(at, "Demander")
    assert kept()[0].said["words"].startswith("<img src=x")
    assert "onerror" not in "".join(element.value for element in at.html)


def first_review(at: AppTest) -> str:
    key = next(one.key for one in at.button if (one.key or "").startswith("open-review-"))
    at.button(key=key).click().run()
    return str(key).removeprefix("open-review-")


def test_a_reader_says_whether_a_resource_helped() -> None:
    at = opened("project", an_assessment())
    project = first_review(at)
    send(at, "Envoyer")
    assert "Choisissez de quoi vous parlez" in page(at)
    about = at.radio(key=f"about-review-{project}-fr")
    about.set_value(about.options[0] if about.value is None else about.value)
    at.radio(key=f"verdict-review-{project}-fr").set_value("dead")
    at.text_input(key=f"text-review-{project}").input("page introuvable")
    send(at, "Envoyer")
    (voice,) = kept()
    library = load_library("fr")
    assert voice.about in {*library.resources, *library.cases, *library.networks}
    assert voice.said == {"verdict": "dead", "text": "page introuvable"}
    assert "Merci. C’est noté" in page(at)


def test_a_review_can_be_closed_without_sending() -> None:
    at = opened("project", an_assessment())
    project = first_review(at)
    at.button(key=f"close-review-{project}").click().run()
    assert at.button(key=f"open-review-{project}").label == "Dire si cela vous a aidé"
    assert kept() == ()


@pytest.mark.parametrize("screen", ["stories", "roadmap"])
def test_the_screen_to_suggest_is_one_link_away(screen: str) -> None:
    links = opened(screen, an_assessment()).get("page_link")
    assert "Proposer une ressource" in [link.proto.label for link in links]
