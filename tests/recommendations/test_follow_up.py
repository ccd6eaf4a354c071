"""Which action moved what: credited once, shared fairly, and never on what was only learnt."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.change import what_changed
from questionnaires import read
from recommendations.carried import Carried
from recommendations.follow_up import credits, done_actions, touched
from recommendations.library import read_actions
from tests.assessment.follow_up_cases import each_case
from tests.builders import dimension, question, questionnaire
from tests.recommendations.builders import action

CORE, ACTIONS = read("digital-maturity", "en"), read_actions("en")
DONE = Carried(state="done")
SMALL = questionnaire(
    dimension("safety", question("backup", floor="backup", none=0, copied=1, tested=2))
)
COPY, RESTORE = action("copy", {"backup": "copied"}), action("restore", {"backup": "tested"})


def credited(case):
    done = [action(name, raises) for name, raises in case.done.items()]
    found = what_changed(case.now, case.before, case.after, "core", case.comparable)
    return credits(case.now, found.whole, case.before, done)


@each_case
def test_the_change_is_told_by_action_as_an_adviser_works_it_out(case):
    told = {one.action.id if one.action else "": one.points for one in credited(case)}

    assert told == pytest.approx(case.expect["actions"], abs=0.001)


sheets = st.fixed_dictionaries(
    {q.id: st.sampled_from([o.id for o in q.options]) for q in CORE.questions() if q.scored}
)


@settings(deadline=None, max_examples=50)
@given(sheets, sheets, st.sets(st.sampled_from(ACTIONS)))
def test_what_actions_brought_and_the_rest_add_up_to_the_whole_change(before, after, done):
    change = what_changed(CORE, before, after, "core").whole

    told = sum(one.points for one in credits(CORE, change, before, done))
    assert told == pytest.approx(change.difference, abs=1e-9)


@pytest.mark.parametrize(
    ("before", "names"),
    [("none", ["copy", "restore"]), ("copied", ["restore"]), ("tested", None)],
)
def test_an_action_touches_only_what_it_raises_above_the_old_answer(before, names):
    found = touched(SMALL, {"backup": before}, (COPY, RESTORE))

    assert [[a.id for a in one.actions] for one in found] == ([names] if names else [])


def test_a_question_nobody_knew_is_touched_and_one_that_does_not_apply_is_not():
    assert touched(SMALL, {}, (COPY,))
    assert touched(SMALL, {"backup": "not_applicable"}, (COPY,)) == ()


def test_only_projects_said_to_be_done_count():
    written = {"copy": Carried(state="in-progress"), "restore": DONE}

    assert done_actions(SMALL, (COPY, RESTORE), written, {}) == (RESTORE,)


def test_the_safety_net_done_stands_for_the_points_that_lacked_then():
    pieces = (
        action("restore", {"backup": "tested"}, floor="backup"),
        action("two-keys", {"backup": "tested"}, floor="two-factor"),
    )

    assert done_actions(SMALL, pieces, {"safety-net": DONE}, {"backup": "none"}) == pieces[:1]


def test_without_a_score_at_one_of_the_dates_nothing_is_credited():
    change = what_changed(SMALL, {}, {"backup": "tested"}, "core").whole

    assert credits(SMALL, change, {}, (RESTORE,)) == ()
