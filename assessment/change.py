"""What changed between two answer sheets, split exactly over the answers that changed.

In a dimension the split is that of its weighted mean (assessment/shares.py). The whole is the
plain mean of the dimensions that have a score, and is split the same way over the dimensions:
the share of one goes to its answers in the proportion of what each did in it. A dimension that
gains or loses its score has nothing to be compared with: its share of the whole is divided
equally among the answers that became known, or stopped being known.
"""

from collections.abc import Collection
from dataclasses import dataclass

from assessment.answers import NOT_APPLICABLE, UNKNOWN, Answers
from assessment.model import Question, Questionnaire
from assessment.scorecard import Form, asked
from assessment.shares import Part, mean, shares, slope


@dataclass(frozen=True)
class Changed:
    """One answer that changed. `before` and `after` are option ids or the two special answers.

    `in_dimension` and `in_whole` are its shares of the changes, in points of 0-100; None where
    there is no score at one of the two ends.
    """

    question: str
    dimension: str
    before: str
    after: str
    in_dimension: float | None
    in_whole: float | None


@dataclass(frozen=True)
class Change:
    """From one score to another; None: there is none. `changed` holds the answers behind it."""

    before: float | None
    after: float | None
    changed: tuple[Changed, ...]

    @property
    def difference(self) -> float | None:
        """How far it moved; None without a score at both ends."""
        if self.before is None or self.after is None:
            return None
        return self.after - self.before


@dataclass(frozen=True)
class WhatChanged:
    """The whole and each dimension, in the instrument's order."""

    whole: Change
    dimensions: dict[str, Change]


def what_changed(
    questionnaire: Questionnaire,
    before: Answers,
    after: Answers,
    form: Form,
    dimensions: Collection[str] | None = None,
) -> WhatChanged:
    """The split of the change from one sheet to the other, both free of mistakes.

    `dimensions` are those that can be compared, None for all; the whole is then their mean.
    """
    wanted = {q.id for q in asked(questionnaire, form) if q.scored}
    parts = {
        d.id: [_part(q, before, after) for q in d.questions if q.id in wanted]
        for d in questionnaire.dimensions
        if dimensions is None or d.id in dimensions
    }
    ends = [
        Part(name, 1, mean(of, after=False), mean(of, after=True)) for name, of in parts.items()
    ]
    whole = {name: _in_whole(ends, name, of) for name, of in parts.items()}
    by_dimension = {
        end.key: Change(
            end.before,
            end.after,
            tuple(_changed(before, after, end.key, p.key, parts, whole) for p in parts[end.key]
                  if _said(before, p.key) != _said(after, p.key)),
        )
        for end in ends
    }  # fmt: skip
    everything = tuple(one for change in by_dimension.values() for one in change.changed)
    return WhatChanged(
        Change(mean(ends, after=False), mean(ends, after=True), everything), by_dimension
    )


def _changed(
    before: Answers,
    after: Answers,
    dimension: str,
    question: str,
    parts: dict[str, list[Part]],
    whole: dict[str, dict[str, float] | None],
) -> Changed:
    inside, outside = _in_dimension(parts[dimension]), whole[dimension]
    return Changed(
        question=question,
        dimension=dimension,
        before=_said(before, question),
        after=_said(after, question),
        in_dimension=None if inside is None else inside.get(question, 0.0),
        in_whole=None if outside is None else outside.get(question, 0.0),
    )


def _in_dimension(parts: list[Part]) -> dict[str, float] | None:
    """The shares of one dimension; None where it has no score at one end."""
    if mean(parts, after=False) is None or mean(parts, after=True) is None:
        return None
    return shares(parts)


def _in_whole(ends: list[Part], name: str, parts: list[Part]) -> dict[str, float] | None:
    """The shares of the whole that the answers of this dimension made; None without a whole."""
    if mean(ends, after=False) is None or mean(ends, after=True) is None:
        return None
    inside = _in_dimension(parts)
    if inside is not None:
        by = slope(ends, name)
        return {key: by * share for key, share in inside.items()}
    new = [p.key for p in parts if (p.before is None) != (p.after is None)]
    return {key: shares(ends)[name] / len(new) for key in new}


def _part(question: Question, before: Answers, after: Answers) -> Part:
    return Part(
        question.id,
        question.weight,
        _worth(question, _said(before, question.id)),
        _worth(question, _said(after, question.id)),
    )


def _worth(question: Question, said: str) -> float | None:
    if said in (UNKNOWN, NOT_APPLICABLE):
        return None
    return 100 * question.option(said).points / question.best


def _said(answers: Answers, question: str) -> str:
    return answers.get(question, UNKNOWN)
