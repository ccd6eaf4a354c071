"""Rounded figures that still add up to their rounded sum."""

import math
from collections.abc import Sequence


def together(parts: Sequence[float], digits: int = 0) -> list[float]:
    """Each part rounded down or up, so that they add up to their rounded sum.

    Those cut the most are rounded up first (largest remainder); of equals, the first.

    >>> together([4.4, 1.4, 0.4])
    [4.0, 1.0, 1.0]
    """
    unit = 10**digits
    scaled = [part * unit for part in parts]
    floors = [math.floor(part) for part in scaled]
    missing = round(sum(scaled)) - sum(floors)
    cut = sorted(range(len(parts)), key=lambda at: floors[at] - scaled[at])
    for at in cut[:missing]:
        floors[at] += 1
    return [each / unit for each in floors]


def digits_for(parts: Sequence[float]) -> int:
    """Whole numbers, or one decimal where a part would otherwise be told as nothing."""
    return 1 if any(0 < abs(part) < 0.5 for part in parts) else 0
