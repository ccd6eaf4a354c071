"""Nobody is found by comparing views: an attacker who keeps them all, over time and across roles.

The strongest one: each person chooses an option of their own, so that the attacker knows exactly
who stands in each row of counts, and may add, subtract and cross rows at will.
"""

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from network.panel import PER_ROLE, ROLES, WHOLE, missing, moves, shown_apart
from tests.network.panels import ARRIVALS, Arrivals, a_room, all_looking, looked_at_once


def finest_groups(views: list[frozenset[int]]) -> list[set[int]]:
    """The people that no view tells apart: nothing made of these views can split them."""
    everybody = frozenset().union(*views)
    by_signature: dict[tuple[bool, ...], set[int]] = {}
    for person in everybody:
        by_signature.setdefault(tuple(person in view for view in views), set()).add(person)
    return list(by_signature.values())


@given(ARRIVALS)
def test_all_views_together_never_part_a_group_smaller_than_three(arrivals: Arrivals) -> None:
    for group in finest_groups(a_room(arrivals).views()):
        assert len(group) >= PER_ROLE


@given(ARRIVALS)
def test_the_difference_of_any_two_views_is_nobody_or_three_and_more(arrivals: Arrivals) -> None:
    for one, other in combinations(a_room(arrivals).views(), 2):
        for left in (one - other, other - one, one & other):
            assert not left or len(left) >= PER_ROLE


@given(ARRIVALS)
def test_the_whole_moves_by_five_or_more_and_loses_nobody(arrivals: Arrivals) -> None:
    for before, after in pairwise([frozenset(), *a_room(arrivals).wholes()]):
        assert before <= after
        assert before == after or len(after - before) >= WHOLE


@given(ARRIVALS)
def test_those_outside_all_the_roles_shown_are_nobody_or_three_and_more(arrivals: Arrivals) -> None:
    for found in a_room(arrivals).seen:
        (shown,) = found.questions
        if shown.counts is not None:
            in_roles = sum(sum(counts) for counts in shown.roles.values())
            outside = sum(shown.counts) - in_roles
            assert outside == 0 or outside >= PER_ROLE


@given(ARRIVALS)
def test_a_picture_only_holds_people_who_said_something(arrivals: Arrivals) -> None:
    room = a_room(arrivals)
    assert all(view <= room.said for view in room.views())


@given(st.dictionaries(st.sampled_from(ROLES), st.integers(1, 12)))
def test_roles_are_shown_apart_whole_or_not_at_all(answers: dict[str, int]) -> None:
    alone = shown_apart(answers)
    left = sum(count for role, count in answers.items() if role not in alone)
    assert all(answers[role] >= PER_ROLE for role in alone)
    assert left == 0 or left >= PER_ROLE or sum(answers.values()) < PER_ROLE


@given(st.lists(st.sampled_from(ROLES), min_size=WHOLE, max_size=30))
def test_looking_late_shows_every_answer_of_everybody(roles: list[str]) -> None:
    (whole,) = looked_at_once(*roles).wholes()
    assert len(whole) == len(roles)


@pytest.mark.parametrize("people", range(WHOLE))
def test_nothing_is_seen_under_five(people: int) -> None:
    assert looked_at_once(*["staff"] * people).seen == []
    assert not moves(people)
    assert missing(people) == WHOLE - people


def test_one_person_outside_a_role_hides_that_role() -> None:
    """Five of the staff and the director: the staff alone would give the director away."""
    (found,) = looked_at_once(*["staff"] * 5, "direction").seen
    assert found.roles() == ()
    assert sum(found.questions[0].counts or ()) == 6


def test_two_roles_are_not_both_shown_when_one_person_is_left_over() -> None:
    (found,) = looked_at_once(*["staff"] * 4, *["volunteers"] * 3, "direction").seen
    assert found.roles() == ("staff",)


def test_three_left_over_hide_nobody() -> None:
    (found,) = looked_at_once(*["staff"] * 4, *["direction", "board", "members"]).seen
    assert found.roles() == ("staff",)


def test_a_role_already_mixed_with_others_is_not_drawn_out_of_them_later() -> None:
    """Two of the staff entered with others: three more are shown, not the five."""
    early = ["staff", "staff", "board", "board", "direction"]
    room = all_looking(*early, *["staff"] * 3, *["volunteers"] * 3)
    last = room.seen[-1].questions[0]
    assert sum(last.counts or ()) == 10
    assert last.roles == {}


def test_following_live_costs_the_view_by_role_that_waiting_gives() -> None:
    people = ["staff", "volunteers"] * 5
    assert all_looking(*people).seen[-1].roles() == ()
    assert looked_at_once(*people).seen[-1].roles() == ("staff", "volunteers")
