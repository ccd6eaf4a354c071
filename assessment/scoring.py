"""One scoring function for one enterprise and for a million.

The rule, redoable by hand: a group's score is the weighted mean of its answered questions,
each worth its points over the best points, times 100. *Does not apply* leaves the sum.
*I don't know* lowers the coverage and opens the interval [low, high]: what the score would be
if every unknown were worst, or best. The whole is the plain mean of the groups with a score.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from assessment.answers import NOT_APPLICABLE_CODE, Codes
from assessment.model import Question

Floats = npt.NDArray[np.float64]
_FINEST = 1_000_000_000
"""A finer part of a point would be lost in the last bits of a sum of scores."""


@dataclass(frozen=True)
class Worths:
    """What each code of each question (column) is worth, and the group each belongs to.

    `fractions` is [questions, codes], 0-1, padded with 0; `weights` is [questions];
    `membership` is [questions, groups], 0 or 1. `parts` times a fraction is a whole number where
    fractions are points over points and weights are whole; None where they are not.
    """

    groups: tuple[str, ...]
    fractions: Floats
    weights: Floats
    membership: Floats
    parts: int | None = None

    @cached_property
    def counted(self) -> Floats:
        """The fractions times `parts`, [questions, codes].

        Sums of whole numbers are exact in any order: a sheet scores the same to the last bit
        alone and among a million, and one that earns half is at 50, not a bit under.
        """
        return self.fractions if self.parts is None else np.rint(self.fractions * self.parts)

    @cached_property
    def grain(self) -> int | None:
        """Every score of a group is a whole number of this part of a point; None: not known."""
        if self.parts is None:
            return None
        heaviest = int((self.weights @ self.membership).max(initial=1))
        grain = self.parts * math.lcm(*range(1, heaviest + 1))
        return grain if grain < _FINEST else None


@dataclass(frozen=True)
class Scheme(Worths):
    """The worths of questions answered by choosing one option; codes are places of options."""

    questions: tuple[Question, ...] = ()

    @classmethod
    def of(cls, grouped: Sequence[tuple[str, Question]]) -> "Scheme":
        """The scheme of (group, question) pairs, groups in order of appearance."""
        questions = tuple(question for _, question in grouped)
        groups = tuple(dict.fromkeys(group for group, _ in grouped))
        width = max((len(q.options) for q in questions), default=1)
        fractions = np.zeros((len(questions), width))
        membership = np.zeros((len(questions), len(groups)))
        for row, (group, question) in enumerate(grouped):
            for column, option in enumerate(question.options):
                fractions[row, column] = option.points / question.best
            membership[row, groups.index(group)] = 1
        weights = np.array([float(q.weight) for q in questions])
        parts = math.lcm(*(question.best for question in questions))
        return cls(groups, fractions, weights, membership, parts, questions)


@dataclass(frozen=True)
class Scores:
    """Scores of n sheets over g groups, each [n, g]; nan where there is none.

    `value`, `low`, `high` are 0-100; `known` and `applicable` are sums of weights; `grain` as in
    `Worths`.
    """

    value: Floats
    low: Floats
    high: Floats
    known: Floats
    applicable: Floats
    grain: int | None = None


@dataclass(frozen=True)
class Overall:
    """The whole, each [n]; value nan when nothing is known, all nan when nothing applies."""

    value: Floats
    low: Floats
    high: Floats
    coverage: Floats


def score(codes: Codes, scheme: Worths) -> Scores:
    """Score sheets of codes [n, questions] by group. Pure; nothing is rounded."""
    known = codes >= 0
    applicable = codes != NOT_APPLICABLE_CODE
    columns = np.arange(len(scheme.weights))
    counted = np.where(known, scheme.counted[columns, np.maximum(codes, 0)], 0.0)
    parts = scheme.parts or 1
    earned = (counted * scheme.weights) @ scheme.membership
    known_weight = (known * scheme.weights) @ scheme.membership
    applicable_weight = (applicable * scheme.weights) @ scheme.membership
    with np.errstate(invalid="ignore", divide="ignore"):
        return Scores(
            value=100 * earned / (known_weight * parts),
            low=100 * earned / (applicable_weight * parts),
            # The unknown weight is added as a whole number, so that a complete sheet has
            # low == high == value to the last bit.
            high=100
            * (earned + (applicable_weight - known_weight) * parts)
            / (applicable_weight * parts),
            known=known_weight,
            applicable=applicable_weight,
            grain=scheme.grain,
        )


def overall(scores: Scores) -> Overall:
    """The plain mean of the groups: of those with a value, and of those that apply."""
    with np.errstate(invalid="ignore", divide="ignore"):
        return Overall(
            value=_mean(scores.value, scores.known > 0, scores.grain),
            low=_mean(scores.low, scores.applicable > 0, scores.grain),
            high=_mean(scores.high, scores.applicable > 0, scores.grain),
            coverage=scores.known.sum(axis=1) / scores.applicable.sum(axis=1),
        )


def _mean(values: Floats, counted: npt.NDArray[np.bool_], grain: int | None) -> Floats:
    total: Floats = np.where(counted, values, 0.0).sum(axis=1)
    if grain is not None:
        # Thirds do not add up in binary: the sum is the nearest whole number of grains.
        total = np.rint(total * grain)
    mean: Floats = total / (counted.sum(axis=1) * (grain or 1))
    return mean
