"""When the assessment is taken again: the days chosen, or six and twelve months after."""

import datetime as dt
from collections.abc import Mapping
from typing import Literal

from assessment.dates import months_later

Review = Literal["T1", "T2"]

_MONTHS: dict[str, dict[Review, int]] = {"T0": {"T1": 6, "T2": 12}, "T1": {"T2": 6}, "T2": {}}
"""Stage of an assessment to what follows it, months after."""


def review_days(
    stage: str, since: dt.date, chosen: Mapping[Review, dt.date]
) -> dict[Review, dt.date]:
    """The days of what follows this stage; `since` is the day the assessment was taken."""
    return {
        name: chosen.get(name, months_later(since, months))
        for name, months in _MONTHS[stage].items()
    }
