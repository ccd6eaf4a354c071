"""Days to choose from."""

import datetime as dt

from assessment.calendar_days import months_ahead, months_before, quarter_ends

ON = dt.date(2026, 11, 30)


def test_targets_end_with_a_quarter_and_today_may_be_its_last_day():
    assert quarter_ends(ON, 2) == (dt.date(2026, 12, 31), dt.date(2027, 3, 31))
    assert quarter_ends(dt.date(2026, 12, 31), 1) == (dt.date(2026, 12, 31),)


def test_what_was_done_began_this_month_or_earlier():
    assert months_before(ON, 12)[0] == dt.date(2026, 11, 1)
    assert months_before(ON, 12)[-1] == dt.date(2025, 12, 1)


def test_the_next_look_is_a_number_of_months_after():
    assert months_ahead(dt.date(2026, 8, 31), 6)[-1] == dt.date(2027, 2, 28)
