"""Quantiles that are nobody's own score.

The usual median of five members is the third one's exact score. Here each of the three figures is
the mean of the five (six when the count is even) middle scores: of all members for the median, of
the lower half for the first quartile, of the upper half for the third (halves of n // 2 members).
It is rounded to five points, and what lies beyond 10 or 90 is said as 10 or 90: a mean at the very
end would tell that each of the five stands there.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from network.anonymity import K

STEP = 5
"""Points a quantile is rounded to."""
ENDS = (10, 90)
"""A quantile is never said lower or higher."""


@dataclass(frozen=True)
class Quantiles:
    """In points, multiples of five, 10-90; None: too few members for this one."""

    p25: int | None
    median: int | None
    p75: int | None


def quantiles(values: NDArray[np.float64]) -> Quantiles:
    """Of scores 0-100, [n]. The median from K members on, the quartiles from 2 K on.

    >>> quantiles(np.array([0.0, 20, 40, 60, 80]))
    Quantiles(p25=None, median=40, p75=None)
    """
    ordered = np.sort(values)
    half = len(ordered) // 2
    return Quantiles(
        _middle(ordered[:half]), _middle(ordered), _middle(ordered[len(ordered) - half :])
    )


def _middle(ordered: NDArray[np.float64]) -> int | None:
    count = len(ordered)
    if count < K:
        return None
    width = K + (count - K) % 2
    start = (count - width) // 2
    mean = float(np.mean(ordered[start : start + width]))
    return int(np.clip(STEP * np.floor(mean / STEP + 0.5), *ENDS))
