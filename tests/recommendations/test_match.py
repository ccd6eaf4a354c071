"""One programme against one profile: verdict, reasons, questions, money."""

import datetime as dt
from decimal import Decimal

from assessment.places import contains
from assessment.profile import Profile
from recommendations.amounts import Money
from recommendations.eligibility import Words, match
from recommendations.facts import facts
from tests.recommendations.builders import programme

ON = dt.date(2026, 11, 22)


class Echo(dict):
    """The question for a field is its name."""

    def __missing__(self, field):
        return f"{field}?"


WORDS = Words({v: f"{v}: {{condition}}" for v in ("met", "to_check", "not_met")}, Echo())
SIZE = {"id": "size", "text": "Under 50", "test": {"field": "enterprise.fte", "below": 50}}
PLACE = programme().conditions[0].model_dump(by_alias=True, exclude_none=True)
QUALITY = {"id": "quality", "text": "A good project", "why_not_tested": "judgement"}
PENDING = {"id": "other", "text": "Something not expressed yet"}


def read(conditions=None, enterprise=None, project=None, **changes):
    known = facts(
        Profile.model_validate({"enterprise": enterprise or {}, "project": project or {}}),
        ON, contains,
    )  # fmt: skip
    if conditions:
        changes["conditions"] = conditions
    return match(programme(**changes), known, ON, WORDS)


HERE = {"region": "BE-WAL", "fte": 12}


def test_one_no_is_enough_and_one_unknown_is_to_check():
    assert read([PLACE, SIZE], HERE).verdict == "met"
    assert read([PLACE, SIZE], {"region": "BE-WAL"}).verdict == "to_check"
    assert read([PLACE, SIZE], {"region": "FR-HDF"}).verdict == "not_met"


def test_each_criterion_gives_its_reason():
    reasons = [c.reason for c in read([PLACE, SIZE], {"region": "BE-WAL"}).criteria]

    assert reasons == ["met: In Wallonia", "to_check: Under 50"]


def test_each_criterion_says_where_it_was_read():
    elsewhere = SIZE | {"source": "https://example.org/decree"}

    sources = [c.source for c in read([PLACE, elsewhere], HERE).criteria]

    assert sources == ["https://example.org", "https://example.org/decree"]


def test_the_questions_are_those_that_would_settle_it():
    assert [q.field for q in read([PLACE, SIZE], {"fte": 3}).questions] == ["enterprise.region"]


def test_what_the_funder_judges_is_listed_and_changes_no_verdict():
    found = read([PLACE, QUALITY], HERE)

    assert (found.verdict, found.also_looked_at) == ("met", ("A good project",))


def test_what_is_not_expressed_yet_is_to_check():
    assert read([PLACE, PENDING], HERE).verdict == "to_check"


def test_a_gate_is_a_later_step_not_a_refusal():
    gate = {
        "id": "plan", "text": "A plan under two years",
        "test": {"field": "project.digital_plan_age_months", "at_most": 24},
    }  # fmt: skip
    never = {"digital_plan_age_months": "never"}

    assert read([PLACE, gate], HERE, never).behind_gate
    assert not read([PLACE, gate], {"region": "FR-HDF"}, never).behind_gate


def test_the_aid_is_the_rate_on_the_cost_up_to_the_ceiling():
    assert read(project={"cost": 3000}).amount == Money(Decimal(1500), Decimal(1500), "EUR")
    assert read(project={"cost": 30000}).amount == Money(Decimal(5000), Decimal(5000), "EUR")


def test_without_a_cost_the_amount_is_the_programmes_own_band():
    assert read().amount == Money(None, Decimal(5000), "EUR")


def test_an_amount_that_was_not_seen_is_null_never_zero():
    assert read(amount={"currency": "EUR"}).amount is None


def test_de_minimis_adds_up_to_three_hundred_thousand_euros():
    counted = {"stacking": {"de_minimis": "yes"}}
    alone = {"cost": 10000, "other_public_aid": 0}

    assert read(enterprise={"de_minimis_3y": 295000}, project=alone, **counted).stacking == "ok"
    over = read(enterprise={"de_minimis_3y": 295001}, project=alone, **counted)
    assert over.stacking == "over_cap"
    assert read(project=alone, **counted).stacking == "to_check"


def test_public_aid_stays_under_the_cap_of_the_scheme():
    capped = {"stacking": {"de_minimis": "no", "public_aid_cap": 0.8}}

    assert read(project={"cost": 10000, "other_public_aid": 3000}, **capped).stacking == "ok"
    assert read(project={"cost": 10000, "other_public_aid": 3001}, **capped).stacking == "over_cap"
