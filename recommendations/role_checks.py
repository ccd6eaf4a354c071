"""Whether job sheets, consistency checks, actions and questions hold together; in sentences."""

from collections.abc import Iterator
from difflib import get_close_matches

from assessment.consistency import Condition
from assessment.model import Questionnaire
from recommendations.action import Action
from recommendations.job_sheets import JobSheet, roles_of


def check_job_sheets(
    sheets: tuple[JobSheet, ...], actions: tuple[Action, ...], questionnaire: Questionnaire
) -> Iterator[str]:
    """Roles without a job sheet, sheets that stand twice, conditions that name nothing."""
    ids = [sheet.id for sheet in sheets]
    for twice in sorted({i for i in ids if ids.count(i) > 1}):
        yield f"job_sheets[{twice}]: this role stands twice"
    for role in roles_of(actions):
        if role not in ids:
            # Said once a role, not once an action: the remedy is one sheet.
            first = next(action.id for action in actions if role in action.roles)
            yield f"actions[{first}] > roles: '{role}' has no job sheet (job_sheets.yaml)"
    for sheet in sheets:
        for problem in _conditions(sheet.missing_when, questionnaire):
            yield f"job_sheets[{sheet.id}] > missing_when: {problem}"


def check_consistency(questionnaire: Questionnaire) -> Iterator[str]:
    """Checks that name no question or option of ours, and those that can never hold."""
    for check in questionnaire.checks:
        place = f"consistency[{check.id}] > when"
        yield from (f"{place}: {problem}" for problem in _conditions(check.when, questionnaire))
        options: dict[str, set[str]] = {}
        for one in check.when:
            kept = options.setdefault(one.question, set(one.options))
            kept.intersection_update(one.options)
        for question, possible in options.items():
            if not possible:
                yield f"{place}: '{question}' cannot have all these answers at once"
        if len(options) < 2:
            yield f"{place}: name two questions, since one alone contradicts nothing"


def _conditions(conditions: tuple[Condition, ...], questionnaire: Questionnaire) -> Iterator[str]:
    known = {question.id: question for question in questionnaire.all_questions()}
    for condition in conditions:
        question = known.get(condition.question)
        if question is None:
            near = _near(condition.question, list(known))
            yield f"'{condition.question}' is not a question{near}"
            continue
        for option in condition.options:
            if option not in question.positions:
                near = _near(option, list(question.positions))
                yield f"'{option}' is not an option of '{question.id}'{near}"


def _near(given: str, known: list[str]) -> str:
    near = get_close_matches(given, known, 1)
    return f"; did you mean '{near[0]}'?" if near else ""
