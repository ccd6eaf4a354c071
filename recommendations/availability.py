"""Whether one can apply now, apart from whether one may."""

import datetime as dt
from typing import Literal

from assessment.dates import months_later
from recommendations.programme import Programme

Availability = Literal["open", "to_verify", "next_edition", "closed"]

FRESH_MONTHS = 12
"""A page that said 'open' is believed this long after its date."""


def availability(
    programme: Programme, on: dt.date, fresh_months: int = FRESH_MONTHS
) -> Availability:
    """What one can do on this date. The last day is inclusive."""
    opening = programme.opening
    if programme.tier == "archive" or opening.mode == "ended":
        return "closed"
    comes_back = programme.tier == "watch" or opening.returns
    if opening.last_day is not None and opening.last_day < on:
        return "next_edition" if comes_back else "closed"
    if opening.status == "closed":
        return "next_edition" if comes_back else "closed"
    if opening.opens_on is not None and opening.opens_on > on:
        return "next_edition"
    if opening.status == "open" and _fresh(opening.page_date, on, fresh_months):
        return "open"
    return "to_verify"


def proposable(programme: Programme, on: dt.date, fresh_months: int = FRESH_MONTHS) -> bool:
    """Whether a screen or a plan may propose it: never closed, never on thin evidence."""
    return programme.tier != "weak" and availability(programme, on, fresh_months) in (
        "open",
        "to_verify",
    )


def _fresh(page_date: dt.date | None, on: dt.date, months: int) -> bool:
    return page_date is not None and on <= months_later(page_date, months)
