"""What to talk about first: where people see things least alike, and where it weighs most."""

from collections.abc import Iterable
from dataclasses import dataclass

from assessment.answers import Answers
from assessment.model import Questionnaire
from assessment.scorecard import Form, score_card
from network.panel import Counts, PanelPicture


@dataclass(frozen=True)
class Topic:
    """A question people see differently.

    `agreement` is 0-1. `moves` is how many points, 0-100, the overall score would change between
    the lowest and the highest option that somebody chose, the other answers staying as they are.
    """

    question: str
    agreement: float
    moves: float

    @property
    def weight(self) -> float:
        """Disagreement times what hangs on it."""
        return (1 - self.agreement) * self.moves


def topics(
    questionnaire: Questionnaire, answers: Answers, form: Form, found: PanelPicture
) -> tuple[Topic, ...]:
    """The questions shown where people differ, what weighs most first, then least agreement.

    `answers` are those of the assessment, free of mistakes; those of the panel stand in `found`.
    """
    listed = _listed(questionnaire, answers, form, found)
    return tuple(sorted(listed, key=lambda topic: (-topic.weight, topic.agreement)))


def _listed(
    questionnaire: Questionnaire, answers: Answers, form: Form, found: PanelPicture
) -> Iterable[Topic]:
    for each in found.questions:
        said = each.agreement()
        if each.counts is not None and said is not None and said < 1:
            swing = moved(questionnaire, answers, form, each.question, each.counts)
            yield Topic(each.question, said, swing)


def moved(
    questionnaire: Questionnaire, answers: Answers, form: Form, question_id: str, counts: Counts
) -> float:
    """The change of the overall score, 0-100, between the lowest and the highest option chosen."""
    chosen = [place for place, count in enumerate(counts) if count]
    options = questionnaire.question(question_id).options
    low, high = (
        score_card(
            questionnaire,
            {**answers, question_id: options[place].id},
            form,
            with_readings=False,
        ).overall.value
        for place in (chosen[0], chosen[-1])
    )
    return 0.0 if low is None or high is None else high - low
