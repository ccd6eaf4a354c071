"""The same assessment open twice: what is kept in one tab is never undone by the other."""

from decimal import Decimal
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from questionnaires import read, read_checklist
from recommendations.plan_data import read_plan
from recommendations.wishes import Means
from storage import assessments
from storage.errors import StorageUnavailable
from storage.record import Record
from ui import database, navigation, sheets, vault

APP = Path(__file__).parents[2] / "app.py"
QUESTIONNAIRE = read("digital-maturity", "fr")
FIRST = next(QUESTIONNAIRE.questions())
NONE, TALKED, WRITTEN = (option.id for option in FIRST.options[:3])

pytestmark = pytest.mark.usefixtures("own_database")


def made(instrument: str = "digital-maturity", **known: object) -> str:
    version = (
        QUESTIONNAIRE.version
        if instrument == QUESTIONNAIRE.id
        else read_checklist(instrument, "fr").version
    )
    return assessments.create(
        database.engine(),
        database.now(),
        instrument=instrument,
        version=version,
        language="fr",
        **known,
    )


def tab(screen: str, assessment: str, **parameters: str) -> AppTest:
    at = AppTest.from_file(str(APP), default_timeout=60)
    at.session_state["jalon.opened"] = (assessment,)
    at.query_params.update({"lang": "fr", "a": assessment, **parameters})
    at.run()
    return at.switch_page(navigation.path(screen)).run()


def kept(assessment: str) -> Record:
    return assessments.load(database.engine(), assessment, database.now())


def test_a_stale_answer_does_not_come_back() -> None:
    one = made()
    here, there = tab("question", one, q=FIRST.id), tab("question", one, q=FIRST.id)
    here.radio[0].set_value(WRITTEN).run()
    there.radio[0].set_value(NONE).run()
    here.run()
    assert here.radio[0].value == NONE
    assert kept(one).answers == {FIRST.id: NONE}
    # The last one to choose wins, as often as they like.
    here.radio[0].set_value(TALKED).run()
    there.run()
    assert there.radio[0].value == TALKED
    assert kept(one).answers == {FIRST.id: TALKED}


def test_an_answer_put_back_in_the_other_tab_stays_put_back() -> None:
    one = made(given={FIRST.id: NONE})
    here, there = tab("question", one, q=FIRST.id), tab("question", one, q=FIRST.id)
    here.radio[0].set_value(WRITTEN).run()
    there.run()
    there.radio[0].set_value(NONE).run()
    here.run()
    assert (here.radio[0].value, kept(one).answers) == (NONE, {FIRST.id: NONE})


def test_a_mind_changed_twice_in_a_row_ends_where_it_began() -> None:
    one = made(given={FIRST.id: NONE})
    at = tab("question", one, q=FIRST.id)
    for value in (WRITTEN, NONE, WRITTEN, NONE):
        at.radio[0].set_value(value).run()
    assert kept(one).answers == {FIRST.id: NONE}


