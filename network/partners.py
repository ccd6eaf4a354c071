"""Members seen by one another, with their consent: what they plan, master, struggle with."""

from collections.abc import Iterable
from dataclasses import dataclass

from assessment.answers import Answers
from assessment.model import Question, Questionnaire


@dataclass(frozen=True)
class Partner:
    """One member. Ids are of questions and actions.

    `pools`: agrees that its plan is laid beside those of others; `contact`: agrees to be asked.
    `solved` are the questions it answers with the top option, `struggles` those in the lower half.
    """

    key: str
    name: str
    territory: str | None
    plans: frozenset[str] = frozenset()
    solved: frozenset[str] = frozenset()
    struggles: frozenset[str] = frozenset()
    pools: bool = False
    contact: bool = False


def solved(questionnaire: Questionnaire, answers: Answers) -> frozenset[str]:
    """The questions answered with the option that is worth most."""
    return frozenset(q.id for q, points in _known(questionnaire, answers) if points == q.best)


def struggles(questionnaire: Questionnaire, answers: Answers) -> frozenset[str]:
    """The questions answered with less than half of the best points."""
    return frozenset(q.id for q, points in _known(questionnaire, answers) if 2 * points < q.best)


def _known(questionnaire: Questionnaire, answers: Answers) -> Iterable[tuple[Question, int]]:
    """Scored questions with a known answer, and its points. Unknown is never a struggle."""
    for question in questionnaire.questions():
        place = question.positions.get(answers.get(question.id, ""))
        if question.scored and place is not None:
            yield question, question.options[place].points
