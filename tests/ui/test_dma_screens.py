"""The screens of the DMA estimate, opened as a visitor's browser would run them."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assessment.checklist import Scale
from questionnaires import CHECKLISTS, read_checklist
from storage import assessments
from storage.errors import StorageUnavailable
from storage.record import Record
from ui import database, navigation, vault

APP = Path(__file__).parents[2] / "app.py"
SAMPLES = json.loads(
    (Path(__file__).parents[1] / "cases" / "dma-sample-cases.json").read_text(encoding="utf-8")
)["cases"]
BEST = next(case for case in SAMPLES if case["id"] == "sme-all-max")["answers"]
SME = read_checklist("dma-sme", "fr")
SCREENS = ("dma", "dma_question", "dma_results")

Opener = Callable[..., AppTest]

pytestmark = pytest.mark.usefixtures("own_database")


@pytest.fixture
def opened() -> Opener:
    def open_screen(
        screen: str, assessment: str, before: str | None = None, **parameters: str
    ) -> AppTest:
        at = AppTest.from_file(str(APP), default_timeout=30)
        at.session_state["jalon.opened"] = (before, assessment) if before else (assessment,)
        at.query_params["lang"] = parameters.pop("lang", "fr")
        at.query_params["a"] = assessment
        for name, value in parameters.items():
            at.query_params[name.rstrip("_")] = value
        at.run()
        if screen != "landing":
            at.switch_page(navigation.path(screen)).run()
        assert not at.exception
        return at

    return open_screen


def an_estimate(
    numbers: dict[str, list[int]] | None = None, instrument: str = "dma-sme", **more: object
) -> str:
    return assessments.create(
        database.engine(),
        database.now(),
        instrument=instrument,
        version=read_checklist(instrument, "fr").version,
        language="fr",
        numbers=numbers or {},
        **more,
    )


def record_of(made: str) -> Record:
    return assessments.load(database.engine(), made, database.now())


def text_of(at: AppTest) -> str:
    pieces = [re.sub(r"<[^>]+>", " ", element.value) for element in at.html]
    return " ".join(pieces).replace("\u00a0", " ")


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("instrument", CHECKLISTS)
@pytest.mark.parametrize("screen", SCREENS)
def test_every_screen_opens_in_both_languages(
    screen: str, instrument: str, language: str, opened: Opener
) -> None:
    answers = next(c for c in SAMPLES if c["id"] == f"{instrument[4:]}-all-max")["answers"]
    at = opened(screen, an_estimate(answers, instrument), lang=language)
    shown = " ".join(element.value for element in at.html)
    assert "<h1" in shown
    assert "role='alert'" not in shown
    assert not at.markdown


@pytest.mark.parametrize("instrument", CHECKLISTS)
def test_from_the_list_of_assessments_to_the_first_question(
    instrument: str, opened: Opener
) -> None:
    at = opened("others", an_estimate())
    at.button(key=f"start-{instrument}").click().run()
    checklist = read_checklist(instrument, "fr")
    assert checklist.title in text_of(at)
    assert checklist.estimate in text_of(at)
    made = at.session_state["jalon.opened"][-1]
    assert record_of(made).instrument == instrument
    at = opened("dma", made)
    at.button(key="continue").click().run()
    assert next(checklist.questions()).text in text_of(at)


def test_stage_and_profile_are_kept_as_they_are_said(opened: Opener) -> None:
    made = an_estimate()
    at = opened("dma", made)
    at.radio[0].set_value("T1").run()
    at.text_input[0].set_value(" Le Gué ").run()
    at.selectbox(key=f"country.{made}.fr").set_value("BE").run()
    at.selectbox(key=f"sector.{made}.fr").set_value("education").run()
    kept = record_of(made)
    assert kept.stage == "T1"
    assert kept.profile["dma_profile"] == {
        "name": "Le Gué",
        "country": "BE",
        "sector": "education",
    }


def test_a_tick_is_saved_at_once_and_taken_back_at_once(opened: Opener) -> None:
    made = an_estimate()
    at = opened("dma_question", made, q="q2")
    at.checkbox[0].check().run()
    at.checkbox[4].check().run()
    assert record_of(made).numbers == {"q2": (1, 5)}
    assert re.search(r"Enregistré à \d\d:\d\d", text_of(at))
    at.checkbox[0].uncheck().run()
    assert record_of(made).numbers == {"q2": (5,)}


def test_continue_with_nothing_ticked_is_an_answer(opened: Opener) -> None:
    made = an_estimate()
    at = opened("dma_question", made, q="q2")
    assert record_of(made).numbers == {}
    at.button(key="continue").click().run()
    assert record_of(made).numbers == {"q2": ()}
    assert SME.question("q3").text in text_of(at)


def test_each_graded_row_is_saved_and_the_open_ones_are_told(opened: Opener) -> None:
    made = an_estimate()
    at = opened("dma_question", made, q="q11")
    at.radio[1].set_value(2).run()
    assert record_of(made).numbers == {"q11": (-1, 2, -1, -1, -1)}
    at.button(key="continue").click().run()
    assert "Il reste 4 lignes" in text_of(at)
    at.button(key="later").click().run()
    assert "Encore 3 questions à lignes" in text_of(at)


def test_the_remaining_rows_can_be_answered_together(opened: Opener) -> None:
    made = an_estimate({"q4": [-1, 3, -1, -1, -1, -1, 5]})
    at = opened("dma_question", made, q="q4")
    at.button(key="rest").click().run()
    assert record_of(made).numbers == {"q4": (0, 3, 0, 0, 0, 0, 5)}
    assert [radio.value for radio in at.radio] == [0, 3, 0, 0, 0, 0, 5]
    at.run()
    assert record_of(made).numbers == {"q4": (0, 3, 0, 0, 0, 0, 5)}


def test_another_language_keeps_ticks_and_rows(opened: Opener) -> None:
    made = an_estimate({"q2": [1, 5], "q11": [0, 1, 2, -1, 0]})
    for question in ("q2", "q11"):
        at = opened("dma_question", made, q=question)
        for language in ("en", "fr"):
            at.query_params["lang"] = language
            at.run()
            at.run()
    assert record_of(made).numbers == {"q2": (1, 5), "q11": (0, 1, 2, -1, 0)}


def test_the_negative_item_beside_others_brings_a_soft_note(opened: Opener) -> None:
    at = opened("dma_question", an_estimate({"q7": [2]}), q="q7")
    assert SME.mixed is not None
    assert SME.mixed not in text_of(at)
    at.checkbox[0].check().run()
    assert SME.mixed in text_of(at)
    at.button(key="continue").click().run()
    assert SME.question("q8").text in text_of(at)


def test_an_answer_that_cannot_be_saved_stays_and_says_so(
    opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = an_estimate()
    at = opened("dma_question", made, q="q2")

    def fail(*_arguments: object) -> None:
        raise StorageUnavailable("full")

    with monkeypatch.context() as broken:
        broken.setattr(vault, "save_numbers", fail)
        at.checkbox[0].check().run()
        assert "n’a pas pu être enregistrée" in text_of(at)
        assert at.checkbox[0].value is True
    at.run()
    assert record_of(made).numbers == {"q2": (1,)}


def test_the_result_says_level_estimate_and_limits_and_is_kept(opened: Opener) -> None:
    made = an_estimate(BEST)
    at = opened("dma_results", made)
    said = text_of(at)
    assert "Avancé · 100 sur 100" in said
    assert SME.estimate in said
    assert SME.limits[0] in said
    kept = record_of(made)
    assert kept.scored_version == SME.version
    assert kept.scorecard is not None
    assert kept.scorecard["overall"]["level"] == "advanced"


def test_the_way_to_count_question_7_can_be_chosen_and_the_kept_score_stays(
    opened: Opener,
) -> None:
    made = an_estimate(BEST)
    at = opened("dma_results", made)
    at.radio[0].set_value("negative_minus_one").run()
    assert "101,4 sur 100" in text_of(at)
    kept = record_of(made).scorecard
    assert kept is not None
    assert kept["overall"]["value"] == 100


def test_without_its_scales_there_is_no_estimate_but_the_way_to_it(opened: Opener) -> None:
    made = an_estimate({"q2": [1], "q4": [0] * 7})
    at = opened("dma_results", made)
    assert "Encore 2 questions à lignes" in text_of(at)
    assert "sur 100" not in text_of(at)
    assert record_of(made).scorecard is None


def test_a_result_of_another_version_is_shown_as_it_was(opened: Opener) -> None:
    made = an_estimate(BEST)
    opened("dma_results", made)
    card = record_of(made).scorecard
    assert card is not None
    card["overall"].update(value=10.0, level="basic")
    assessments.save_scorecard(database.engine(), made, card, "0.1", database.now())
    at = opened("dma_results", made)
    assert "version 0.1" in text_of(at)
    assert "De base · 10 sur 100" in text_of(at)
    assert record_of(made).scorecard == card


@pytest.mark.parametrize("screen", ["results", "roadmap", "report", "why", "question", "profile"])
def test_advice_and_plan_are_never_offered_for_an_estimate(screen: str, opened: Opener) -> None:
    made = an_estimate(BEST)
    at = opened(screen, made)
    assert "Ceci est une estimation DMA" in text_of(at)
    assert all(b.key.startswith("jalon-language-") for b in at.button)
    assert record_of(made).plan is None


@pytest.mark.parametrize("screen", SCREENS)
def test_an_estimate_is_never_made_of_an_assessment_of_ours(screen: str, opened: Opener) -> None:
    ours = assessments.create(
        database.engine(), database.now(), instrument="digital-maturity", version="1.0",
        language="fr",
    )  # fmt: skip
    assert "Ceci est une évaluation de Jalon" in text_of(opened(screen, ours))


def test_the_list_of_this_device_says_what_each_is_and_reopens_it(opened: Opener) -> None:
    made = an_estimate({"q1_invested": [1]}, stage="T1")
    at = opened("landing", made)
    assert f"{SME.title} (T1)" in text_of(at)
    at.button(key=f"open-{made}").click().run()
    assert SME.question("q1_planned").text in text_of(at)


def test_the_answer_file_resumes_where_it_was_left(opened: Opener) -> None:
    at = opened("resume", an_estimate())
    content = {
        "instrument": "dma-sme",
        "stage": "T2",
        "answers": {"q1_invested": [1, 10], "q1_planned": []},
        "dma_profile": {"name": "Le Gué"},
    }
    at.file_uploader[0].upload("x.json", json.dumps(content).encode()).run()
    assert SME.question("q2").text in text_of(at)
    kept = record_of(at.session_state["jalon.opened"][-1])
    assert kept.numbers == {"q1_invested": (1, 10), "q1_planned": ()}
    assert (kept.stage, kept.profile["dma_profile"]["name"]) == ("T2", "Le Gué")


@pytest.mark.parametrize(
    "content",
    [
        {"instrument": "dma-sme", "answers": {"q2": [99]}},
        {"instrument": "dma-sme", "answers": {"q2": "yes"}},
        {"instrument": "dma-sme", "answers": {}, "dma_profile": {"size": "tiny"}},
        {"instrument": "digital-maturity", "answers": {"backup-restored": [1]}},
    ],
)
def test_a_bad_file_is_refused_in_words(content: object, opened: Opener) -> None:
    at = opened("resume", an_estimate())
    at.file_uploader[0].upload("x.json", json.dumps(content).encode()).run()
    assert not at.exception
    assert "Ce fichier ne peut pas être repris" in text_of(at)


def test_keep_and_my_data_work_for_an_estimate_too(opened: Opener) -> None:
    made = an_estimate(BEST)
    assert "Nous gardons 12 réponses" in text_of(opened("my_data", made))
    at = opened("keep", made)
    next(b for b in at.button if b.label == "Continuer").click().run()
    assert "Votre estimation compatible DMA" in text_of(at)


def test_every_scale_is_one_row_of_choices_a_line(opened: Opener) -> None:
    at = opened("dma_question", an_estimate(), q="q4")
    question = SME.question("q4")
    assert isinstance(question, Scale)
    assert [radio.label for radio in at.radio] == list(question.rows)
    assert all(radio.value is None for radio in at.radio)


EARLIER = {**BEST, "q2": [1, 2], "q4": [0, 3, 0, 0, 0, 0, 5]}
"""Gone through to the end; two questions not at their best."""


def next_of(at: AppTest) -> Record:
    return record_of(at.session_state["jalon.opened"][-1])


def begun(opened: Opener) -> tuple[str, Record]:
    """A T0 and the T1 begun from its result."""
    first = an_estimate(EARLIER, profile={"dma_profile": {"name": "Le Gué"}})
    at = opened("dma_results", first)
    at.button(key="next").click().run()
    assert not at.exception
    assert SME.title in text_of(at)
    return first, next_of(at)


def test_the_next_estimate_knows_the_organisation_and_has_no_answer_yet(opened: Opener) -> None:
    first, second = begun(opened)
    assert (second.stage, second.follows_id, second.numbers) == ("T1", first, {})
    assert (second.instrument, second.version) == ("dma-sme", SME.version)
    assert second.profile["dma_profile"]["name"] == "Le Gué"
    assert record_of(first).numbers["q2"] == (1, 2)


def test_the_earlier_answers_are_filled_in_and_said_and_kept_only_with_continue(
    opened: Opener,
) -> None:
    first, second = begun(opened)
    at = opened("dma_question", second.id, first, q="q2")
    assert [box.value for box in at.checkbox][:3] == [True, True, False]
    assert "(coché en T0)" in at.checkbox[0].label
    assert "(coché en T0)" not in at.checkbox[2].label
    assert "sont déjà remplies" in text_of(at)
    assert record_of(second.id).numbers == {}
    at.button(key="continue").click().run()
    assert record_of(second.id).numbers == {"q2": (1, 2)}


def test_a_change_is_saved_and_the_earlier_answer_stays_in_view(opened: Opener) -> None:
    first, second = begun(opened)
    at = opened("dma_question", second.id, first, q="q4")
    assert [radio.value for radio in at.radio] == [0, 3, 0, 0, 0, 0, 5]
    at.radio[0].set_value(2).run()
    assert record_of(second.id).numbers == {"q4": (2, 3, 0, 0, 0, 0, 5)}
    question = SME.question("q4")
    assert isinstance(question, Scale)
    assert at.radio[0].label == f"{question.rows[0]} (en T0 \\: {question.steps[0]})"
    assert "sont déjà remplies" not in text_of(at)


def test_one_tap_keeps_what_is_left_of_a_dimension_where_nothing_changed(opened: Opener) -> None:
    first, second = begun(opened)
    at = opened("dma_question", second.id, first, q="q1_invested")
    at.checkbox[0].uncheck().run()
    assert "still" not in [button.key for button in at.button]
    at.button(key="continue").click().run()
    at.button(key="still").click().run()
    kept = record_of(second.id).numbers
    assert kept["q1_invested"] == tuple(EARLIER["q1_invested"])[1:]
    assert {name: kept[name] for name in ("q1_planned", "q2")} == {
        "q1_planned": tuple(EARLIER["q1_planned"]),
        "q2": (1, 2),
    }
    assert len(kept) == 3
    assert SME.question("q3").text in text_of(at)


def two_dates(opened: Opener, then: dict[str, list[int]], now: dict[str, list[int]]) -> AppTest:
    """The result of an estimate that follows another one."""
    first = an_estimate(then)
    return opened("dma_results", an_estimate(now, stage="T1", follows_id=first), first)


def line_of(at: AppTest, title: str) -> list[str]:
    """The cells of a line of the table that compares: then, now, difference."""
    rows = re.findall(r"<tr[^>]*>(.*?)</tr>", " ".join(element.value for element in at.html))
    cells = [[re.sub(r"<[^>]+>", "", c) for c in re.split(r"</t[hd]>", row)[:-1]] for row in rows]
    return next(row[1:] for row in cells if row[0] == title and len(row) == 4)


def rings(at: AppTest) -> int:
    """How many strips carry a mark of the estimate before."""
    return "".join(element.value for element in at.html).count("jalon-dma-strip'><b")


def test_the_result_says_then_and_now_and_the_difference_by_dimension(opened: Opener) -> None:
    nothing = {**BEST, "q7": [], "q8": []}
    at = two_dates(opened, {**nothing, "q9": [0] * 5}, nothing)
    assert line_of(at, "Automatisation et intelligence artificielle") == [
        "0 · De base",
        "100 · Avancé",
        "+100",
    ]
    assert line_of(at, "Données et sécurité") == ["0 · De base", "0 · De base", "0"]
    assert "+16,6 points sur l’ensemble depuis T0" in text_of(at)


def test_what_was_not_gone_through_at_one_date_is_neither_zero_nor_compared(
    opened: Opener,
) -> None:
    seen_less = {name: given for name, given in BEST.items() if name != "q7"}
    at = two_dates(opened, seen_less, BEST)
    assert line_of(at, "Données et sécurité") == ["Pas parcourue en entier", "100 · Avancé", "–"]
    assert line_of(at, "Stratégie numérique") == ["100 · Avancé", "100 · Avancé", "0"]
    assert "points sur l’ensemble" not in text_of(at)
    assert "Seules les dimensions parcourues en entier" in text_of(at)
    for result in (at, two_dates(opened, BEST, seen_less)):
        assert rings(result) == len(SME.dimensions) - 1


def test_an_estimate_this_browser_may_not_open_is_neither_proposed_nor_compared(
    opened: Opener,
) -> None:
    first = an_estimate(EARLIER)
    second = an_estimate(stage="T1", follows_id=first)
    assert "Il n’y a pas d’estimation d’avant" in text_of(opened("dma", second))
    at = opened("dma_question", second, q="q2")
    assert not any(box.value for box in at.checkbox)
    assert "still" not in [button.key for button in at.button]
    assert "Depuis T0" not in text_of(opened("dma_results", an_estimate(BEST, follows_id=first)))