def test_an_answer_that_could_not_be_saved_stays_and_is_saved_later(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    one = made(given={FIRST.id: NONE})
    at = tab("question", one, q=FIRST.id)

    def fails(*_: object) -> None:
        raise StorageUnavailable("down")

    with monkeypatch.context() as broken:
        broken.setattr(vault, "save_answer", fails)
        at.radio[0].set_value(WRITTEN).run()
    assert at.radio[0].value == WRITTEN
    assert kept(one).answers == {FIRST.id: NONE}
    at.run()
    assert at.radio[0].value == WRITTEN
    assert kept(one).answers == {FIRST.id: WRITTEN}


def test_two_tabs_each_complete_the_profile() -> None:
    one = made()
    here, there = tab("profile", one), tab("profile", one)
    here.text_input[0].set_value("Les Tisserands").run()
    there.number_input[0].set_value(7.5).run()
    here.selectbox[0].set_value("BE-WAL").run()
    enterprise = sheets.profile_of(kept(one)).enterprise
    assert (enterprise.name, enterprise.fte, enterprise.region) == (
        "Les Tisserands",
        Decimal("7.5"),
        "BE-WAL",
    )
    assert here.number_input[0].value == 7.5


def test_i_do_not_know_stays_chosen_though_nothing_is_kept_of_it() -> None:
    one = made()
    at = tab("profile", one)
    at.radio[0].set_value("unknown").run()
    at.run()
    assert at.radio[0].value == "unknown"
    assert sheets.profile_of(kept(one)).enterprise.economic_activity is None


def test_a_worry_written_in_the_other_tab_is_not_overwritten_by_going_on() -> None:
    one = made()
    here, there = tab("worry", one), tab("worry", one)
    there.text_area[0].set_value("Trop de fichiers.").run()
    here.run()
    assert here.text_area[0].value == "Trop de fichiers."
    assert kept(one).worry == "Trop de fichiers."


def test_hours_set_in_the_other_tab_stay_when_money_is_set_here() -> None:
    one = made(given={FIRST.id: NONE})
    here, there = tab("roadmap", one), tab("roadmap", one)
    there.number_input[0].set_value(12.0).run()
    here.number_input[1].set_value(3000).run()
    means = read_plan(kept(one).plan).means(Means())
    assert (means.hours_per_month, means.own_money_per_year) == (Decimal(12), Decimal(3000))


def test_the_last_day_chosen_in_the_other_tab_stays() -> None:
    one = made()
    here, there = tab("my_data", one), tab("my_data", one)
    box = there.selectbox[0]
    before = kept(one).expires_on
    box.select_index(0).run()
    assert kept(one).expires_on < before
    here.run()
    assert kept(one).expires_on < before


def test_two_tabs_tick_different_lines_of_an_estimate() -> None:
    one = made("dma-sme")
    here, there = (tab("dma_question", one, q="q1_invested") for _ in range(2))
    assert len(here.checkbox) > 2
    here.checkbox[0].check().run()
    there.checkbox[1].check().run()
    here.checkbox[2].check().run()
    (given,) = kept(one).numbers.values()
    assert given == (1, 2, 3)


def said(at: AppTest) -> str:
    """Everything the screen shows, in one text."""
    return " ".join(str(one.value) for one in at.get("html") + at.get("markdown"))


def press(at: AppTest, label: str) -> AppTest:
    return next(button for button in at.button if button.label == label).click().run()


def test_of_two_worries_written_at_once_neither_is_lost() -> None:
    one = made(worry="Avant.")
    here, there = tab("worry", one), tab("worry", one)
    there.text_area[0].set_value("Trop de fichiers.").run()
    here.text_area[0].set_value("Personne ne sait où.").run()
    assert kept(one).worry == "Trop de fichiers."
    assert here.text_area[0].value == "Personne ne sait où."
    assert "Trop de fichiers." in said(here)
    assert "sur un autre appareil" in said(here)
    # Going on, or another run, decides nothing.
    press(here, "Continuer")
    assert (here.text_area[0].value, kept(one).worry) == (
        "Personne ne sait où.",
        "Trop de fichiers.",
    )
    press(here, "Garder le mien")
    assert (here.text_area[0].value, kept(one).worry) == ("Personne ne sait où.",) * 2
    there.run()
    assert there.text_area[0].value == "Personne ne sait où."


def test_the_other_worry_may_be_preferred() -> None:
    one = made()
    here, there = tab("worry", one), tab("worry", one)
    there.text_area[0].set_value("Trop de fichiers.").run()
    here.text_area[0].set_value("Personne ne sait où.").run()
    press(here, "Garder l’autre")
    assert (here.text_area[0].value, kept(one).worry) == ("Trop de fichiers.",) * 2
    assert "modifié entre-temps" not in said(here)


def test_two_who_write_the_same_are_not_told_of_each_other() -> None:
    one = made()
    here, there = tab("worry", one), tab("worry", one)
    for at in (there, here):
        at.text_area[0].set_value("Trop de fichiers.").run()
    assert "modifié entre-temps" not in said(here)
    assert kept(one).worry == "Trop de fichiers."


def test_words_kept_between_our_reading_and_our_writing_are_not_overwritten(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    one = made()
    here = tab("worry", one)
    save, engine, now = assessments.save_worry, database.engine(), database.now()

    def slower(*given: object, **seen: object) -> object:
        monkeypatch.setattr(assessments, "save_worry", save)
        save(engine, one, "Plus vite.", now)
        return save(*given, **seen)  # type: ignore[arg-type]

    monkeypatch.setattr(assessments, "save_worry", slower)
    here.text_area[0].set_value("Moins vite.").run()
    assert kept(one).worry == "Plus vite."
    assert here.text_area[0].value == "Moins vite."
    assert "Plus vite." in said(here)


def test_two_names_of_the_enterprise_are_shown_to_the_second_who_writes() -> None:
    one = made()
    here, there = tab("profile", one), tab("profile", one)
    there.text_input[0].set_value("Les Tisserands").run()
    here.text_input[0].set_value("Le Gué").run()
    assert sheets.profile_of(kept(one)).enterprise.name == "Les Tisserands"
    assert "Les Tisserands" in said(here)
    # The rest of the page goes on being kept.
    here.number_input[0].set_value(3.0).run()
    assert sheets.profile_of(kept(one)).enterprise.fte == 3
    press(here, "Garder le mien")
    assert sheets.profile_of(kept(one)).enterprise.name == "Le Gué"


def test_an_answer_that_replaces_one_never_seen_says_so_and_can_be_put_back() -> None:
    one = made()
    here, there = tab("question", one, q=FIRST.id), tab("question", one, q=FIRST.id)
    there.radio[0].set_value(WRITTEN).run()
    here.radio[0].set_value(NONE).run()
    assert kept(one).answers == {FIRST.id: NONE}
    assert "une autre réponse avait été choisie" in said(here)
    press(here, "Remettre l’autre réponse")
    assert (here.radio[0].value, kept(one).answers) == (WRITTEN, {FIRST.id: WRITTEN})
    assert "une autre réponse avait été choisie" not in said(here)


SHEET = "test-a-restore"


def test_a_sheet_open_in_two_tabs_loses_no_words() -> None:
    one = made(given={FIRST.id: NONE})
    here, there = (tab("project", one, p=SHEET) for _ in range(2))
    there.text_area[-1].set_value("Vu avec Paul.").run()
    # A stale field is not written over what was kept elsewhere.
    here.run()
    assert here.text_area[-1].value == "Vu avec Paul."
    there.text_area[-1].set_value("Vu avec Paul et Anne.").run()
    here.text_area[-1].set_value("Revu avec Léa.").run()
    notes = (kept(one).plan or {})["projects"][SHEET]["notes"]
    assert notes == "Vu avec Paul et Anne."
    assert "Vu avec Paul et Anne." in said(here)
    assert here.text_area[-1].value == "Revu avec Léa."
    press(here, "Garder le mien")
    assert (kept(one).plan or {})["projects"][SHEET]["notes"] == "Revu avec Léa."


def test_words_not_kept_on_a_sheet_just_left_are_shown_on_the_next_screen() -> None:
    one = made(given={FIRST.id: NONE})
    here, there = (tab("project", one, p=SHEET) for _ in range(2))
    there.text_area[-1].set_value("Vu avec Paul.").run()
    here.text_area[-1].set_value("Vu avec Léa.")
    here.switch_page(navigation.path("results")).run()
    assert (kept(one).plan or {})["projects"][SHEET]["notes"] == "Vu avec Paul."
    assert "Vu avec Paul." in said(here)
    assert "Vu avec Léa." in said(here)
    press(here, "J’ai lu")
    assert "Vu avec Léa." not in said(here)
