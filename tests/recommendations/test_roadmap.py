"""What to do in which order, dated under real hours and money."""

import datetime as dt
from decimal import Decimal

from assessment.floor import floor
from assessment.scorecard import score_card
from recommendations.choice import Situation
from recommendations.pathway import Pathway
from recommendations.queue import Wishes, queue
from recommendations.roadmap import Means, schedule
from tests.builders import dimension, question, questionnaire
from tests.recommendations.builders import action

ON = dt.date(2026, 11, 22)
POINTS = ("backup", "two-factor", "updates", "leavers")
CORE = questionnaire(
    dimension("safety", *(question(p, floor=p, none=0, done=3) for p in POINTS)),
    dimension("life", question("plan", none=0, said=1, written=3), question("site", none=0, ok=3)),
)
NET = tuple(action(f"do-{p}", {p: "done"}, hours=2, floor=p) for p in POINTS)
PLAN = action("write-plan", {"plan": "written"}, hours=8)
SITE = action("mend-site", {"site": "ok"}, hours=4)


def pathway(*first):
    words = dict.fromkeys(("default", "convinced", "utilitarian", "sceptical"), "w")
    return Pathway.model_construct(
        id="p", first_actions=first, themes=("safety", "life"), opening=words, finds_out=False
    )


def queued(answers, actions=(*NET, PLAN, SITE), first=("write-plan",), **wishes):
    situation = Situation(CORE, answers, score_card(CORE, answers), floor(CORE, answers))
    return queue(actions, pathway(*first), situation, Wishes(**wishes))


def ids(items):
    return [item.project.id for item in items]


ALL_DONE = dict.fromkeys(POINTS, "done") | {"plan": "none", "site": "none"}


def test_three_missing_points_come_before_everything_and_alone():
    answers = ALL_DONE | {"backup": "none", "two-factor": "none", "updates": "none"}

    items = queued(answers)

    assert ids(items) == ["safety-net", "write-plan", "mend-site"]
    assert items[0].alone
    assert items[0].project.hours == 6


def test_one_missing_point_runs_beside_the_pathways_own_project():
    items = queued(ALL_DONE | {"backup": "none"})

    assert ids(items)[:2] == ["write-plan", "safety-net"]
    assert not items[1].alone


def test_an_unknown_point_is_found_out_never_laid():
    assert "safety-net" not in ids(queued(ALL_DONE | {"backup": "unknown"}))


def test_what_is_in_place_is_not_proposed():
    assert ids(queued(ALL_DONE | {"plan": "written"})) == ["mend-site"]


def test_a_refusal_is_respected_and_a_pin_comes_first():
    assert ids(queued(ALL_DONE, refused=frozenset({"write-plan"}))) == ["mend-site"]
    assert ids(queued(ALL_DONE, pinned=("mend-site",))) == ["mend-site", "write-plan"]


def test_what_must_be_done_before_comes_before():
    shop = action("open-shop", {"site": "ok"}, prerequisites=["write-plan"])

    assert ids(queued(ALL_DONE, actions=(PLAN, shop), first=("open-shop",))) == [
        "write-plan",
        "open-shop",
    ]


def test_the_gain_is_the_score_redone_with_the_effects():
    (item,) = queued(ALL_DONE | {"plan": "written"})

    assert (item.before.dimensions["life"].value, item.after.dimensions["life"].value) == (50, 100)


def dated(answers=ALL_DONE, **means):
    numbers = {k: Decimal(v) if k in ("hours_per_month", "own_money_per_year") else v
               for k, v in means.items()}  # fmt: skip
    return schedule(queued(answers), Means(**numbers), ON)


def test_hours_a_month_decide_when_a_project_ends():
    slow, fast = dated(hours_per_month=4), dated(hours_per_month=52)

    assert slow.steps[0].end > fast.steps[0].end
    # However many hours there are, a project of two weeks takes two weeks.
    assert fast.steps[0].end == ON + dt.timedelta(weeks=2, days=-1)


def test_never_more_projects_at_once_than_allowed():
    one = dated(max_active=1)

    assert one.steps[1].start > one.steps[0].end
    assert len(one.active) == 1
    assert len(dated().active) == 2


def test_without_hours_nothing_is_planned_and_the_reason_is_said():
    empty = dated(hours_per_month=0)

    assert empty.steps == ()
    assert {left.reason for left in empty.left_out} == {"hours"}


def test_what_the_horizon_cannot_hold_is_left_out():
    assert [left.queued.project.id for left in dated(months=1).left_out] == [
        "write-plan",
        "mend-site",
    ]


def test_what_own_money_cannot_carry_is_left_out_unless_pinned():
    dear = action("buy", {"plan": "written"}, cost={
        "one_off": {"min": 900, "max": 900}, "yearly": {"min": 0, "max": 0}, "basis": "b",
    })  # fmt: skip
    means = Means(own_money_per_year=Decimal(100), months=12)

    refused = schedule(queued(ALL_DONE, actions=(dear,), first=("buy",)), means, ON)
    pinned = schedule(queued(ALL_DONE, actions=(dear,), pinned=("buy",)), means, ON)

    assert [left.reason for left in refused.left_out] == ["money"]
    assert [step.queued.project.id for step in pinned.steps] == ["buy"]
