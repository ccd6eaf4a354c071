"""Contrast as WCAG measures it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from identity.colour import best_on, contrast, mix, readable

colours = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06X}")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("#000000", "#FFFFFF", 21.0),
        ("#FFFFFF", "#FFFFFF", 1.0),
        ("#0072B2", "#FFFFFF", 5.19),
        ("#767676", "#FFFFFF", 4.54),
        ("#D55E00", "#FFFFFF", 3.87),
    ],
)
def test_contrast_is_that_of_wcag(one: str, other: str, expected: float) -> None:
    assert contrast(one, other) == pytest.approx(expected, abs=0.01)


@given(colours, colours)
def test_contrast_does_not_depend_on_the_order(one: str, other: str) -> None:
    assert contrast(one, other) == contrast(other, one) >= 1


@given(colours, colours)
def test_a_colour_is_moved_until_it_can_be_read(colour: str, ground: str) -> None:
    assert contrast(readable(colour, ground, 4.5), ground) >= 4.5


def test_a_colour_that_can_be_read_stays_as_it_is() -> None:
    assert readable("#0072B2", "#FFFFFF", 4.5) == "#0072B2"


def test_halfway_between_black_and_white_is_grey() -> None:
    assert mix("#000000", "#FFFFFF", 0.5) == "#808080"


def test_the_ink_with_the_most_contrast_is_taken() -> None:
    assert best_on("#FFC247", "#0B2B45", "#FFFFFF") == "#0B2B45"
