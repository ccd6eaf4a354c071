"""What was done since, which questions it should have moved, and what it did move."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assessment.answers import NOT_APPLICABLE, UNKNOWN, Answers
from assessment.change import Change, Changed
from assessment.floor import floor
from assessment.model import Questionnaire
from recommendations.action import Action
from recommendations.carried import Carried
from recommendations.projects import SAFETY_NET


@dataclass(frozen=True)
class Touched:
    """A question that actions now done were to raise above the answer given then."""

    question: str
    actions: tuple[Action, ...]


@dataclass(frozen=True)
class Credit:
    """What one action did to a score, in points of 0-100; `action` None: no action explains it.

    `questions` are those it moved. Of a question that several actions raise, each has an equal
    part.
    """

    action: Action | None
    points: float
    questions: tuple[str, ...]


def done_actions(
    questionnaire: Questionnaire,
    actions: Iterable[Action],
    carried: Mapping[str, Carried],
    before: Answers,
) -> tuple[Action, ...]:
    """The actions of the projects that are done; of the safety net, those for what lacked then."""
    finished = {name for name, written in carried.items() if written.state == "done"}
    lacking = floor(questionnaire, before).missing if SAFETY_NET in finished else ()
    return tuple(
        action
        for action in actions
        if action.id in finished or (action.floor in lacking and not action.retired)
    )


def touched(
    questionnaire: Questionnaire, before: Answers, done: Iterable[Action]
) -> tuple[Touched, ...]:
    """The questions these actions were to raise, in the instrument's order.

    One already as high as the action raises it is not touched: what was in place before was
    not brought by it.
    """
    by_question: dict[str, list[Action]] = {}
    for action in done:
        for effect in action.raises:
            if _below(questionnaire, before, effect.question, effect.to):
                by_question.setdefault(effect.question, []).append(action)
    order = [question.id for question in questionnaire.all_questions()]
    return tuple(Touched(q, tuple(by_question[q])) for q in order if q in by_question)


def credits(
    questionnaire: Questionnaire, change: Change, before: Answers, done: Iterable[Action]
) -> tuple[Credit, ...]:
    """The change of the whole by action, the greatest first, then what no action explains.

    Nothing where the change has no difference. The points add up to the difference.
    """
    if change.difference is None:
        return ()
    by = {one.question: one.actions for one in touched(questionnaire, before, done)}
    points: dict[str, float] = {}
    named: dict[str, tuple[Action | None, list[str]]] = {}
    for one in change.changed:
        actions = by.get(one.question, ()) if _rose(questionnaire, one) else ()
        for action in actions or (None,):
            key = action.id if action else ""
            points[key] = points.get(key, 0.0) + (one.in_whole or 0.0) / (len(actions) or 1)
            named.setdefault(key, (action, []))[1].append(one.question)
    found = [Credit(action, points[key], tuple(qs)) for key, (action, qs) in named.items()]
    return tuple(sorted(found, key=lambda c: (c.action is None, -c.points)))


def _rose(questionnaire: Questionnaire, one: Changed) -> bool:
    """Whether both answers are known and the later is more advanced: only then was it moved."""
    if {one.before, one.after} & {UNKNOWN, NOT_APPLICABLE}:
        return False
    question = questionnaire.question(one.question)
    return question.option(one.before).points < question.option(one.after).points


def _below(questionnaire: Questionnaire, before: Answers, question_id: str, to: str) -> bool:
    said = before.get(question_id, UNKNOWN)
    if said == NOT_APPLICABLE:
        return False
    question = questionnaire.question(question_id)
    return said == UNKNOWN or question.option(said).points < question.option(to).points
