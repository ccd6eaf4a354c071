"""How questions and answers are called on paper: '7 b', '7 ?', '7 –'."""

from collections.abc import Iterator
from dataclasses import dataclass
from string import ascii_lowercase

from assessment.answers import NOT_APPLICABLE, UNKNOWN
from assessment.model import Dimension, Question, Questionnaire
from assessment.scorecard import Form, asked
from content.wording import Wording

UNKNOWN_SIGN = "?"
NOT_APPLICABLE_SIGN = "–"


@dataclass(frozen=True)
class Answer:
    """One answer one can tick: its sign on paper, its value in an answer file, its words."""

    sign: str
    value: str
    text: str


@dataclass(frozen=True)
class Asked:
    """A question with its number, from 1, and the answers it offers, in order."""

    number: int
    question: Question
    dimension: Dimension
    answers: tuple[Answer, ...]

    def of_sign(self, sign: str) -> Answer | None:
        """The answer of this sign, if the question has it."""
        return next((answer for answer in self.answers if answer.sign == sign), None)

    def of_value(self, value: str) -> Answer | None:
        """The answer of this value; None for an option no longer offered."""
        return next((answer for answer in self.answers if answer.value == value), None)

    @property
    def signs(self) -> tuple[str, ...]:
        """The letters of its options: 'a', 'b', 'c', 'd'."""
        return tuple(a.sign for a in self.answers if a.sign in ascii_lowercase)


def numbered(questionnaire: Questionnaire, form: Form, word: Wording) -> tuple[Asked, ...]:
    """The questions of a form as paper asks them. 'Does not apply' stands where it may."""
    return tuple(
        Asked(number, question, questionnaire.dimension_of(question.id), tuple(_of(question, word)))
        for number, question in enumerate(asked(questionnaire, form), 1)
    )


def _of(question: Question, word: Wording) -> Iterator[Answer]:
    offered = (option for option in question.options if not option.retired)
    for sign, option in zip(ascii_lowercase, offered, strict=False):
        yield Answer(sign, option.id, option.text)
    yield Answer(UNKNOWN_SIGN, UNKNOWN, word("paper.unknown"))
    if question.may_not_apply:
        yield Answer(NOT_APPLICABLE_SIGN, NOT_APPLICABLE, word("paper.not_applicable"))
