"""What several voices may show of one assessment: counts of groups, never of one person.

Answers of one question enter the picture as *groups* of three or more that are never split again
and never overlap. Whatever is shown, at any moment and for any role, is a sum of whole groups:
comparing views, however many, finds no smaller group than those.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from assessment.answers import Answers, code_of
from assessment.model import Question
from network.spread import agreement

WHOLE = 5
"""Nothing is shown of fewer answers in all, and the picture moves by so many at least."""
PER_ROLE = 3
"""Nothing is shown of fewer answers of one role, nor when fewer stand outside the roles shown."""
ROLES = ("direction", "staff", "volunteers", "board", "members", "people-served")
"""How a person stands towards the enterprise, in the order of the screens."""

Counts = tuple[int, ...]
"""How many people chose each option, in the order of the options."""


@dataclass(frozen=True)
class Sheet:
    """What one person sent: a role of ROLES, an answer for each question asked."""

    role: str
    answers: Answers


@dataclass(frozen=True)
class QuestionPicture:
    """One question. None: fewer than five people said.

    `roles` holds the roles that may be shown, each with the counts that may be shown of it: some
    of its answers may stand in `counts` alone.
    """

    question: str
    counts: Counts | None
    roles: Mapping[str, Counts] = field(default_factory=dict)

    def of(self, role: str | None) -> Counts | None:
        """The counts of everybody (None) or of a role; None when they may not be shown."""
        return self.counts if role is None else self.roles.get(role)

    def agreement(self, role: str | None = None) -> float | None:
        """How much people agree, 0-1; None where nothing is shown."""
        counts = self.of(role)
        return None if counts is None else agreement(counts)


@dataclass(frozen=True)
class PanelPicture:
    """What may be shown of `sheets` people, question by question."""

    sheets: int
    questions: tuple[QuestionPicture, ...]

    def roles(self) -> tuple[str, ...]:
        """The roles that at least one question shows."""
        return tuple(role for role in ROLES if any(role in q.roles for q in self.questions))


def moves(waiting: int) -> bool:
    """Whether so many sheets that nobody has seen yet may enter the picture, all together.

    Open or closed: what stays under five at the closing stays out for good.
    """
    return waiting >= WHOLE


def missing(waiting: int) -> int:
    """How many more sheets until the picture may move; 0 when it may now."""
    return max(WHOLE - waiting, 0)


def picture(
    questions: Iterable[Question], releases: Sequence[Sequence[Sheet]]
) -> PanelPicture | None:
    """The picture after these releases, oldest first; None when there is none.

    A release is the sheets that entered at one moment. 'I don't know' and 'does not apply' count
    nowhere. Answers must be free of mistakes.
    """
    sheets = sum(len(release) for release in releases)
    if sheets < WHOLE:
        return None
    return PanelPicture(sheets, tuple(_question(each, releases) for each in questions))


def _question(question: Question, releases: Sequence[Sequence[Sheet]]) -> QuestionPicture:
    """Answers wait, release after release, until five of them can enter."""
    waiting: dict[str, Counter[int]] = {}
    shown: Counter[int] = Counter()
    roles: dict[str, Counter[int]] = {}
    for release in releases:
        for sheet in release:
            code = code_of(question, sheet.answers.get(question.id))
            if code >= 0:
                waiting.setdefault(sheet.role, Counter())[code] += 1
        if sum(said.total() for said in waiting.values()) < WHOLE:
            continue
        alone = shown_apart({role: said.total() for role, said in waiting.items()})
        for role, said in waiting.items():
            shown += said
            if role in alone:
                roles[role] = roles.get(role, Counter()) + said
        waiting = {}
    options = len(question.options)
    if not shown:
        return QuestionPicture(question.id, None)
    return QuestionPicture(
        question.id,
        _counts(shown, options),
        {role: _counts(roles[role], options) for role in ROLES if role in roles},
    )


def shown_apart(answers: Mapping[str, int]) -> frozenset[str]:
    """The roles whose answers form a group of their own; the others form one together.

    Each group holds three or more: where one or two would be left over, the smallest role that
    could stand alone joins them (complementary suppression). Sizes decide, never what was said.

    >>> sorted(shown_apart({"staff": 5, "board": 3, "direction": 1}))
    ['staff']
    """
    large = sorted(
        (role for role, count in answers.items() if count >= PER_ROLE),
        key=lambda role: (-answers[role], role),
    )
    rest = sum(count for role, count in answers.items() if role not in large)
    if 0 < rest < PER_ROLE and large:
        large.pop()
    return frozenset(large)


def _counts(said: Counter[int], options: int) -> Counts:
    return tuple(said[place] for place in range(options))
