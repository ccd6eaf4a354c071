"""What to do in which order, dated under real hours and money: the plan made at once, and the best.

Every rule holds for both.
"""

import datetime as dt
from decimal import Decimal

import pytest

from assessment.floor import floor
from assessment.places import contains
from assessment.profile import Profile
from assessment.scorecard import score_card
from recommendations.choice import Situation
from recommendations.eligibility import match
from recommendations.facts import facts
from recommendations.planning.asked import Asked
from recommendations.planning.solve import Effort
from recommendations.planning.wished import Money, roadmap
from recommendations.proposals import Funding
from recommendations.wishes import Means, Wishes
from recommendations.words import read_words
from tests.builders import dimension, question, questionnaire
from tests.recommendations.builders import NO_MONEY, action, pathway, programme

ON = dt.date(2026, 11, 22)
POINTS = ("backup", "two-factor", "updates", "leavers")
CORE = questionnaire(
    dimension("safety", *(question(p, floor=p, none=0, done=3) for p in POINTS)),
    dimension("life", question("plan", none=0, said=1, written=3), question("site", none=0, ok=3)),
)
NET = tuple(action(f"do-{p}", {p: "done"}, hours=2, floor=p) for p in POINTS)
PLAN = action("write-plan", {"plan": "written"}, hours=8)
SITE = action("mend-site", {"site": "ok"}, hours=4)
ALL_DONE = dict.fromkeys(POINTS, "done") | {"plan": "none", "site": "none"}
THREE_MISSING = ALL_DONE | {"backup": "none", "two-factor": "none", "updates": "none"}


@pytest.fixture(params=[None, Effort(20, 6000)], ids=["at once", "best found"])
def plan(request):
    def made(answers=ALL_DONE, actions=(*NET, PLAN, SITE), first=("write-plan",), wishes=None, **m):
        numbers = {
            k: Decimal(v) if k in ("hours_per_month", "own_money_per_year") else v
            for k, v in m.items()
        }
        here = Situation(CORE, answers, score_card(CORE, answers), floor(CORE, answers))
        path = pathway(*first, themes=("safety", "life"))
        asked = Asked(actions, path, here, ON, Means(**numbers), wishes or Wishes())
        return roadmap(asked, NO_MONEY, request.param)

    return made


def ids(made):
    return [step.project.id for step in made.steps]


def left(made):
    return {one.project.id: one.reason for one in made.left_out}


def dear(**changes):
    cost = {"one_off": {"min": 900, "max": 900}, "yearly": {"min": 0, "max": 0}, "basis": "b"}
    return action("buy", {"plan": "written"}, cost=cost, **changes)


def test_three_missing_points_come_before_everything_and_alone(plan):
    net, *others = plan(THREE_MISSING).steps

    assert (net.project.id, net.project.hours, net.reason) == ("safety-net", 6, "floor")
    assert net.active
    assert all(step.start > net.end for step in others)


def test_one_missing_point_runs_beside_the_pathways_own_project(plan):
    made = plan(ALL_DONE | {"backup": "none"})

    assert ids(made)[:2] == ["write-plan", "safety-net"]
    assert [step.start for step in made.steps[:2]] == [ON, ON]


def test_an_unknown_point_is_found_out_never_laid(plan):
    assert "safety-net" not in ids(plan(ALL_DONE | {"backup": "unknown"}))


def test_what_is_in_place_is_not_proposed(plan):
    assert ids(plan(ALL_DONE | {"plan": "written"})) == ["mend-site"]


def test_a_refusal_is_respected_and_said(plan):
    made = plan(wishes=Wishes(refused=frozenset({"write-plan"})))

    assert ids(made) == ["mend-site"]
    assert left(made) == {"write-plan": "refused"}


def test_a_pin_comes_first(plan):
    made = plan(wishes=Wishes(pinned=("mend-site",)))

    assert ids(made) == ["mend-site", "write-plan"]
    assert made.steps[0].reason == "pinned"


