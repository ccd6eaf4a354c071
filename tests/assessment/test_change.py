"""What changed between two sheets: worked cases, and what holds of every pair of sheets."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.answers import NOT_APPLICABLE, UNKNOWN
from assessment.change import what_changed
from assessment.scorecard import score_card
from questionnaires import read
from tests.assessment.follow_up_cases import each_case

CORE = read("digital-maturity", "en")
sheets = st.fixed_dictionaries(
    {},
    optional={
        q.id: st.sampled_from([*(option.id for option in q.options), UNKNOWN, NOT_APPLICABLE])
        for q in CORE.questions()
        if q.scored
    },
)


@each_case
def test_the_whole_moves_and_splits_as_an_adviser_works_it_out_by_hand(case):
    found = what_changed(case.now, case.before, case.after, "core", case.comparable)

    assert found.whole.difference == pytest.approx(case.expect["difference"], abs=0.001)
    told = {one.question: one.in_whole for one in found.whole.changed}
    assert told == pytest.approx(case.expect["answers"], abs=0.001)


@settings(deadline=None)
@given(sheets, sheets)
def test_the_parts_add_up_to_the_whole_change_and_to_each_dimensions(before, after):
    found = what_changed(CORE, before, after, "core")

    for change in found.dimensions.values():
        if change.difference is not None:
            inside = sum(one.in_dimension for one in change.changed)
            assert inside == pytest.approx(change.difference, abs=1e-9)
    if found.whole.difference is not None:
        told = sum(one.in_whole for one in found.whole.changed)
        assert told == pytest.approx(found.whole.difference, abs=1e-9)


@settings(deadline=None)
@given(sheets, sheets)
def test_both_ends_are_the_scores_the_enterprise_saw(before, after):
    found, cards = what_changed(CORE, before, after, "core"), []
    cards = [score_card(CORE, sheet, with_readings=False) for sheet in (before, after)]

    for name, change in found.dimensions.items():
        ends = [card.dimensions[name].value for card in cards]
        assert [change.before, change.after] == [
            None if end is None else pytest.approx(end) for end in ends
        ]


@settings(deadline=None)
@given(sheets, sheets, st.randoms())
def test_the_order_of_the_answers_changes_nothing(before, after, random):
    def shuffled(sheet):
        return dict(random.sample(list(sheet.items()), len(sheet)))

    told = [
        {one.question: one.in_whole for one in what_changed(CORE, *pair, "core").whole.changed}
        for pair in ((before, after), (shuffled(before), shuffled(after)))
    ]
    assert told[0] == told[1]


def test_not_answered_and_not_known_are_the_same():
    question = next(q for q in CORE.questions() if q.scored)

    assert what_changed(CORE, {}, {question.id: UNKNOWN}, "core").whole.changed == ()
