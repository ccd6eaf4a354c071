"""How much a programme may bring: a rate between floor and ceiling, steps, what was not seen."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.places import contains
from assessment.profile import Profile
from recommendations.amounts import Money, amount
from recommendations.eligibility import match
from recommendations.facts import facts
from recommendations.words import read_words
from tests.recommendations.builders import programme

ON = dt.date(2026, 11, 22)
HALF = {"currency": "EUR", "rate_min": 0.5, "rate_max": 0.5, "rate_basis": "eligible-costs"}


def known(fte=None, **project):
    profile = Profile.model_validate({"enterprise": {"fte": fte}, "project": project})
    return facts(profile, ON, contains)


def aid(seen, **said):
    return amount(programme(amount=seen), known(**said))


def euros(least, most):
    to = lambda value: None if value is None else Decimal(str(value))  # noqa: E731
    return Money(to(least), to(most), "EUR")


@pytest.mark.parametrize(
    ("bounds", "cost", "expected"),
    [
        ({}, 3000, (1500, 1500)),
        ({"max": 1000}, 3000, (1000, 1000)),
        ({"min": 1000}, 3000, (1500, 1500)),
        ({"rate_min": 0.2}, 3000, (600, 1500)),
        ({"rate_min": 0.2, "min": 900}, 3000, (900, 1500)),
        ({"rate_min": None}, 3000, (None, 1500)),
        ({"cost_max": 2000}, 3000, (1000, 1000)),
        ({"cost_min": 3000}, 3000, (1500, 1500)),
    ],
)
def test_the_rate_applies_to_the_eligible_cost_between_floor_and_ceiling(bounds, cost, expected):
    assert aid(HALF | bounds, cost=cost) == euros(*expected)


def test_a_cost_under_the_smallest_brings_no_amount_and_the_reason_is_a_criterion():
    small = programme(amount=HALF | {"cost_min": 4000})
    found = match(small, known(cost=3999.99), ON, read_words("en"))

    assert found.amount is None
    assert found.verdict == "not_met"
    assert found.criteria[-1].reason == "Not met: The project costs at least 4\u00a0000\u00a0EUR"
    unknown = match(small, known(), ON, read_words("en"))
    assert "project.cost" in [q.field for q in unknown.questions]


def test_a_smallest_cost_that_the_file_tests_itself_is_not_said_twice():
    condition = {"id": "cost", "text": "t", "test": {"field": "project.cost", "at_least": 4000}}
    tested = programme(amount=HALF | {"cost_min": 4000}, conditions=[condition])

    found = match(tested, known(cost=3000), ON, read_words("en"))
    assert [c.criterion for c in found.criteria] == ["cost"]


def test_a_rate_that_brings_less_than_the_smallest_aid_gives_no_amount():
    assert aid(HALF | {"min": 2000}, cost=3000) is None


def test_a_cost_in_another_currency_is_not_converted():
    assert aid(HALF | {"max": 5000}, cost=3000, currency="CAD") == euros(None, 5000)
    assert aid(HALF | {"max": 5000}, cost=3000, currency="EUR") == euros(1500, 1500)


STEPS = {
    "currency": "EUR", "max": 12000,
    "bands": [
        {"cost_min": 3000, "cost_max": 30000, "rate": 0.4},
        {"cost_above": 30000, "cost_max": 50000, "rate": 0.2},
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("cost", "expected"),
    [(30000, (12000, 12000)), (30001, (6000.2, 6000.2)), (2999, (None, 12000))],
)
def test_each_step_has_its_own_rate(cost, expected):
    assert aid(STEPS, cost=cost) == euros(*expected)


def test_a_step_by_size_sets_the_ceiling_of_the_rate():
    sized = HALF | {"max": 9000, "bands": [{"fte_min": 1, "fte_below": 10, "amount_max": 2500}]}

    assert aid(sized, fte=5, cost=20000) == euros(2500, 2500)
    assert aid(sized, fte=5) == euros(None, 2500)
    assert aid(sized, cost=20000) == euros(9000, 9000)


def test_what_was_not_seen_is_null():
    assert aid({"currency": "EUR"}, cost=3000) is None
    assert aid({"max": 3000}, cost=3000) is None


shares = st.decimals(0, 1, places=2)
sums = st.decimals(0, 10**6, places=2)


@given(cost=sums, rates=st.tuples(shares, shares), bounds=st.tuples(sums, sums))
def test_the_aid_is_never_above_its_rate_nor_outside_its_bounds(cost, rates, bounds):
    seen = HALF | {
        "rate_min": min(rates), "rate_max": max(rates), "min": min(bounds), "max": max(bounds),
    }  # fmt: skip
    found = aid(seen, cost=cost)

    if found is not None:
        assert found.max <= cost * max(rates)
        assert min(bounds) <= found.min <= found.max <= max(bounds)
