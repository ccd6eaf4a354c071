"""Answers that may not go together."""

from assessment.consistency import contradictions
from tests.builders import check

CHECKS = (check("both", site="ok good", plan="none"), check("other", site="ok", board="never"))


def test_a_check_holds_when_all_its_answers_are_given():
    assert contradictions(CHECKS, {"site": "good", "plan": "none"}) == CHECKS[:1]
    assert contradictions(CHECKS, {"site": "ok", "plan": "none", "board": "never"}) == CHECKS


def test_one_answer_alone_an_unknown_or_a_missing_one_contradicts_nothing():
    assert contradictions(CHECKS, {"site": "ok"}) == ()
    assert contradictions(CHECKS, {"site": "ok", "plan": "unknown"}) == ()
    assert contradictions(CHECKS, {"site": "not_applicable", "plan": "none"}) == ()
    assert contradictions(CHECKS, {}) == ()
