"""The EU's SME, with its bounds as the Recommendation prints them."""

import datetime as dt

import pytest

from assessment.places import contains
from assessment.profile import Profile
from recommendations.criteria import holds, open_fields
from recommendations.facts import facts
from recommendations.programme import Test as Condition

ON = dt.date(2026, 11, 22)


def known(enterprise):
    return facts(Profile.model_validate({"enterprise": enterprise}), ON, contains)


def told(size, **enterprise):
    return holds(Condition(sme=size), known(enterprise), "this-aid")


def asked(size, **enterprise):
    return open_fields(Condition(sme=size), known(enterprise), "this-aid")


@pytest.mark.parametrize(
    ("size", "staff", "turnover", "balance"),
    [
        ("micro", 10, 2_000_000, 2_000_000),
        ("small", 50, 10_000_000, 10_000_000),
        ("medium", 250, 50_000_000, 43_000_000),
    ],
)
def test_people_stay_under_the_bound_and_one_of_two_sums_may_reach_it(
    size, staff, turnover, balance
):
    one_less, over = staff - 0.5, 10**9

    assert told(size, fte=one_less, turnover=turnover, balance_sheet_total=over) is True
    assert told(size, fte=one_less, turnover=over, balance_sheet_total=balance) is True
    assert told(size, fte=staff, turnover=turnover, balance_sheet_total=balance) is False
    assert told(size, fte=one_less, turnover=turnover + 1, balance_sheet_total=balance + 1) is False


def test_too_many_people_is_a_no_whatever_else_is_unknown():
    assert told("medium", fte=300) is False
    assert asked("medium", fte=300) == ()


def test_what_is_missing_is_unknown_and_asked():
    assert told("medium", fte=12) is None
    assert asked("medium") == (
        "enterprise.fte", "enterprise.turnover", "enterprise.balance_sheet_total",
    )  # fmt: skip
    assert asked("medium", fte=12, turnover=60_000_000) == ("enterprise.balance_sheet_total",)
    assert asked("medium", turnover=1_000_000) == ("enterprise.fte",)


def test_few_heads_are_few_units_but_many_heads_may_be_part_time():
    assert told("micro", employees=9, turnover=1) is True
    assert told("micro", employees=14, turnover=1) is None
    assert told("micro", employees=14, fte=8, turnover=1) is True


def test_a_group_larger_than_an_sme_is_a_no_by_itself():
    assert told("medium", group_above_sme=True) is False
    assert told("medium", group_above_sme=False) is None
    assert told("medium", fte=3, turnover=1, group_above_sme=True) is False
