"""Rounded figures that a reader may add up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.rounding import digits_for, together

parts = st.lists(st.floats(-100, 100), max_size=8)


@given(parts, st.sampled_from([0, 1]))
def test_what_is_written_adds_up_to_what_is_written_of_the_whole(given, digits):
    rounded = together(given, digits)

    assert sum(rounded) == pytest.approx(round(sum(given) * 10**digits) / 10**digits)
    for one, written in zip(given, rounded, strict=True):
        assert abs(one - written) < 1 / 10**digits + 1e-9


def test_a_part_too_small_for_a_whole_number_gets_a_decimal():
    assert digits_for([4.0, 0.3]) == 1
    assert digits_for([4.0, 0.0, -2.0]) == 0
