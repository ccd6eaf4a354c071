"""Public money beside public money: ceilings over three years, caps, and refusals by name."""

import datetime as dt
from decimal import Decimal

import pytest

from assessment.places import contains
from assessment.profile import Profile
from recommendations.amounts import amount
from recommendations.eligibility import match_all
from recommendations.facts import facts
from recommendations.stacking import aid_room, may_share, stacking
from recommendations.words import read_words
from tests.recommendations.builders import programme

ON = dt.date(2026, 11, 22)
ALONE = {"cost": 10000, "other_public_aid": 0}


def known(enterprise=None, **project):
    return facts(
        Profile.model_validate({"enterprise": enterprise or {}, "project": project}), ON, contains
    )


def verdict(rules, enterprise=None, **project):
    aid, read = programme(stacking=rules), known(enterprise, **(ALONE | project))
    return stacking(aid, read, amount(aid, read))


@pytest.mark.parametrize(
    ("rule", "received", "expected"),
    [
        ("yes", {"de_minimis_3y": 295_000}, "ok"),
        ("yes", {"de_minimis_3y": 295_001}, "over_cap"),
        ("yes", {"de_minimis_3y": 300_000}, "over_cap"),
        ("sgei", {"sgei_de_minimis_3y": 745_000}, "ok"),
        ("sgei", {"sgei_de_minimis_3y": 745_001}, "over_cap"),
        ("sgei", {"de_minimis_3y": 0}, "to_check"),
        ("yes", {}, "to_check"),
        ("unknown", {"de_minimis_3y": 0}, "to_check"),
        ("no", {}, "ok"),
    ],
)
def test_each_rule_has_its_own_ceiling_over_three_years(rule, received, expected):
    assert verdict({"de_minimis": rule}, received) == expected


def award(months, **said):
    return {
        "programme": "other",
        "months_ago": months,
        "amount": 200_000,
        "de_minimis": "yes",
    } | said


@pytest.mark.parametrize(
    ("awards", "room"),
    [
        ([award(35)], 100_000),
        ([award(36)], 300_000),
        ([award(1), award(35.5)], 0),
        ([award(1), award(2, de_minimis="no")], 100_000),
        ([award(1), award(2, amount=None)], None),
        ([award(1, de_minimis=None)], None),
        ([], None),
    ],
)
def test_dated_awards_add_up_over_a_rolling_three_years(awards, room):
    left = aid_room(programme(stacking={"de_minimis": "yes"}), known({"previous_awards": awards}))

    assert left == (None if room is None else Decimal(room))


def test_a_sum_given_directly_wins_over_the_list_of_awards():
    said = known({"previous_awards": [award(1)], "de_minimis_3y": 10_000})

    assert aid_room(programme(stacking={"de_minimis": "yes"}), said) == 290_000


def test_sgei_awards_count_towards_their_own_ceiling_only():
    said = known({"previous_awards": [award(1, de_minimis="sgei")]})

    assert aid_room(programme(stacking={"de_minimis": "yes"}), said) == 300_000
    assert aid_room(programme(stacking={"de_minimis": "sgei"}), said) == 550_000


def test_a_cap_counts_all_public_aid_on_the_eligible_cost():
    capped = {"de_minimis": "no", "public_aid_cap": 0.8}
    bounded = programme(
        stacking=capped, amount=programme().amount.model_dump() | {"cost_max": Decimal(5000)}
    )
    read = known(cost=10000, other_public_aid=2000)

    assert verdict(capped, other_public_aid=3000) == "ok"
    assert verdict(capped, other_public_aid=3001) == "over_cap"
    assert stacking(bounded, read, amount(bounded, read)) == "over_cap"


def test_an_aid_already_held_that_is_refused_by_name_does_not_go_together():
    refuses = {"de_minimis": "no", "incompatible_with": ["other-aid"]}

    assert verdict(refuses, aids_held=["other-aid"]) == "over_cap"
    assert verdict(refuses, aids_held=["third-aid"]) == "ok"
    outside = {"de_minimis": "no", "incompatible_with": ["any European money"]}
    assert verdict(outside, aids_held=["third-aid"]) == "to_check"


def test_an_aid_already_held_may_be_the_one_that_refuses():
    held = programme("held", stacking={"incompatible_with": ["new"]})
    new = programme("new", stacking={"de_minimis": "no"})

    found = match_all((held, new), known(**ALONE, aids_held=["held"]), ON, read_words("en"))
    assert {m.programme.id: m.stacking for m in found}["new"] == "over_cap"


def test_two_aids_share_a_project_when_said_never_when_refused_else_nobody_knows():
    plain, other = programme("plain"), programme("other")
    refuses = programme("refuses", stacking={"incompatible_with": ["plain"]})
    welcomes = programme("welcomes", stacking={"compatible_with": ["plain"]})

    assert may_share(plain, other) is None
    assert (may_share(plain, refuses), may_share(refuses, plain)) == (False, False)
    assert (may_share(plain, welcomes), may_share(welcomes, plain)) == (True, True)


def test_a_sum_in_another_currency_is_to_check():
    assert verdict({"de_minimis": "no"}, currency="CAD") == "to_check"
