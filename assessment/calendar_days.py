"""Days to choose from: few, regular, and the one already chosen among them."""

import datetime as dt

from assessment.dates import months_later

_QUARTER = 3


def quarter_ends(on: dt.date, count: int) -> tuple[dt.date, ...]:
    """The last days of this quarter and the next ones, `count` in all; none is over."""
    first = dt.date(on.year, (on.month - 1) // _QUARTER * _QUARTER + 1, 1)
    day = dt.timedelta(days=1)
    return tuple(months_later(first, _QUARTER * (n + 1)) - day for n in range(count))


def months_before(on: dt.date, count: int) -> tuple[dt.date, ...]:
    """The first days of this month and the ones before, the latest first, `count` in all."""
    return tuple(months_later(on.replace(day=1), -n) for n in range(count))


def months_ahead(since: dt.date, count: int) -> tuple[dt.date, ...]:
    """The same day of each of the next months, `count` in all."""
    return tuple(months_later(since, n + 1) for n in range(count))
