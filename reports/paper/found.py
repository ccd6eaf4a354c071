"""What was read from a paper that came back: answers kept, problems named by their cell."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from assessment.scorecard import Form
from content.wording import Wording
from reports.paper.paper import Paper


class UnreadableFile(Exception):
    """Nothing can be read of the file; the message is one sentence for whoever sent it."""


@dataclass(frozen=True)
class Problem:
    """What is wrong in one cell: where ('Questions!C12', 'question 7'), and what to do."""

    place: str
    text: str


@dataclass(frozen=True)
class Found:
    """What a paper says. `answers` and `enterprise` hold what is right, and only that."""

    paper: Paper
    version: str
    """The version the paper was made with."""
    answers: dict[str, str] = field(default_factory=dict)
    enterprise: dict[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()

    def answer_file(self) -> dict[str, Any]:
        """The content of an answer file of today's version."""
        profile = {"profile": {"enterprise": self.enterprise}} if self.enterprise else {}
        return {
            "instrument": self.paper.questionnaire.id,
            "version": self.paper.questionnaire.version,
            "form": self.paper.form,
            "answers": self.answers,
            **profile,
        }


@dataclass(frozen=True)
class Desk:
    """What a reader needs: the words to speak in, and today's papers by form and language."""

    word: Wording
    paper_in: Callable[[Form, str], Paper]
