"""The score of a checklist, by the one scoring function: each answer becomes one code.

The rule, redoable by hand: a question is worth its ticks over its items, or its steps over the
best; a dimension is the plain mean of its questions, times 100; the whole is the plain mean of
the dimensions. So D1 = (Q1 invested + Q1 planned + Q2) / 30 x 100 of the DMA, and so on.

Source: the six dimensions and their plain mean are stated by the European Commission
("Interpretation of DMA scores"); the points agree between two independent public calculators.
The negative item of Q7 is the one open point: see `Variant`.
"""

from dataclasses import replace

import numpy as np

from assessment.answers import Codes
from assessment.checklist import VARIANTS, Band, Checklist, Scale, Ticks, Variant
from assessment.marks import Marks, answered
from assessment.scorecard import Score, ScoreCard
from assessment.scoring import Worths, overall, score

DEFAULT: Variant = VARIANTS[0]

_UNKNOWN = Score(value=None, low=0.0, high=100.0, coverage=0.0, level=None)

_NOISE = 1e-9
# Scores are fractions with small denominators: two different ones are over 0.0001 apart, so
# this only takes the last bits of a sum away from a score that is exactly 25, 50 or 75.


def checklist_card(checklist: Checklist, marks: Marks, variant: Variant = DEFAULT) -> ScoreCard:
    """The score card of these answers, which must be free of `mistakes`.

    Everything is known: low = high = value, coverage 1. Values are 0-100 but with the variant
    'negative_minus_one', which is not clamped.
    """
    worths = _worths(checklist, variant)
    scores = score(encode(checklist, marks), worths)
    whole = overall(scores)
    return ScoreCard(
        instrument=checklist.id,
        version=checklist.version,
        form="core",
        overall=_score(checklist.levels, float(whole.value[0])),
        dimensions={
            group: _score(checklist.levels, value)
            for group, value in zip(worths.groups, scores.value[0].tolist(), strict=True)
        },
        readings={},
    )


def seen_card(checklist: Checklist, marks: Marks, variant: Variant = DEFAULT) -> ScoreCard:
    """The same, knowing only the dimensions gone through to the end; readable marks are enough.

    A dimension with a question not gone through is unknown here, coverage 0, and so is then the
    whole: two dates compare by what was asked at both.
    """
    given = {q.id: marks[q.id] for q in checklist.questions() if answered(q, marks)}
    card = checklist_card(checklist, given, variant)
    seen = {d.id: all(q.id in given for q in d.questions) for d in checklist.dimensions}
    dimensions = {name: s if seen[name] else _UNKNOWN for name, s in card.dimensions.items()}
    whole = card.overall if all(seen.values()) else _UNKNOWN
    return replace(card, overall=whole, dimensions=dimensions)


def encode(checklist: Checklist, marks: Marks) -> Codes:
    """One row of codes: a count of good ticks (moved up by a negative one), or a sum of steps."""
    row = [_code(question, marks.get(question.id, ())) for question in checklist.questions()]
    return np.array([row], np.int8)


def band_of(levels: tuple[Band, ...], value: float) -> str:
    """The id of the level an unrounded value falls in: up to and with its end."""
    return next((b.id for b in levels if value <= b.up_to + _NOISE), levels[-1].id)


def _code(question: Ticks | Scale, given: tuple[int, ...]) -> int:
    if isinstance(question, Scale):
        return sum(given)
    negative = bool(question.negatives.intersection(given))
    return len(given) - negative + negative * (question.positives + 1)


def _fractions(question: Ticks | Scale, variant: Variant) -> list[float]:
    """What each code of a question is worth, in the order of the codes."""
    if isinstance(question, Scale):
        best = question.top * len(question.rows)
        return [points / best for points in range(best + 1)]
    return [
        _ticked(question, good, negative, variant)
        for negative in range(len(question.negatives) + 1)
        for good in range(question.positives + 1)
    ]


def _ticked(question: Ticks, good: int, negative: int, variant: Variant) -> float:
    if not question.negatives or variant == "exclude_negative":
        return good / question.positives
    if variant == "naive_count":
        return (good + negative) / len(question.items)
    if variant == "negative_minus_one":
        # As seen in use: over the items less the negative one and less one, and not clamped.
        return (good - negative) / (question.positives - 1)
    return 0.0 if negative else good / question.positives


def _worths(checklist: Checklist, variant: Variant) -> Worths:
    places = [(place, q) for place, d in enumerate(checklist.dimensions) for q in d.questions]
    columns = [_fractions(question, variant) for _, question in places]
    fractions = np.zeros((len(columns), max(map(len, columns))))
    membership = np.zeros((len(columns), len(checklist.dimensions)))
    for row, (place, _) in enumerate(places):
        fractions[row, : len(columns[row])] = columns[row]
        membership[row, place] = 1
    groups = tuple(dimension.id for dimension in checklist.dimensions)
    return Worths(groups, fractions, np.ones(len(columns)), membership)


def _score(levels: tuple[Band, ...], value: float) -> Score:
    return Score(value=value, low=value, high=value, coverage=1.0, level=band_of(levels, value))
