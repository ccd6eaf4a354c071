"""The screens, opened as a visitor's browser would run them."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assessment.answers import UNKNOWN
from content.languages import LANGUAGES
from reports.library import load_library
from storage import assessments, keys
from storage.errors import StorageUnavailable
from ui import database, navigation, vault

APP = Path(__file__).parents[2] / "app.py"
QUESTIONNAIRE = load_library("fr").questionnaire
FIRST = next(QUESTIONNAIRE.questions())
OPTIONAL = next(q for q in QUESTIONNAIRE.questions() if q.may_not_apply)

Opener = Callable[..., AppTest]

pytestmark = pytest.mark.usefixtures("own_database")


@pytest.fixture
def an_assessment() -> Callable[..., str]:
    def make(answers: dict[str, str] | None = None, **more: str) -> str:
        return assessments.create(
            database.engine(),
            database.now(),
            instrument=QUESTIONNAIRE.id,
            version=QUESTIONNAIRE.version,
            language="fr",
            given=answers or {},
            **more,
        )

    return make


@pytest.fixture
def opened() -> Opener:
    def open_screen(screen: str, assessment: str | None = None, **parameters: str) -> AppTest:
        at = AppTest.from_file(str(APP), default_timeout=30)
        at.query_params["lang"] = parameters.pop("lang", "fr")
        if assessment:
            at.session_state["jalon.opened"] = (assessment,)
            at.query_params["a"] = assessment
        for name, value in parameters.items():
            at.query_params[name.rstrip("_")] = value
        at.run()
        if screen != "landing":
            at.switch_page(navigation.path(screen)).run()
        assert not at.exception
        return at

    return open_screen


def text_of(at: AppTest) -> str:
    """Every word on the page that is not a widget's."""
    pieces = [re.sub(r"<[^>]+>", " ", element.value) for element in at.html]
    return " ".join(pieces).replace("\u00a0", " ")


def all_answers(index: int = 1) -> dict[str, str]:
    return {q.id: q.options[min(index, len(q.options) - 1)].id for q in QUESTIONNAIRE.questions()}


