"""Answers that do not go well together: shown gently, never corrected, never blocking."""

from collections.abc import Iterable, Mapping

from pydantic import Field

from assessment.base import Content, Id, Text


class Condition(Content):
    """This question is answered with one of these options."""

    question: Id
    options: tuple[Id, ...] = Field(alias="is", min_length=1)

    def holds(self, answers: Mapping[str, str]) -> bool:
        """Whether it holds; never for an answer that is unknown or does not apply."""
        return answers.get(self.question) in self.options


class Check(Content):
    """Answers to read again together when all these conditions hold."""

    id: Id
    when: tuple[Condition, ...] = Field(min_length=2)
    text: Text = Field(description="What one may have meant, in one or two kind sentences.")


class CheckFile(Content):
    """The checks of an instrument, as its consistency.yaml holds them."""

    checks: tuple[Check, ...]


def contradictions(checks: Iterable[Check], answers: Mapping[str, str]) -> tuple[Check, ...]:
    """The checks whose conditions all hold, in order. Pure."""
    return tuple(c for c in checks if all(condition.holds(answers) for condition in c.when))