def test_what_is_postponed_starts_on_its_day_not_before(plan):
    made = plan(wishes=Wishes(postponed={"mend-site": dt.date(2027, 3, 1)}))

    assert next(s.start for s in made.steps if s.project.id == "mend-site") == dt.date(2027, 3, 1)


def test_what_is_postponed_too_far_is_left_out_for_that(plan):
    made = plan(wishes=Wishes(postponed={"mend-site": dt.date(2029, 1, 1)}))

    assert left(made) == {"mend-site": "postponed"}


def test_what_must_be_done_before_has_ended_before(plan):
    shop = action("open-shop", {"site": "ok"}, prerequisites=["write-plan"])
    made = plan(actions=(PLAN, shop), first=("open-shop",))

    assert ids(made) == ["write-plan", "open-shop"]
    assert made.steps[1].start > made.steps[0].end


def test_refusing_what_must_be_done_before_keeps_out_what_waits_for_it(plan):
    shop = action("open-shop", {"site": "ok"}, prerequisites=["write-plan"])
    made = plan(actions=(PLAN, shop), wishes=Wishes(refused=frozenset({"write-plan"})))

    assert left(made) == {"write-plan": "refused", "open-shop": "needs_refused"}


def test_the_gain_is_the_score_redone_with_the_effects(plan):
    (step,) = plan(ALL_DONE | {"plan": "written"}).steps

    assert (step.before.dimensions["life"].value, step.after.dimensions["life"].value) == (50, 100)


def test_of_two_ways_to_the_same_gain_the_shorter_is_taken_and_the_other_says_so(plan):
    long = action("long-way", {"site": "ok"}, hours=12)
    made = plan(actions=(PLAN, SITE, long))

    assert ids(made) == ["write-plan", "mend-site"]
    (covered,) = made.left_out
    assert (covered.reason, covered.by.id) == ("covered", "mend-site")


def test_hours_a_month_decide_when_a_project_ends(plan):
    slow, fast = plan(hours_per_month=4), plan(hours_per_month=52)

    assert slow.steps[0].end > fast.steps[0].end
    # However many hours there are, a project of two weeks takes two weeks.
    assert fast.steps[0].end == ON + dt.timedelta(weeks=2, days=-1)


def test_never_more_projects_at_once_than_allowed(plan):
    one = plan(max_active=1)

    assert one.steps[1].start > one.steps[0].end
    assert len(one.active) == 1
    assert len(plan().active) == 2


def test_without_hours_nothing_is_planned_and_what_would_help_is_said(plan):
    empty = plan(hours_per_month=0)

    assert empty.steps == ()
    assert empty.status == "infeasible"
    assert all(one.hours for one in empty.relax)
    assert set(left(empty).values()) == {"hours"}


def test_what_the_horizon_cannot_hold_is_left_out(plan):
    assert left(plan(months=1)) == {"write-plan": "hours"}


def test_what_own_money_cannot_carry_is_left_out(plan):
    made = plan(actions=(dear(), SITE), first=("buy",), own_money_per_year=100, months=12)

    assert left(made) == {"buy": "money"}


def test_a_pin_that_money_cannot_carry_says_how_much_would(plan):
    made = plan(
        actions=(dear(), SITE), wishes=Wishes(pinned=("buy",)), own_money_per_year=100, months=12
    )

    (relax,) = made.relax
    assert made.status == "infeasible"
    assert (relax.project.id, relax.hours, relax.months, relax.money) == ("buy", None, None, 900)
    # The page is never empty: what can be done without it is planned.
    assert ids(made) == ["mend-site"]


def test_a_pin_too_long_for_the_hours_says_how_many_hours_or_months_would_do(plan):
    made = plan(wishes=Wishes(pinned=("write-plan",)), hours_per_month=2, months=2)

    (relax,) = made.relax
    assert (relax.hours, relax.months) == (4, 4)