FOR_AN_ACCOUNT = {"account", "two_steps", "readers_said", "service"}
"""They ask to sign in: tests/ui/test_roles_on_screens.py."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("screen", navigation.SCREENS)
def test_every_screen_opens_in_both_languages(
    screen: str, language: str, opened: Opener, an_assessment: Callable[..., str]
) -> None:
    at = opened(screen, an_assessment(all_answers()), lang=language)
    written = " ".join(element.value for element in at.html)
    assert "<h1" in written
    assert ("role='alert'" in written) == (screen in FOR_AN_ACCOUNT)
    # Streamlit would show a bare text of a screen's file.
    assert not at.markdown


ABOUT_AN_ASSESSMENT = (
    "profile", "worry", "question", "breather", "check", "results", "why", "deep", "roadmap",
    "what_if", "report", "keep", "my_data", "dma", "dma_question", "dma_results",
)  # fmt: skip


@pytest.mark.parametrize("screen", ABOUT_AN_ASSESSMENT)
def test_a_stranger_reads_nothing_at_any_address(
    screen: str, an_assessment: Callable[..., str]
) -> None:
    secret = an_assessment(worry="our secret worry")
    at = AppTest.from_file(str(APP), default_timeout=30).run()
    at.switch_page(navigation.path(screen))
    # Somebody else's, one that never was, none at all.
    for named in (secret, "0123456789abcdef", ""):
        at.query_params["a"] = named
        at.run()
        assert not at.exception
        assert "Aucune évaluation ouverte ici" in text_of(at), named
        assert "our secret worry" not in text_of(at)


def test_start_makes_an_assessment_and_asks_who_you_are(opened: Opener) -> None:
    at = opened("landing")
    at.button(key="start-core").click().run()
    assert "Qui êtes-vous" in text_of(at)
    assert len(at.session_state["jalon.opened"]) == 1


def test_continue_without_an_answer_says_what_to_do(
    opened: Opener, an_assessment: Callable[..., str]
) -> None:
    at = opened("question", an_assessment())
    assert at.radio[0].value is None
    at.button(key="continue").click().run()
    assert "Choisissez la réponse la plus proche" in text_of(at)


def test_an_answer_is_saved_when_chosen_and_said_so(
    opened: Opener, an_assessment: Callable[..., str]
) -> None:
    made = an_assessment()
    at = opened("question", made)
    at.radio[0].set_value(FIRST.options[2].id).run()
    assert re.search(r"Enregistré à \d\d:\d\d", text_of(at))
    kept = assessments.load(database.engine(), made, database.now())
    assert kept.answers == {FIRST.id: FIRST.options[2].id}


def test_an_answer_that_cannot_be_saved_stays_and_says_so(
    opened: Opener, an_assessment: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    made = an_assessment()
    at = opened("question", made)

    def fail(*_arguments: object) -> None:
        raise StorageUnavailable("full")

    with monkeypatch.context() as broken:
        broken.setattr(vault, "save_answer", fail)
        at.radio[0].set_value(FIRST.options[1].id).run()
        assert "n’a pas pu être enregistrée" in text_of(at)
        assert at.radio[0].value == FIRST.options[1].id
    at.run()
    assert "n’a pas pu être enregistrée" not in text_of(at)
    assert vault_answers(made) == {FIRST.id: FIRST.options[1].id}


def test_another_language_keeps_the_answer(
    opened: Opener, an_assessment: Callable[..., str]
) -> None:
    made = an_assessment()
    at = opened("question", made, q=FIRST.id)
    at.radio[0].set_value(FIRST.options[1].id).run()
    for language in ("en", "fr"):
        at.query_params["lang"] = language
        at.run()
        assert at.radio[0].value == FIRST.options[1].id
        # A later click anywhere must not take the answer back.
        at.run()
    assert vault_answers(made) == {FIRST.id: FIRST.options[1].id}


def test_does_not_apply_is_offered_only_where_the_author_allows_it(
    opened: Opener, an_assessment: Callable[..., str]
) -> None:
    made = an_assessment()
    options = {}
    for question in (FIRST, OPTIONAL):
        at = opened("question", made, q=question.id)
        options[question.id] = at.radio[0].options
    assert "Ne s’applique pas à nous" in options[OPTIONAL.id]
    assert "Ne s’applique pas à nous" not in options[FIRST.id]
    assert options[FIRST.id][-1] == "Je ne sais pas encore"


def test_a_half_done_assessment_has_a_result_that_says_what_it_rests_on(
    opened: Opener, an_assessment: Callable[..., str]
) -> None:
    half = dict(list(all_answers().items())[:12])
    at = opened("results", an_assessment(half))
    assert "Vous avez 12 réponses" in text_of(at)
    assert "À faire en premier" in text_of(at)
    assert "des questions" in text_of(at)


def test_all_unknown_gives_things_to_find_out_and_no_level(
    opened: Opener, an_assessment: Callable[..., str]
) -> None:
    at = opened("results", an_assessment({q.id: UNKNOWN for q in QUESTIONNAIRE.questions()}))
    assert "24 réponses encore inconnues." in text_of(at)
    assert "Il n’y a pas encore assez de réponses" in text_of(at)
    assert "Ce qui marche déjà" not in text_of(at)
    assert "nan" not in text_of(at).lower().split()


def test_a_complete_result_is_kept_as_computed(
    opened: Opener, an_assessment: Callable[..., str]
) -> None:
    made = an_assessment(all_answers())
    opened("results", made)
    kept = assessments.load(database.engine(), made, database.now())
    assert kept.scored_version == QUESTIONNAIRE.version
    assert kept.scorecard is not None
    assert 0 < kept.scorecard["overall"]["value"] < 100


def test_a_result_of_another_version_is_shown_as_it_was(
    opened: Opener, an_assessment: Callable[..., str]
) -> None:
    made = an_assessment(all_answers(0))
    opened("results", made)
    kept = assessments.load(database.engine(), made, database.now()).scorecard
    assert kept is not None
    for score in (kept["overall"], *kept["dimensions"]):
        score.update(value=80.0, low=80.0, high=80.0, level="sharing")
    assessments.save_scorecard(database.engine(), made, kept, "0.1", database.now())
    at = opened("results", made)
    assert "version 0.1" in text_of(at)
    assert QUESTIONNAIRE.levels[-1].title in text_of(at)
    assert assessments.load(database.engine(), made, database.now()).scorecard == kept


def test_a_refused_project_leaves_the_plan_and_is_remembered(
    opened: Opener, an_assessment: Callable[..., str]
) -> None:
    made = an_assessment(all_answers())
    at = opened("roadmap", made)
    refuse = next(b for b in at.button if b.key and b.key.startswith("refuse-"))
    project = refuse.key.removeprefix("refuse-")
    refuse.click().run()
    assert not at.exception
    assert f"refuse-{project}" not in {b.key for b in at.button}
    plan = assessments.load(database.engine(), made, database.now()).plan
    assert plan is not None
    assert plan["refuse"]


def test_a_bad_file_is_refused_in_words(opened: Opener) -> None:
    at = opened("resume")
    at.file_uploader[0].upload("x.json", b'{"instrument": 3').run()
    assert not at.exception
    assert "Ce fichier ne peut pas être repris" in text_of(at)


def test_a_file_of_unknown_answers_is_refused_in_words(opened: Opener) -> None:
    at = opened("resume")
    content = {"instrument": QUESTIONNAIRE.id, "answers": {FIRST.id: "nonsense"}}
    at.file_uploader[0].upload("x.json", json.dumps(content).encode()).run()
    assert "Ce fichier ne peut pas être repris" in text_of(at)
    assert "nonsense" in text_of(at)


def test_a_good_file_resumes_where_it_was_left(opened: Opener) -> None:
    at = opened("resume")
    content = {
        "instrument": QUESTIONNAIRE.id,
        "answers": {FIRST.id: FIRST.options[0].id},
        "profile": {"enterprise": {"name": "Le Gué", "fte": 7.5}},
    }
    at.file_uploader[0].upload("x.json", json.dumps(content).encode()).run()
    assert not at.exception
    second = list(QUESTIONNAIRE.questions())[1]
    assert second.text.replace("\u00a0", " ") in text_of(at)
    made = at.session_state["jalon.opened"][-1]
    kept = assessments.load(database.engine(), made, database.now())
    assert kept.answers == content["answers"]
    assert kept.profile["enterprise"]["name"] == "Le Gué"


def test_a_code_opens_the_assessment_once_it_was_made(
    opened: Opener, an_assessment: Callable[..., str]
) -> None:
    made = an_assessment({FIRST.id: FIRST.options[0].id})
    code = keys.issue(database.engine(), made, "code", database.now())
    at = opened("resume")
    at.text_input(key="code").set_value(code.lower())
    at.button(key="open-code").click().run()
    assert made in at.session_state["jalon.opened"]


def test_a_wrong_code_says_so(opened: Opener) -> None:
    at = opened("resume")
    at.text_input(key="code").set_value("0000-0000-0000-0000")
    at.button(key="open-code").click().run()
    assert "Ce code n’ouvre rien" in text_of(at)


def test_deleting_needs_a_tick_and_is_for_good(
    opened: Opener, an_assessment: Callable[..., str]
) -> None:
    made = an_assessment()
    at = opened("my_data", made)
    at.button(key="delete").click().run()
    assert "Cochez d’abord" in text_of(at)
    at.checkbox[0].check()
    at.button(key="delete").click().run()
    assert "Votre évaluation est supprimée" in text_of(at)
    with pytest.raises(LookupError):
        assessments.load(database.engine(), made, database.now())


def test_the_name_of_an_organisation_is_data_never_markup(
    opened: Opener, an_assessment: Callable[..., str]
) -> None:
    name = "<script>alert(1)</script> #evil[*"
    made = an_assessment(all_answers(), worry=name)
    vault_profile(made, {"enterprise": {"name": name}})
    at = opened("results", made)
    shown = " ".join(element.value for element in at.html)
    assert "<script>alert" not in shown
    assert "&lt;script&gt;alert" in shown


def test_the_example_is_marked_and_stores_nothing(opened: Opener) -> None:
    at = opened("example")
    assert "Ceci est un exemple" in text_of(at)
    assert at.session_state.get("jalon.opened") is None


def test_when_the_database_is_gone_the_visitor_reads_a_sentence(
    opened: Opener, an_assessment: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    made = an_assessment()

    def fail(*_arguments: object) -> None:
        raise StorageUnavailable("gone")

    monkeypatch.setattr(assessments, "load", fail)
    at = AppTest.from_file(str(APP), default_timeout=30)
    at.session_state["jalon.opened"] = (made,)
    at.query_params["a"] = made
    at.run().switch_page(navigation.path("question")).run()
    assert not at.exception
    assert "Nous n’arrivons pas à lire vos réponses" in text_of(at)


def vault_answers(assessment_id: str) -> dict[str, str]:
    return assessments.load(database.engine(), assessment_id, database.now()).answers


def vault_profile(assessment_id: str, profile: dict[str, object]) -> None:
    assessments.save_profile(database.engine(), assessment_id, profile, database.now())


def test_the_home_page_says_that_nobody_sees_the_answers_and_who_can(opened: Opener) -> None:
    at = opened("landing")
    assert "Personne ne voit vos réponses, sauf si vous en décidez autrement" in text_of(at)
    (link,) = (link for link in at.get("page_link") if "Qui voit quoi" in link.proto.label)
    assert link.proto.page == "privacy"
