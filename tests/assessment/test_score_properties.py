"""What holds of every score, on the real questionnaire."""

import math
from fractions import Fraction

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.answers import NOT_APPLICABLE, UNKNOWN, encode
from assessment.scorecard import schemes, score_card
from assessment.scoring import overall, score
from questionnaires import read

CORE = read("digital-maturity", "fr")
SCORED = [q for q in CORE.questions() if q.scored]


def values_of(question):
    return [option.id for option in question.options] + [UNKNOWN, NOT_APPLICABLE]


sheets = st.fixed_dictionaries(
    {}, optional={q.id: st.sampled_from(values_of(q)) for q in CORE.questions()}
)


def numbers(card):
    scores = [card.overall, *card.dimensions.values()]
    scores += [s for groups in card.readings.values() for s in groups.values()]
    return scores


@given(sheets)
def test_every_figure_stays_in_its_bounds_and_none_is_nan(answers):
    for s in numbers(score_card(CORE, answers)):
        for figure in (s.value, s.low, s.high):
            assert figure is None or (math.isfinite(figure) and 0 <= figure <= 100 + 1e-9)
        assert s.coverage is None or 0 <= s.coverage <= 1
        assert (s.value is None) == (s.level is None)
        if s.value is not None:
            assert s.low - 1e-9 <= s.value <= s.high + 1e-9


@given(sheets, st.sampled_from(SCORED), st.data())
def test_a_better_answer_never_lowers_a_score(answers, question, data):
    better = data.draw(st.integers(1, len(question.options) - 1))
    lower = {**answers, question.id: question.options[better - 1].id}
    higher = {**answers, question.id: question.options[better].id}

    before, after = score_card(CORE, lower), score_card(CORE, higher)

    assert after.overall.value > before.overall.value
    dimension = CORE.dimension_of(question.id).id
    assert after.dimensions[dimension].value > before.dimensions[dimension].value


@given(sheets, st.randoms())
def test_the_order_of_answers_does_not_matter(answers, random):
    shuffled = list(answers.items())
    random.shuffle(shuffled)

    assert score_card(CORE, dict(shuffled)) == score_card(CORE, answers)


@given(sheets, st.sampled_from(SCORED))
def test_an_unknown_is_no_zero_in_the_denominator(answers, question):
    unknown = {**answers, question.id: UNKNOWN}
    without = {**answers, question.id: NOT_APPLICABLE}
    dimension = CORE.dimension_of(question.id).id

    known = score_card(CORE, unknown).dimensions[dimension].value

    assert known == score_card(CORE, without).dimensions[dimension].value


@settings(max_examples=60)
@given(sheets, st.data())
def test_the_interval_contains_every_completion(answers, data):
    card = score_card(CORE, answers)
    completion = {
        q.id: data.draw(st.sampled_from([o.id for o in q.options]))
        if answers.get(q.id, UNKNOWN) == UNKNOWN
        else answers[q.id]
        for q in SCORED
    }

    done = score_card(CORE, completion)

    for before, after in zip(numbers(card), numbers(done), strict=True):
        if after.value is not None:
            assert before.low - 1e-9 <= after.value <= before.high + 1e-9


@given(sheets)
def test_the_score_can_be_redone_by_hand(answers):
    card = score_card(CORE, answers)
    means = []
    for dimension in CORE.dimensions:
        parts = [
            Fraction(q.option(answers[q.id]).points, 3)
            for q in dimension.questions
            if q.scored and answers.get(q.id, UNKNOWN) not in (UNKNOWN, NOT_APPLICABLE)
        ]
        if parts:
            means.append(100 * sum(parts) / len(parts))
    expected = sum(means) / len(means) if means else None
    if expected is None:
        assert card.overall.value is None
    else:
        # To the last bit: a sheet that earns exactly half is at the level that starts at 50.
        assert card.overall.value == float(expected)


@given(st.lists(sheets, min_size=1, max_size=20))
def test_many_sheets_at_once_score_as_each_alone(many):
    scheme = schemes(CORE, "core").dimensions
    codes = np.concatenate([encode(scheme.questions, answers) for answers in many])

    together = overall(score(codes, scheme)).value

    for value, answers in zip(together, many, strict=True):
        alone = score_card(CORE, answers).overall.value
        assert math.isnan(value) if alone is None else value == alone


def test_every_answer_i_dont_know_gives_no_score_and_no_level():
    card = score_card(CORE, {q.id: UNKNOWN for q in SCORED})

    assert (card.overall.value, card.overall.level, card.overall.coverage) == (None, None, 0.0)
    assert (card.overall.low, card.overall.high) == (0.0, 100.0)


def test_the_leaders_view_is_never_scored_or_counted():
    assert score_card(CORE, {"leader-view": "convinced"}) == score_card(CORE, {})
