"""Which unknown facts to ask for, most decisive first."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

STARTED = "project.started"
"""Nothing ordered before filing: asked first wherever a programme asks it, for an order made too
early cannot be undone."""


@dataclass(frozen=True)
class FieldQuestion:
    """A question whose answer would settle a criterion. `place` is its rank among the authors'."""

    field: str
    text: str
    place: int = 0


@dataclass(frozen=True)
class DecisiveQuestion:
    """A fact to ask for: alone it settles `settles` programmes, and it bears on `touches`."""

    field: str
    text: str
    settles: int
    touches: int


def ranked(asked: Iterable[tuple[FieldQuestion, ...]]) -> tuple[DecisiveQuestion, ...]:
    """The questions that programmes still ask (a tuple each), most decisive first.

    First what must be asked before anything is ordered; then the fact that settles most
    programmes (it is the only one they still ask), then the one most of them ask, then the
    authors' order.
    """
    per_programme = list(asked)
    touches = Counter(question for questions in per_programme for question in questions)
    settles = Counter(questions[0] for questions in per_programme if len(questions) == 1)
    order = sorted(
        touches, key=lambda q: (q.field != STARTED, -settles[q], -touches[q], q.place, q.field)
    )
    return tuple(DecisiveQuestion(q.field, q.text, settles[q], touches[q]) for q in order)


def settled(asked: Iterable[tuple[FieldQuestion, ...]], fields: Iterable[str]) -> int:
    """How many programmes have nothing left to ask once these facts are known."""
    known = frozenset(fields)
    return sum(bool(own) and known.issuperset(q.field for q in own) for own in asked)
