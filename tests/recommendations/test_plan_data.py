"""The plan that is stored and sent: read back as it was, refused in one line when it is wrong."""

from decimal import Decimal

import pytest

from recommendations.plan_data import WrongPlan, plan_of, read_plan
from recommendations.wishes import Means, Wishes

MEANS = Means(Decimal("7.5"), Decimal(900), 12, 1)
WISHES = Wishes(("one-page-plan",), frozenset({"test-one-export"}))


def test_what_is_written_is_read_back():
    plan = read_plan(plan_of(MEANS, WISHES))

    assert (plan.means(Means()), plan.wishes) == (MEANS, WISHES)


def test_what_is_not_said_takes_the_usual_value_and_zero_stays_zero():
    assert read_plan({}).means(Means()) == Means()
    assert read_plan({"own_money": 0}).means(Means()).own_money_per_year == 0


@pytest.mark.parametrize(
    "data", [{"months": 0}, {"own_money": -1}, {"pins": []}, {"hours_per_month": "many"}]
)
def test_a_wrong_plan_names_its_key(data):
    with pytest.raises(WrongPlan, match=next(iter(data))):
        read_plan(data)
