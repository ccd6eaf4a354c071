"""Actions that raise deep-dive questions enter the plan once their deep dive is opened."""

import datetime as dt

from assessment.answers import NOT_APPLICABLE, UNKNOWN
from assessment.floor import floor
from assessment.scorecard import score_card
from recommendations.checks import check_actions
from recommendations.choice import Situation
from recommendations.planning.asked import Asked
from recommendations.planning.wished import roadmap
from recommendations.wishes import Wishes
from tests.builders import deep_dive, dimension, question, questionnaire
from tests.recommendations.builders import NO_MONEY, action, pathway

EXIT = question("exit", none=0, tried=1, tested=3)
FILES = question("files", none=0, shared=2)
CORE = questionnaire(
    dimension("tools", question("once", none=0, all=2)),
    dimension("life", question("plan", none=0, written=3)),
    deep=(deep_dive("tools", EXIT, FILES),),
)
ONCE = action("enter-once", {"once": "all"})
PLAN = action("write-plan", {"plan": "written"})
TEST_EXIT = action("test-exit", {"exit": "tested"})
SHARE = action("share-files", {"files": "shared"})
ACTIONS = (ONCE, PLAN, TEST_EXIT, SHARE)
LOW = {"once": "none", "plan": "none"}


def ids(answers, form="core", actions=ACTIONS, **wishes):
    here = Situation(CORE, answers, score_card(CORE, answers, form), floor(CORE, answers))
    path = pathway(themes=("tools", "life"))
    asked = Asked(actions, path, here, dt.date(2026, 11, 22), wishes=Wishes(**wishes))
    made = roadmap(asked, NO_MONEY)
    return [step.project.id for step in made.steps]


def test_what_nobody_opened_is_not_proposed():
    assert sorted(ids(LOW)) == ["enter-once", "write-plan"]


def test_a_low_deep_answer_brings_its_action_and_no_other():
    assert "test-exit" in ids(LOW | {"exit": "none"})
    assert "share-files" not in ids(LOW | {"exit": "none"})


def test_an_unknown_deep_answer_or_one_that_does_not_apply_never_gains():
    for value in (UNKNOWN, NOT_APPLICABLE):
        assert sorted(ids(LOW | {"exit": value})) == ["enter-once", "write-plan"]


def test_what_is_reached_is_not_proposed():
    assert "test-exit" not in ids(LOW | {"exit": "tested"})


def test_a_deep_gain_is_weighed_on_the_refined_scale():
    # One of three questions of its dimension: it gains less than the only one of the other.
    answers = {"once": "all", "plan": "none", "exit": "none", "files": "shared"}

    assert ids(answers) == ["write-plan", "test-exit"]


def test_a_deep_answer_advises_even_when_the_core_is_not_known():
    assert ids({"exit": "none"}) == ["test-exit"]


def test_a_short_form_is_advised_on_its_deep_answers_too():
    assert "test-exit" in ids(LOW | {"exit": "none"}, form="flash")


def test_a_deep_action_may_be_pinned_and_refused():
    opened = LOW | {"exit": "none"}

    assert ids(opened, pinned=("test-exit",))[0] == "test-exit"
    assert "test-exit" not in ids(opened, refused=frozenset({"test-exit"}))


def test_a_deep_question_no_action_brings_to_the_top_is_a_dead_end():
    halfway = action("try-exit", {"exit": "tried"})

    problems = check_actions((ONCE, PLAN, SHARE, halfway), CORE)

    assert [p for p in problems if p.startswith("questions[")] == [
        "questions[exit]: no action raises it to its most advanced option"
    ]
