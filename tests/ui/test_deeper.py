"""Going further on one theme, reading answers again, other frameworks, roles: on the screens."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from content.languages import LANGUAGES
from reports.library import Library, load_library
from storage import assessments
from tests.builders import check, deep_dive, deepened, question
from tests.recommendations.builders import action
from tests.recommendations.test_job_sheets import sheet
from tests.ui.test_screens import all_answers, text_of
from ui import contents, database, navigation

APP = Path(__file__).parents[2] / "app.py"
FILES = question("shared-files-here", nowhere=0, one=1, two=2, all=3)
EXIT = question("exit-tried", never=0, once=1, often=2, yearly=3)
SHARE = action(
    "share-files-here", {FILES.id: "all"}, roles=["tool-lead"], small="Un seul dossier.",
    fuller="Tout le monde.", free_option="Un espace gratuit.", risks=["Trop de droits."],
    success="On retrouve ses fichiers.", running="Une heure par mois.",
)  # fmt: skip
Opener = Callable[..., AppTest]


def with_depth(language: str) -> Library:
    """Our own content, with one deep dive and what goes with it."""
    ours = load_library(language)
    instrument = deepened(
        ours.questionnaire,
        deep_dive("tools", FILES, EXIT),
        checks=(check("twice", **{"enter-once": "retyped-for-reports", FILES.id: "all"}),),
    )
    known = {each.id for each in instrument.all_questions()}
    kept = {a: tuple(e for e in a.raises if e.question in known) for a in ours.actions}
    about = [a.model_copy(update={"raises": raises}) for a, raises in kept.items() if raises]
    return replace(
        ours,
        questionnaire=instrument,
        actions=(*about, SHARE),
        job_sheets=(sheet("tool-lead", **{FILES.id: "nowhere"}),),
    )


@pytest.fixture(autouse=True)
def own_world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    database.close()
    monkeypatch.setenv("JALON_DATA", str(tmp_path / "jalon.db"))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    libraries = {language: with_depth(language) for language in LANGUAGES}
    monkeypatch.setattr(contents, "library", libraries.__getitem__)
    yield
    database.close()


@pytest.fixture
def opened() -> Opener:
    """A screen on an assessment with these answers; the assessment is in the address."""

    def open_screen(screen: str, answers: dict[str, str], **more: str) -> AppTest:
        instrument = contents.questionnaire("fr")
        form = more.pop("form", "core")
        made = assessments.create(
            database.engine(), database.now(), instrument=instrument.id,
            version=instrument.version, language="fr", given=answers, form=form,
        )  # fmt: skip
        at = AppTest.from_file(str(APP), default_timeout=30)
        at.query_params["lang"] = more.pop("lang", "fr")
        at.session_state["jalon.opened"] = (made,)
        at.query_params["a"] = made
        for name, value in more.items():
            at.query_params[name] = value
        at.run().switch_page(navigation.path(screen)).run()
        assert not at.exception
        assert "n’a pas pu s’afficher" not in text_of(at)
        return at

    return open_screen


def links_of(at: AppTest) -> list[str]:
    return [link.proto.label for link in at.get("page_link")]


def kept(at: AppTest) -> dict[str, str]:
    made = at.session_state["jalon.opened"][0]
    return assessments.load(database.engine(), made, database.now()).answers


def test_the_results_and_the_working_offer_to_go_further(opened: Opener) -> None:
    for screen in ("results", "why"):
        labels = " ".join(links_of(opened(screen, all_answers())))
        assert "Aller plus loin sur" in labels
        assert "2 questions" in labels


def test_a_short_form_goes_on_to_the_core_before_going_further(opened: Opener) -> None:
    labels = " ".join(links_of(opened("results", all_answers(), form="flash")))
    assert "Aller plus loin sur" not in labels


def test_a_deep_dive_begins_with_what_it_changes_and_what_it_does_not(opened: Opener) -> None:
    at = opened("deep", all_answers(), d="tools")
    assert "Aller plus loin : Outils et processus" in text_of(at)
    assert "Votre score de base ne bouge pas" in text_of(at)
    at.button(key="deep-start").click().run()
    assert f"{FILES.id}?" in text_of(at)
    assert "question 1 sur 2" in text_of(at)


def test_a_deep_answer_is_saved_when_chosen_and_the_last_one_leads_back(opened: Opener) -> None:
    at = opened("question", all_answers() | {FILES.id: "one"}, q=EXIT.id)
    assert "question 2 sur 2" in text_of(at)
    at.radio[0].set_value("yearly").run()
    assert kept(at)[EXIT.id] == "yearly"
    at.button(key="continue").click().run()
    assert re.search(r"Outils et processus : score de base 33 · affiné \d+", text_of(at))


def test_back_from_the_first_deep_question_is_its_introduction(opened: Opener) -> None:
    at = opened("question", all_answers(), q=FILES.id)
    at.button(key="back").click().run()
    assert "Votre score de base ne bouge pas" in text_of(at)


def test_the_core_route_never_meets_a_deep_question(opened: Opener) -> None:
    instrument = contents.questionnaire("fr")
    last = instrument.dimension("tools").questions[-1]
    at = opened("question", all_answers(), q=last.id)
    at.button(key="continue").click().run()
    assert FILES.id not in text_of(at)
    assert "25 questions sur 25" in text_of(at)


def test_refined_scores_stand_apart_and_nothing_is_said_without_them(opened: Opener) -> None:
    refined = opened("results", all_answers() | {FILES.id: "all", EXIT.id: "yearly"})
    assert "score de base 33 · affiné 60" in text_of(refined)
    assert "Ce n’est pas la même mesure" in text_of(refined)
    assert "affiné" not in text_of(opened("results", all_answers()))


def test_the_working_of_a_refined_score_is_on_the_why_screen(opened: Opener) -> None:
    said = text_of(opened("why", all_answers() | {FILES.id: "all", EXIT.id: "yearly"}))
    assert "÷ 5 × 100 = 60" in said


def test_a_kept_score_keeps_its_refined_part(opened: Opener) -> None:
    at = opened("results", all_answers() | {FILES.id: "all", EXIT.id: "yearly"})
    made = at.session_state["jalon.opened"][0]
    card = assessments.load(database.engine(), made, database.now()).scorecard
    assert card is not None
    (tools,) = [each for each in card["dimensions"] if "refined" in each]
    assert (tools["id"], tools["refined"]["value"]) == ("tools", 60.0)


def test_a_score_kept_before_there_were_deep_dives_is_still_read(opened: Opener) -> None:
    at = opened("results", all_answers() | {FILES.id: "all"})
    made = at.session_state["jalon.opened"][0]
    record = assessments.load(database.engine(), made, database.now())
    assert record.scorecard is not None
    old = record.scorecard | {
        "dimensions": [
            {k: v for k, v in each.items() if k != "refined"}
            for each in record.scorecard["dimensions"]
        ],
        "readings": {k: v for k, v in record.scorecard["readings"].items() if k != "digcomp"},
    }
    assessments.save_scorecard(database.engine(), made, old, "0.1", database.now())
    at.run()
    assert not at.exception
    assert "version 0.1" in text_of(at)
    assert "affiné" not in text_of(at)


def test_answers_to_read_again_are_a_gentle_note_with_a_way_to_each(opened: Opener) -> None:
    twice = all_answers() | {FILES.id: "all"}
    at = opened("check", twice)
    assert "À relire ensemble, si vous voulez" in text_of(at)
    assert "Read twice again." in text_of(at)
    assert f"Modifier « {FILES.short} »" in " ".join(links_of(at)).replace("\u00a0", " ")
    assert "role='alert'" not in " ".join(element.value for element in at.html)
    at.button(key="results-above").click().run()
    assert "Vos résultats" in text_of(at)
    assert "À relire ensemble" not in text_of(opened("check", all_answers()))


def test_a_deep_answer_changed_from_the_check_comes_back_to_it(opened: Opener) -> None:
    answers = all_answers() | {FILES.id: "all"}
    at = opened("question", answers, q=FILES.id, **{"from": "check"})
    at.button(key="continue").click().run()
    assert "Relisez vos réponses" in text_of(at)


def test_other_frameworks_are_read_in_a_sentence_and_a_table(opened: Opener) -> None:
    at = opened("results", all_answers())
    said = text_of(at)
    for title in ("Les quatre axes wallons", "Cinq principes de l’économie sociale"):
        assert title in said
    assert "Sans question ici" in said
    assert [area.label for area in at.text_area] == ["Texte à compléter"]
    assert "Brouillon d’engagement" in at.text_area[0].value


def test_a_sheet_says_how_to_begin_small_and_who_is_missing(opened: Opener) -> None:
    lowest = all_answers(3) | {FILES.id: "nowhere", EXIT.id: "yearly"}
    said = text_of(opened("project", lowest, p=SHARE.id))
    for words in ("Un espace gratuit.", "Un seul dossier.", "Trop de droits.", "The tool-lead"):
        assert words in said
    assert "Rôle à confier" in said


def test_a_role_nobody_said_is_missing_is_not_called_missing(opened: Opener) -> None:
    said = text_of(opened("project", all_answers(3) | {FILES.id: "two"}, p=SHARE.id))
    assert "Un seul dossier." in said
    assert "Rôle à confier" not in said


def test_going_on_from_the_landing_counts_core_questions_only(opened: Opener) -> None:
    instrument = contents.questionnaire("fr")
    half = dict(list(all_answers().items())[:-1]) | {FILES.id: "all", EXIT.id: "yearly"}
    at = opened("landing", half)
    next(b for b in at.button if b.key and b.key.startswith("open-")).click().run()
    assert list(instrument.questions())[-1].text.replace("\u00a0", " ") in text_of(at)
