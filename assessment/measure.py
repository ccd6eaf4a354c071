"""How each dimension is measured, written down, so that a later version can be told from it.

Words may be corrected without a word; a question that comes, goes, or whose options, points or
weight change is another measure. An option that is no longer offered still counts as it did.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from assessment.model import Question, Questionnaire
from assessment.scorecard import Form, asked

Measure = Mapping[str, Mapping[str, str]]
"""Dimension id to question id to how that question is worth: 'x1 none=0 tested=2'."""


@dataclass(frozen=True)
class Altered:
    """Why a dimension is another measure: ids of questions that came, went or changed."""

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()


def measure_of(questionnaire: Questionnaire, form: Form) -> dict[str, dict[str, str]]:
    """How the scored questions of this form are measured today; plain JSON data."""
    wanted = {question.id for question in asked(questionnaire, form) if question.scored}
    return {
        dimension.id: {q.id: _measure(q) for q in dimension.questions if q.id in wanted}
        for dimension in questionnaire.dimensions
    }


def altered(then: Measure, now: Measure) -> dict[str, Altered]:
    """The dimensions of today that were measured otherwise then, and what differs."""
    found = {}
    for dimension, questions in now.items():
        old = then.get(dimension, {})
        difference = Altered(
            added=tuple(q for q in questions if q not in old),
            removed=tuple(q for q in old if q not in questions),
            changed=tuple(q for q in questions if q in old and old[q] != questions[q]),
        )
        if difference != Altered():
            found[dimension] = difference
    return found


def _measure(question: Question) -> str:
    options = " ".join(f"{option.id}={option.points}" for option in question.options)
    return f"x{question.weight} {options}"
