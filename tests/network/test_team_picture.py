"""The picture of a team: counts from three people on, and nobody found by comparing two."""

import random
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from network.team import THRESHOLD, ItemPicture, TeamPicture, batches, in_picture, missing, picture
from questionnaires import read

TEAM = read("team-skills", "en")
QUESTIONS = tuple(TEAM.questions())
VALUES = ("not-yet", "seen", "with-help", "on-own", "unknown")
SHEETS = st.lists(
    st.fixed_dictionaries({q.id: st.sampled_from(VALUES) for q in QUESTIONS}), max_size=14
)


def sheet(value: str, **others: str) -> dict[str, str]:
    return {q.id: value for q in QUESTIONS} | {k.replace("_", "-"): v for k, v in others.items()}


def of(*sheets: dict[str, str]) -> TeamPicture:
    found = picture(TEAM, in_threes(sheets))
    assert found is not None
    return found


def in_threes(sheets: tuple[dict[str, str], ...]) -> list[tuple[dict[str, str], ...]]:
    return [sheets[start : start + 3] for start in range(0, len(sheets), 3)]


def items(found: TeamPicture | None) -> Iterator[ItemPicture]:
    for area in found.areas if found else ():
        yield from area.items


@pytest.mark.parametrize("people", [0, 1, 2])
def test_nothing_is_shown_under_three(people: int) -> None:
    assert picture(TEAM, in_threes((sheet("on-own"),) * people)) is None
    assert in_picture(people, 0, closed=False) == in_picture(people, 0, closed=True) == 0


def test_a_mean_is_redone_by_hand_from_the_counts() -> None:
    found = of(sheet("not-yet"), sheet("with-help"), sheet("on-own"))
    area = found.areas[0]
    assert area.items[0].counts == (1, 0, 1, 1)
    assert area.value == pytest.approx(100 * (0 + 2 + 3) / 9)
    assert area.level == "with-help"
    assert area.helpers == pytest.approx(1 / 3)


def test_would_rather_not_say_is_not_zero() -> None:
    said = of(*(sheet("on-own"),) * 3)
    some_silent = of(*(sheet("on-own"),) * 3, *(sheet("unknown"),) * 3)
    assert [a.value for a in some_silent.areas] == [a.value for a in said.areas] == [100.0] * 5
    assert some_silent.sheets == 6


def test_a_question_that_fewer_than_three_answered_shows_no_number() -> None:
    found = of(sheet("seen"), sheet("seen", write_together="unknown"), sheet("seen"))
    hidden = next(i for i in items(found) if i.question == "write-together")
    assert (hidden.known, hidden.counts, hidden.helpers) == (None, None, None)
    # The area still has a mean, from its other question.
    assert found.areas[1].value == pytest.approx(100 / 3)


def test_an_area_nobody_answered_has_no_value_and_is_not_put_first() -> None:
    silent = sheet("seen", doubtful_message="unknown", share_list_with_care="unknown")
    found = of(silent, silent, silent)
    assert (found.areas[3].value, found.areas[3].level) == (None, None)
    assert found.first == "information"


def test_the_weakest_area_comes_first_and_none_when_all_do_it_without_help() -> None:
    weak = sheet("with-help", doubtful_message="not-yet", share_list_with_care="not-yet")
    assert of(weak, weak, weak).first == "safety"
    assert of(*(sheet("on-own"),) * 3).first is None


def test_an_open_round_moves_three_by_three() -> None:
    shown, seen = 0, []
    for answers in range(10):
        shown = in_picture(answers, shown, closed=False)
        seen.append(shown)
    assert seen == [0, 0, 0, 3, 3, 3, 6, 6, 6, 9]
    assert [missing(answers) for answers in range(4)] == [3, 2, 1, 3]


def test_closing_shows_all_when_no_picture_told_the_others_apart() -> None:
    assert in_picture(4, 0, closed=True) == 4
    assert in_picture(8, 3, closed=True) == 8


@pytest.mark.parametrize("late", [1, 2])
def test_closing_leaves_out_one_or_two_late_answers_after_a_picture_was_seen(late: int) -> None:
    assert in_picture(6 + late, 6, closed=True) == 6


@given(st.lists(st.booleans(), min_size=1, max_size=30), st.integers(0, 3))
def test_two_pictures_in_a_row_never_differ_by_one_or_two(looks: list[bool], extra: int) -> None:
    """At each answer someone looks, or not; then the round is closed and looked at."""
    shown = 0
    for answers, look in enumerate([*looks, *[False] * extra], 1):
        if look:
            now = in_picture(answers, shown, closed=False)
            assert now - shown == 0 or now - shown >= THRESHOLD
            shown = now
    last = in_picture(len(looks) + extra, shown, closed=True)
    assert last - shown == 0 or last - shown >= THRESHOLD


@given(SHEETS)
def test_no_sheet_is_singled_out_by_comparing_two_pictures(sheets: list[dict[str, str]]) -> None:
    """Every pair of pictures of a round, question by question, even when some say nothing."""
    groups = in_threes(tuple(sheets))
    whole = [group for group in groups if len(group) == THRESHOLD]
    seen = [picture(TEAM, whole[:count]) for count in range(len(whole) + 1)]
    for earlier, later in pairwise(seen):
        before = {i.question: i.counts for i in items(earlier)}
        for item in items(later):
            old = before.get(item.question) or (0, 0, 0, 0)
            added = [n - o for n, o in zip(item.counts or (0, 0, 0, 0), old, strict=True)]
            assert min(added) >= 0
            assert sum(added) == 0 or sum(added) >= THRESHOLD


def test_the_order_of_sheets_in_a_batch_changes_nothing() -> None:
    sheets = [sheet("seen"), sheet("on-own"), sheet("unknown"), sheet("not-yet")]
    mixed = random.Random(3).sample(sheets, 4)
    assert picture(TEAM, [sheets]) == picture(TEAM, [mixed])


def test_the_last_short_batch_counts_with_the_one_before_it() -> None:
    found = of(*(sheet("seen"),) * 4)
    assert {item.known for item in items(found)} == {4}
    assert (batches(0), batches(3), batches(4), batches(7)) == (0, 1, 2, 3)
