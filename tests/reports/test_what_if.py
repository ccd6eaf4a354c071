"""Two dossiers side by side: what moves, what comes in, what leaves."""

from dataclasses import replace

import pytest

from recommendations.wishes import Means
from reports.next_levels import next_levels
from reports.what_if import differences
from tests.reports.builders import ALL, HALF, NONE_APPLIES, dossier


def test_nothing_changed_is_no_difference() -> None:
    found = differences(dossier(HALF), dossier(HALF))
    assert found.same_plan
    assert found.moved == ()
    assert found.before == found.after
    assert found.payers_in == found.payers_out == ()


def test_a_better_answer_moves_its_dimension_and_the_whole_only() -> None:
    found = differences(dossier(HALF), dossier({**HALF, "plan": "written"}))
    assert [moved.dimension for moved in found.moved] == ["strategy"]
    assert found.overall.before.value is not None
    assert found.overall.after.value is not None
    assert found.overall.before.value < found.overall.after.value


def test_what_is_in_place_leaves_the_plan_and_the_other_way_round_comes_in() -> None:
    before, after = dossier({**HALF, "plan": "none"}), dossier({**HALF, "plan": "written"})
    gone = {step.project.id for step in differences(before, after).leaves}
    assert gone
    assert {step.project.id for step in differences(after, before).comes_in} == gone


def test_fewer_hours_move_what_stays_to_a_later_quarter() -> None:
    before = dossier(HALF, means=Means())
    first = before.roadmap.steps[-1]
    later = replace(first, start=first.start.replace(year=first.start.year + 1))
    after = replace(
        before, roadmap=replace(before.roadmap, steps=(*before.roadmap.steps[:-1], later))
    )
    (shifted,) = differences(before, after).shifted
    assert not shifted.earlier
    (shifted,) = differences(after, before).shifted
    assert shifted.earlier


def test_next_levels_has_the_whole_then_each_dimension_that_applies() -> None:
    assert [way.dimension for way in next_levels(dossier(HALF))] == [
        None, "strategy", "data-security"
    ]  # fmt: skip
    assert next_levels(dossier(NONE_APPLIES)) == ()


@pytest.mark.parametrize(("answers", "obstacle"), [(ALL, "highest"), ({}, "nothing_known")])
def test_next_levels_names_the_obstacle(answers: dict[str, str], obstacle: str) -> None:
    assert {way.obstacle for way in next_levels(dossier(answers))} == {obstacle}
