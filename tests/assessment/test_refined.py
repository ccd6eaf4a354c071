"""The refined score: another measure beside the core one, which it never changes."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.answers import NOT_APPLICABLE, UNKNOWN, mistakes
from assessment.as_json import card_as_json
from assessment.explanation import explain, explain_refined
from assessment.journey import next_question, previous_question, progress
from assessment.model import DeepDive
from assessment.scorecard import advice_scheme, schemes, score_card
from questionnaires import read
from tests.builders import TAGS, deep_dive, deepened, dimension, question, questionnaire

FILES = question("shared-files", none=0, some=1, all=2)
EXIT = question("exit", none=0, tested=3)
SMALL = questionnaire(
    dimension("tools", question("once", none=0, half=1, all=2), question("page", none=0, two=3)),
    dimension("people", question("carrier", nobody=0, named=3)),
    flash=("once", "carrier"),
    deep=(deep_dive("tools", FILES, EXIT),),
)
CORE_ANSWERS = {"once": "half", "page": "two", "carrier": "nobody"}


def refined(answers, form="core"):
    return score_card(SMALL, answers, form).refined


def test_nothing_is_refined_until_a_deep_dive_is_opened():
    assert refined(CORE_ANSWERS) == {}
    assert "refined" not in card_as_json(score_card(SMALL, CORE_ANSWERS))["dimensions"][0]


def test_a_refined_score_is_the_mean_of_core_and_deep_questions():
    score = refined(CORE_ANSWERS | {"shared-files": "some", "exit": "none"})["tools"]

    assert score.value == pytest.approx(100 * (1 / 2 + 1 + 1 / 2 + 0) / 4)
    assert (score.low, score.high, score.coverage) == (score.value, score.value, 1)
    assert score.level == "established"


@pytest.mark.parametrize("value", [UNKNOWN, NOT_APPLICABLE, "some"])
def test_any_deep_answer_opens_its_dimension_and_no_other(value):
    assert list(refined(CORE_ANSWERS | {"shared-files": value})) == ["tools"]


def test_an_open_deep_question_opens_the_interval_and_is_no_zero():
    score = refined(CORE_ANSWERS | {"shared-files": UNKNOWN})["tools"]

    assert score.value == pytest.approx(75)
    assert score.low == pytest.approx(100 * 1.5 / 4)
    assert score.high == pytest.approx(100 * 3.5 / 4)
    assert score.coverage == 0.5


def test_what_does_not_apply_leaves_the_refined_sum():
    score = refined(CORE_ANSWERS | {"shared-files": NOT_APPLICABLE, "exit": "tested"})["tools"]

    assert score.value == pytest.approx(100 * (1 / 2 + 1 + 1) / 3)


def test_a_refined_score_is_the_same_whatever_the_form():
    answers = CORE_ANSWERS | {"shared-files": "all", "exit": "none"}

    assert refined(answers, "flash") == refined(answers, "core")


def test_the_working_of_a_refined_score_holds_core_and_deep_lines():
    answers = {"once": "half", "shared-files": "all"}

    lines = explain_refined(SMALL, answers)

    assert [line.question for line in lines] == ["once", "page", "shared-files", "exit"]
    assert [line.points for line in lines] == [1, None, 2, None]
    assert "shared-files" not in {line.question for line in explain(SMALL, answers, "core")}


def test_deep_answers_are_known_answers():
    assert mistakes(SMALL, {"exit": "tested"}) == ()
    (wrong,) = mistakes(SMALL, {"exit": "testd"})
    assert "did you mean 'tested'" in wrong.message


def test_json_puts_the_refined_score_beside_the_five_figures():
    card = card_as_json(score_card(SMALL, CORE_ANSWERS | {"exit": "tested"}))
    tools, people = card["dimensions"]

    assert set(tools["refined"]) == {"value", "low", "high", "coverage", "level"}
    assert "refined" not in people


def test_a_deep_dive_is_walked_apart_from_the_form():
    assert next_question(SMALL, "core", "once") == "page"
    assert next_question(SMALL, "core", "shared-files") == "exit"
    assert next_question(SMALL, "core", "exit") is None
    assert previous_question(SMALL, "core", "shared-files") is None

    place = progress(SMALL, "core", "exit", {"shared-files": "all", "once": "half"})

    assert (place.number, place.of, place.answered, place.total) == (2, 2, 1, 2)
    assert place.minutes_left == 2


def test_the_same_question_id_in_core_and_deep_dive_is_refused():
    with pytest.raises(ValueError, match="'once' stands twice"):
        deepened(SMALL, deep_dive("tools", question("once", none=0, all=1)))


def test_a_deep_dive_is_about_a_dimension_we_have():
    with pytest.raises(ValueError, match="one of the dimensions"):
        deepened(SMALL, deep_dive("garden", question("hedge", none=0, cut=1)))
    with pytest.raises(ValueError, match="one of the dimensions"):
        deepened(SMALL, deep_dive("tools", FILES), deep_dive("tools", EXIT))


def test_a_deep_question_settles_no_floor_point():
    with pytest.raises(ValueError, match="settles no floor point"):
        DeepDive(
            dimension="tools", intro="i", minutes=3,
            questions=(question("copy", floor="backup", none=0, done=1),),
        )  # fmt: skip


def test_without_a_deep_dive_advice_is_weighed_on_the_very_scheme_of_the_form():
    assert advice_scheme(SMALL, CORE_ANSWERS, "core") is schemes(SMALL, "core").dimensions


REAL = deepened(
    read("digital-maturity", "fr"),
    deep_dive("tools", FILES, EXIT),
    deep_dive("people", question("mentor", none=0, some=1, all=3)),
)
DEEP_IDS = {q.id for dive in REAL.deep_dives for q in dive.questions}
sheets = st.fixed_dictionaries(
    {},
    optional={
        q.id: st.sampled_from([o.id for o in q.options] + [UNKNOWN, NOT_APPLICABLE])
        for q in REAL.all_questions()
    },
)


@given(sheets, st.sampled_from(["core", "flash"]))
def test_deep_answers_never_change_the_core_score_or_a_reading(answers, form):
    core_only = {q: value for q, value in answers.items() if q not in DEEP_IDS}

    card = score_card(REAL, answers, form)

    assert replace(card, refined={}) == score_card(REAL, core_only, form)


@given(sheets)
def test_a_refined_score_stays_in_its_bounds(answers):
    for score in score_card(REAL, answers).refined.values():
        assert (score.value is None) == (score.level is None)
        if score.value is not None:
            assert 0 <= score.low <= score.value + 1e-9
            assert score.value <= score.high + 1e-9 <= 100 + 2e-9


@given(sheets, st.sampled_from([q for q in REAL.all_questions() if q.id in DEEP_IDS]), st.data())
def test_a_better_deep_answer_never_lowers_a_refined_score(answers, asked, data):
    place = data.draw(st.integers(1, len(asked.options) - 1))
    lower = {**answers, asked.id: asked.options[place - 1].id}
    higher = {**answers, asked.id: asked.options[place].id}
    name = REAL.dimension_of(asked.id).id

    before, after = score_card(REAL, lower), score_card(REAL, higher)

    assert after.refined[name].value > before.refined[name].value


def test_the_digcomp_reading_is_by_area():
    tagged = question("q", none=0, done=1).model_copy(
        update={"tags": type(FILES.tags).model_validate(TAGS | {"digcomp": "4.2"})}
    )
    readings = score_card(questionnaire(dimension("d", tagged)), {"q": "done"}).readings

    assert list(readings["digcomp"]) == ["4"]
