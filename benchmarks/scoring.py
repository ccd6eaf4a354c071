"""One score card; and 100,000 sheets in one pass, beside what NumPy alone needs for them."""

from functools import partial

import numpy as np

from assessment.answers import NOT_APPLICABLE_CODE
from assessment.model import Questionnaire
from assessment.scorecard import schemes, score_card
from assessment.scoring import Scheme, overall, score
from benchmarks import case
from benchmarks.measure import Measure, timed
from questionnaires import read
from reports.library import INSTRUMENT

SHEETS = 100_000


def measures() -> list[Measure]:
    """One card in milliseconds; the many in milliseconds, and as a ratio to NumPy's pass."""
    questionnaire = read(INSTRUMENT, case.LANGUAGE)
    one = timed(partial(score_card, questionnaire, case.sheet().answers), 500)
    ours, plain = _many(questionnaire)
    ratio = tuple(a / b for a, b in zip(sorted(ours), sorted(plain), strict=True))
    return [
        Measure("one score card", "ms", one, 1),
        Measure(f"{SHEETS:,} sheets scored", "ms", ours, note="value, interval, coverage"),
        Measure(f"{SHEETS:,} sheets, NumPy alone", "ms", plain, note="value only, two products"),
        Measure("ours over NumPy's", "×", ratio),
    ]


def _many(questionnaire: Questionnaire) -> tuple[tuple[float, ...], tuple[float, ...]]:
    scheme = schemes(questionnaire, "core").dimensions
    codes = np.random.default_rng(2026).integers(
        NOT_APPLICABLE_CODE, 3, (SHEETS, len(scheme.questions)), np.int8
    )
    return (
        timed(lambda: overall(score(codes, scheme)), 7, warm=1),
        timed(partial(_numpy, codes, scheme), 7, warm=1),
    )


def _numpy(codes: np.ndarray, scheme: Scheme) -> np.ndarray:
    """The least anyone can do for a score: points and known weights by group, divided, averaged."""
    known = codes >= 0
    earned = np.where(known, scheme.fractions[np.arange(codes.shape[1]), np.maximum(codes, 0)], 0)
    weights = scheme.membership * scheme.weights[:, None]
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.nanmean(100 * (earned @ weights) / (known @ weights), axis=1)
