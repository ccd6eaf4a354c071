"""What an enterprise writes about a project: steps ticked, costs over three years, cautions."""

from decimal import Decimal

import pytest

from recommendations.carried import PHASES, Carried, cautions, parts, progress
from recommendations.plan_data import Followed, WrongPlan, plan_of, project_of, read_plan
from recommendations.projects import Project
from recommendations.specification import Specification
from recommendations.wishes import Means, Wishes
from tests.reports.builders import action

SHORT = action("short", "plan", "written")
LONG = action(
    "long", "board", "minuted", hours=40, steps=None, phases={name: ["Faire."] for name in PHASES}
)
ONE, BIG, BUNDLE = (
    Project("short", (SHORT,)), Project("long", (LONG,)), Project("safety-net", (SHORT, LONG))
)  # fmt: skip


def test_a_long_action_has_six_phases_and_a_short_one_three_steps():
    assert [part.phase for part in parts(LONG)] == list(PHASES)
    assert [part.id for part in parts(SHORT)] == ["short.1", "short.2", "short.3"]


def test_what_is_ticked_counts_once_and_can_be_unticked():
    carried = Carried().ticked("short.2", so=True).ticked("short.2", so=True)

    assert progress(ONE, carried) == (1, 3)
    assert progress(BUNDLE, carried) == (1, 9)
    assert progress(ONE, carried.ticked("short.2", so=False)) == (0, 3)


def test_a_cost_not_known_leaves_the_sum_not_known_and_zero_is_known():
    assert Carried(purchase=Decimal(900)).over_years is None
    assert Carried(purchase=Decimal(900), yearly=Decimal(0)).over_years == 900
    assert Carried(purchase=Decimal(900), yearly=Decimal(100)).over_years == 1200


@pytest.mark.parametrize(
    ("project", "written", "said"),
    [
        (ONE, {}, ()),
        (ONE, {"carrier": "Luc"}, ("one-person",)),
        (ONE, {"carrier": "Luc", "stand_in": "Ana"}, ()),
        (ONE, {"state": "in-progress"}, ()),
        (BIG, {"state": "in-progress"}, ("no-sponsor",)),
        (BIG, {"state": "in-progress", "sponsor": "Amina"}, ()),
        (BIG, {"sponsor": "Amina", "done": ["long.needs"]}, ()),
        (BIG, {"sponsor": "Amina", "done": ["long.choice"]}, ("asked-late",)),
        (BIG, {"sponsor": "Amina", "done": ["long.choice"], "asked": True}, ()),
    ],
)
def test_a_caution_is_said_only_when_something_calls_for_it(project, written, said):
    assert cautions(project, Carried.model_validate(written)) == said


def test_what_is_written_goes_through_the_plan_and_back():
    asked = Specification(need="Un site").added("Lisible au téléphone", "must")
    carried = Carried(state="done", done=("short.1",), yearly=Decimal("60.50"), specification=asked)

    data = plan_of(Means(), Wishes(), Followed({"short": carried, "long": Carried()}))

    assert read_plan(data).projects["short"] == carried
    assert project_of(Carried()) == {}
    assert "projects" not in plan_of(Means(), Wishes(), Followed({"long": Carried()}))


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ({"state": "lost"}, "projects.short.state"),
        ({"yearly": -1}, "projects.short.yearly"),
        ({"notes": "x" * 4001}, "projects.short.notes"),
        ({"done": ["<script>"]}, "projects.short.done.0"),
        ({"specification": {"wanted": [{"text": "", "place": "must"}]}}, "projects.short.spec"),
        ({"sponsors": "x"}, "projects.short.sponsors"),
    ],
)
def test_what_no_sheet_can_hold_is_refused_by_its_place(written, place):
    with pytest.raises(WrongPlan, match=place):
        read_plan({"projects": {"short": written}})
