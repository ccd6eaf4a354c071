"""The security floor: five points a result is known to have, known to lack, or not known at all."""

from dataclasses import dataclass

from assessment.answers import NOT_APPLICABLE, UNKNOWN, Answers
from assessment.model import FLOOR_POINTS, FloorPoint, Question, Questionnaire


@dataclass(frozen=True)
class Floor:
    """Each of the five points stands in exactly one of the three tuples."""

    present: tuple[FloorPoint, ...]
    missing: tuple[FloorPoint, ...]
    unknown: tuple[FloorPoint, ...]

    @property
    def complete(self) -> bool:
        """All five are known to be in place."""
        return len(self.present) == len(FLOOR_POINTS)


def floor(questionnaire: Questionnaire, answers: Answers) -> Floor:
    """What the answers prove about the floor.

    A point nobody settled (not asked, unknown, said not to apply) is unknown: neither fine
    nor missing.
    """
    proofs: dict[FloorPoint, str] = {}
    for question in questionnaire.questions():
        if question.floor and (proof := _proof(question, answers.get(question.id))):
            proofs[question.floor] = proof
    return Floor(
        present=tuple(p for p in FLOOR_POINTS if proofs.get(p) == "present"),
        missing=tuple(p for p in FLOOR_POINTS if proofs.get(p) == "absent"),
        unknown=tuple(p for p in FLOOR_POINTS if p not in proofs),
    )


def _proof(question: Question, value: str | None) -> str | None:
    if value is None or value in (UNKNOWN, NOT_APPLICABLE):
        return None
    return question.option(value).floor
