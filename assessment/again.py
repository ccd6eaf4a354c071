"""A re-assessment: the old answers come as proposals, and only what changed is asked again."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from assessment.answers import Answers
from assessment.model import Question, Questionnaire
from assessment.scorecard import Form, shown

Stage = Literal["T0", "T1", "T2"]

_NEXT: dict[Stage, Stage] = {"T0": "T1", "T1": "T2"}


@dataclass(frozen=True)
class Proposal:
    """One question of a re-assessment. `before` is the old answer, None: it is asked anew."""

    question: Question
    dimension: str
    before: str | None


def next_stage(stage: Stage) -> Stage | None:
    """T1 follows T0, T2 follows T1; nothing follows T2."""
    return _NEXT.get(stage)


def proposals(
    questionnaire: Questionnaire,
    before: Answers,
    form: Form,
    altered: Collection[str] = (),
) -> tuple[Proposal, ...]:
    """Every question of the form and of the deep dives opened then, in order.

    No old answer is proposed where there was none, where the question is measured otherwise now
    (`altered`), or where what was chosen is no longer offered.
    """
    return tuple(
        Proposal(
            question,
            questionnaire.dimension_of(question.id).id,
            None if question.id in altered else _still_there(question, before.get(question.id)),
        )
        for question in shown(questionnaire, before, form)
    )


def _still_there(question: Question, said: str | None) -> str | None:
    gone = {option.id for option in question.options if option.retired}
    known = {option.id for option in question.options} - gone
    special = {"unknown"} | ({"not_applicable"} if question.may_not_apply else set())
    return said if said in known | special else None