@pytest.mark.parametrize(
    "means",
    [
        {"months": 6, "own_money_per_year": 500},
        {"months": 6, "own_money_per_year": 1000},
        {"months": 18, "own_money_per_year": 100},
        {"months": 2, "own_money_per_year": 100, "hours_per_month": 1},
    ],
)
def test_every_remedy_offered_makes_the_wish_possible(plan, means):
    wanted = {"actions": (dear(hours=20), SITE), "wishes": Wishes(pinned=("buy",))}
    (relax,) = plan(**wanted, **means).relax
    offered = {
        "hours_per_month": relax.hours,
        "months": relax.months,
        "own_money_per_year": relax.money,
    }
    changes = {key: value for key, value in offered.items() if value is not None}

    assert changes
    tried = [changes] if relax.together else [{key: value} for key, value in changes.items()]
    for change in tried:
        assert "buy" in ids(plan(**wanted, **(means | change)))


def test_a_pin_that_is_in_place_already_says_so(plan):
    made = plan(ALL_DONE | {"plan": "written"}, wishes=Wishes(pinned=("write-plan",)))

    assert left(made)["write-plan"] == "in_place"


def test_when_every_place_is_taken_hours_are_not_blamed(plan):
    long = action("long", {"site": "ok"}, weeks=8)
    made = plan(actions=(PLAN, long), months=2, max_active=1, hours_per_month=400)

    assert left(made) == {"long": "places"}


def test_a_programme_pays_no_more_in_all_than_its_most():
    cost = {"one_off": {"min": 0, "max": 400}, "yearly": {"min": 0, "max": 0}, "basis": "b"}
    payer = programme(
        needs=["diagnosis"],
        amount={"currency": "EUR", "rate_min": 1, "rate_max": 1, "max": 500,
                "rate_basis": "eligible-costs"},
    )  # fmt: skip
    wallonia = facts(Profile.model_validate({"enterprise": {"region": "BE-WAL"}}), ON, contains)
    found = match(payer, wallonia, ON, read_words("en"))
    here = Situation(CORE, ALL_DONE, score_card(CORE, ALL_DONE), floor(CORE, ALL_DONE))
    both = (
        action("write-plan", {"plan": "written"}, cost=cost),
        action("mend-site", {"site": "ok"}, cost=cost),
    )
    means = Means(own_money_per_year=Decimal(2000))
    asked = Asked(both, pathway(themes=("safety", "life")), here, ON, means)
    made = roadmap(asked, Money(lambda project: Funding((found,), (), (), ()), wallonia))

    # The first step takes 400 of its 500, the second what is left.
    assert [step.aid.max for step in made.steps] == [400, 100]


def test_a_pin_against_a_refusal_says_what_to_take_back(plan):
    shop = action("open-shop", {"site": "ok"}, prerequisites=["write-plan"])
    made = plan(
        actions=(PLAN, shop),
        wishes=Wishes(pinned=("open-shop",), refused=frozenset({"write-plan"})),
    )

    (relax,) = made.relax
    assert relax.refused.id == "write-plan"


def test_each_year_has_its_own_money(plan):
    second = action("second", {"site": "ok"}, cost=dear().cost.model_dump())
    made = plan(actions=(dear(), second), own_money_per_year=900, months=24)

    first, later = made.steps
    assert later.start >= ON + dt.timedelta(weeks=52)
    assert first.start == ON


def test_the_plan_counts_on_no_more_than_the_years_money(plan):
    wide = {"one_off": {"min": 0, "max": 6000}, "yearly": {"min": 0, "max": 0}, "basis": "b"}
    made = plan(actions=(action("buy", {"plan": "written"}, cost=wide),), own_money_per_year=500)

    assert (made.steps[0].cost.min, made.steps[0].cost.max) == (0, 500)
    assert made.totals.own.max == 500
