"""Whether actions and pathways hold together with a questionnaire; each finding is a sentence."""

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from graphlib import CycleError, TopologicalSorter

from assessment.model import FLOOR_POINTS, Question, Questionnaire
from recommendations.action import Action, Effect
from recommendations.pathway import Pathway

SAFETY_NET_HOURS = 12
"""The whole safety net fits in this many hours (content brief, section The floor)."""


def check_actions(actions: tuple[Action, ...], questionnaire: Questionnaire) -> list[str]:
    """What is wrong between these actions and this questionnaire; empty when all is well."""
    return [
        *_unknown_effects(actions, questionnaire),
        *_questions_left_alone(_live(actions), questionnaire),
        *_prerequisites(_live(actions)),
        *_safety_net(_live(actions), questionnaire),
    ]


def check_pathways(
    pathways: tuple[Pathway, ...], actions: tuple[Action, ...], questionnaire: Questionnaire
) -> list[str]:
    """What is wrong between pathways, actions and questionnaire; empty when all is well."""
    return [
        f"pathways[{pathway.id}] > {problem}"
        for pathway in pathways
        for problem in _pathway(pathway, actions, questionnaire)
    ]


def _live(actions: tuple[Action, ...]) -> tuple[Action, ...]:
    """Those that can still be proposed."""
    return tuple(action for action in actions if not action.retired)


def _unknown_effects(actions: tuple[Action, ...], questionnaire: Questionnaire) -> Iterator[str]:
    questions = {question.id: question for question in questionnaire.known_questions()}
    for action in actions:
        for effect in action.raises:
            problem = _unknown_effect(effect, questions)
            if problem:
                yield f"actions[{action.id}] > raises: {problem}"


def _unknown_effect(effect: Effect, questions: Mapping[str, Question]) -> str | None:
    question = questions.get(effect.question)
    if question is None:
        return f"'{effect.question}' is not a question{_near(effect.question, questions)}"
    points = {option.id: option.points for option in question.options}
    if effect.to not in points:
        return f"'{effect.to}' is not an option of '{question.id}'{_near(effect.to, points)}"
    if points[effect.to] == 0:
        return f"'{effect.to}' of '{question.id}' is where one starts, so nothing is raised"
    return None


def _questions_left_alone(
    actions: tuple[Action, ...], questionnaire: Questionnaire
) -> Iterator[str]:
    targets = {(effect.question, effect.to) for action in actions for effect in action.raises}
    for question in questionnaire.all_questions():
        if question.scored and not any((question.id, top) in targets for top in _tops(question)):
            yield f"questions[{question.id}]: no action raises it to its most advanced option"


def _tops(question: Question) -> list[str]:
    return [option.id for option in question.options if option.points == question.best]


def _prerequisites(actions: tuple[Action, ...]) -> Iterator[str]:
    needed = {action.id: set(action.prerequisites) for action in actions}
    for action_id, before in needed.items():
        for unknown in sorted(before - needed.keys()):
            yield (
                f"actions[{action_id}] > prerequisites: "
                f"'{unknown}' is not an action{_near(unknown, needed)}"
            )
    try:
        TopologicalSorter(needed).prepare()
    except CycleError as error:
        yield f"prerequisites go round in a circle: {' > '.join(error.args[1])}"


def _safety_net(actions: tuple[Action, ...], questionnaire: Questionnaire) -> Iterator[str]:
    pieces = [action for action in actions if action.floor is not None]
    for point in FLOOR_POINTS:
        found = [action for action in pieces if action.floor == point]
        if len(found) != 1:
            ids = ", ".join(action.id for action in found) or "none"
            yield f"floor point '{point}': one action lays it, found {ids}"
    for piece in pieces:
        if not _lays_its_point(piece, questionnaire):
            yield f"actions[{piece.id}] > floor: it does not raise '{piece.floor}' to present"
    hours = sum(piece.hours for piece in pieces)
    if hours > SAFETY_NET_HOURS:
        yield f"the safety net takes {hours} hours, more than {SAFETY_NET_HOURS}"


def _lays_its_point(piece: Action, questionnaire: Questionnaire) -> bool:
    targets = {(effect.question, effect.to) for effect in piece.raises}
    return any(
        (question.id, option.id) in targets
        for question in questionnaire.questions()
        if question.floor == piece.floor
        for option in question.options
        if option.floor == "present"
    )


def _pathway(
    pathway: Pathway, actions: tuple[Action, ...], questionnaire: Questionnaire
) -> Iterator[str]:
    known = {action.id: action for action in actions}
    questions = {question.id: question for question in questionnaire.questions()}
    dimensions = {dimension.id: dimension for dimension in questionnaire.dimensions}
    for action_id in pathway.first_actions:
        if action_id not in known:
            yield f"first_actions: '{action_id}' is not an action{_near(action_id, known)}"
    if sorted(pathway.themes) != sorted(dimensions):
        yield "themes: name each dimension once, no other"
    rule = pathway.rule
    for question_id in rule.at_lowest_option:
        if question_id not in questions:
            yield f"rule: '{question_id}' is not a question{_near(question_id, questions)}"
    for dimension_id in (*rule.dimensions_at_least, *rule.lowest_dimension_among):
        if dimension_id not in dimensions:
            yield f"rule: '{dimension_id}' is not a dimension{_near(dimension_id, dimensions)}"


def _near(given: str, known: Iterable[str]) -> str:
    near = get_close_matches(given, list(known), 1)
    return f"; did you mean '{near[0]}'?" if near else ""
