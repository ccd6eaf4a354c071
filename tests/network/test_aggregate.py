"""The published aggregate: what it shows, what it keeps back, and nobody found in it."""

import json
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from network.aggregate import (
    Aggregate,
    Ledger,
    Participation,
    Picture,
    as_json,
    from_json,
    participation,
    publish,
)
from network.anonymity import K
from network.members import Member, size_band
from network.quantiles import quantiles
from tests.network.attacker import Publication, described, found_out, parts
from tests.network.builders import DIMENSION, level_at, member, members, published

SPREAD = [10, 20, 30, 40, 55, 60, 65, 70, 80, 90, 95, 99]


def tools(found: Aggregate) -> Picture:
    return found.picture(DIMENSION)


@pytest.mark.parametrize("count", range(K))
def test_nothing_is_said_of_fewer_than_five(count: int) -> None:
    found, ledger = published(members(SPREAD[:count]))
    assert tools(found).whole is None
    assert not ledger[DIMENSION]


def test_five_members_give_a_median_and_no_quartile() -> None:
    whole = tools(published(members([0, 20, 40, 60, 80]))[0]).whole
    assert whole is not None
    assert (whole.n, whole.quantiles.median) == (5, 40)
    assert whole.quantiles.p25 is whole.quantiles.p75 is None
    assert whole.counts == (None, None, None, None)


def test_levels_are_counted_where_enough_members_stand() -> None:
    whole = tools(published(members([10] * 7 + [30] * 6 + [60, 61, 80, 81, 82]))[0]).whole
    assert whole is not None
    assert whole.counts == (7, 6, None, None)


def test_a_member_without_a_score_there_is_not_counted_there() -> None:
    whole = tools(published(members([*SPREAD, None, None]))[0]).whole
    assert whole is not None
    assert whole.n == len(SPREAD)


def test_a_small_group_is_not_shown_and_takes_another_along() -> None:
    who = members(SPREAD, "care") + members(SPREAD[:6], "culture", 20) + members([50], "food", 40)
    picture = tools(published(who)[0])
    # Care alone: with culture shown too, the one of food would be what is left.
    assert [(cell.group, cell.n) for cell in picture.groups["sector"]] == [("care", 12)]
    assert picture.hidden["sector"] == ("culture", "food")


def test_a_group_of_everybody_is_the_whole_and_not_said_to_be_hidden() -> None:
    picture = tools(published(members(SPREAD, "care"))[0])
    assert (picture.groups["sector"], picture.hidden["sector"]) == ((), ())


def test_a_second_grouping_is_shown_only_where_no_crossing_is_small() -> None:
    def who(small: int) -> list[Member]:
        return [
            member(f"{sector}{n}", SPREAD[n % 12], sector, size="micro" if n < small else "small")
            for sector in ("care", "culture")
            for n in range(12)
        ]

    crossed = tools(published(who(6))[0])
    assert {cell.group: cell.n for cell in crossed.groups["size"]} == {"micro": 12, "small": 12}
    assert len(crossed.groups["sector"]) == 2
    assert tools(published(who(3))[0]).groups["size"] == ()


def test_every_quantile_rests_on_five_members_and_is_rounded() -> None:
    found = quantiles(np.array(SPREAD, float))
    # The middle six of twelve; the middle six of each half of six.
    assert np.mean([40, 55, 60, 65, 70, 80]) == pytest.approx(61.7, abs=0.1)
    assert (found.p25, found.median, found.p75) == (35, 60, 85)
    assert quantiles(np.zeros(20)).median == 10
    assert quantiles(np.full(20, 100.0)).p75 == 90


@given(st.lists(st.floats(0, 100), min_size=5, max_size=30))
def test_quantiles_are_in_order_and_never_one_members_score(values: list[float]) -> None:
    found = quantiles(np.array(values))
    told = [one for one in (found.p25, found.median, found.p75) if one is not None]
    assert told == sorted(told)
    assert all(one % 5 == 0 and 10 <= one <= 90 for one in told)
    # Whose score is whose changes nothing.
    assert quantiles(np.array(values[::-1])) == found


@pytest.mark.parametrize("median", range(10, 95, 5))
def test_the_median_of_five_leaves_fifty_points_of_doubt_about_each(median: int) -> None:
    for hers in (max(0, 5 * median - 400), min(100, 5 * median)):
        others = (5 * median - hers) / 4
        assert quantiles(np.array([hers, *[others] * 4])).median == median
    assert min(100, 5 * median) - max(0, 5 * median - 400) >= 50


def test_participation_hides_who_is_almost_alone() -> None:
    assert participation(40, 12, 12) == Participation(40, 12, 12)
    assert participation(40, 12, 7) == Participation(40, 12, 7)
    assert participation(40, 12, 10) == Participation(40, 12, None)
    assert participation(None, 4, 4) == Participation(None, None, None)


def test_a_frozen_aggregate_is_read_back_as_it_was_and_names_nobody() -> None:
    who = [replace(one, own={"tool": n % 2}) for n, one in enumerate(members(SPREAD, "care"))]
    found, _ = publish(
        who, dimensions=(DIMENSION,), levels=4, level_at=level_at, questions={"tool": 2},
        participation=participation(20, 12, 12),
    )  # fmt: skip
    text = json.dumps(as_json(found))
    assert from_json(json.loads(text)) == found
    assert "secret" not in text
    assert found.picture("tool").whole.counts == (6, 6)
    assert found.picture("tool").whole.quantiles is None


def test_the_order_of_joining_changes_nothing() -> None:
    who = members(SPREAD, "care") + members(SPREAD, "food", 30)
    assert published(who) == published(who[::-1])


def test_size_bands_start_at_ten_fifty_and_two_hundred_and_fifty() -> None:
    assert [size_band(n) for n in (0, 9.9, 10, 49, 50, 249, 250)] == [
        "micro", "micro", "small", "small", "medium", "medium", "large",
    ]  # fmt: skip
    assert size_band(None) is None


# Comparing publications


def test_one_who_joins_alone_waits_for_the_next_five() -> None:
    first = members(SPREAD[:6])
    before = published(first)
    after = published([*first, member("late", 90)], before[1])
    assert tools(after[0]) == tools(before[0])
    five = published([*first, *members([90] * 5, None, 50)], before[1])
    assert tools(five[0]).whole.n == 11


def test_one_who_withdraws_is_in_no_later_aggregate_and_four_others_stay_out_with_her() -> None:
    who = members(SPREAD)
    before = published(who)
    after = published(who[1:], before[1])
    assert tools(after[0]).whole.n == len(who) - K
    gone = set(before[1][DIMENSION]) - set(after[1][DIMENSION])
    assert len(gone) == K
    # The counts by level would tell the five: they are kept back.
    assert tools(after[0]).whole.counts is None


def test_when_too_few_would_be_left_the_next_aggregate_is_withheld() -> None:
    who = members(SPREAD[:8])
    before = published(who)
    after = published(who[1:], before[1])
    assert tools(before[0]).whole is not None
    assert tools(after[0]).whole is None


def test_members_who_all_answered_again_are_published_again() -> None:
    who = members(SPREAD[:8])
    before = published(who)
    again = [replace(one, values={DIMENSION: one.values[DIMENSION] + 0.5}) for one in who[1:]]
    assert tools(published(again, before[1])[0]).whole.n == 7


def test_an_atom_at_one_level_is_not_told_by_subtraction() -> None:
    first = members([10] * 5 + [60] * 5)
    before = published(first)
    after = published([*first, *members([11] * 5, None, 50)], before[1])
    assert tools(before[0]).whole.counts is not None
    assert tools(after[0]).whole.counts is None
    assert not found_out([before, after], DIMENSION)


def test_the_attacker_of_these_tests_wins_against_publications_that_forget_each_other() -> None:
    who = members([10] * 7 + [60] * 6)
    before, after = published(who), published(who[1:])
    assert min(len(part) for part in parts([before, after], DIMENSION)) == 1
    assert found_out([before, after], DIMENSION)


EVENT = st.tuples(
    st.sampled_from(["join", "leave", "change", "many join", "many change"]),
    st.integers(0, 30),
    st.sampled_from([5, 10, 30, 60, 90]),
    st.sampled_from(["care", "food", None]),
)


def history(start: list[tuple[float, str | None, str]], rounds: list[list[tuple]]) -> list:
    """The publications of an enterprise network over some rounds of comings and goings."""
    now = {n: member(n, v, sector, size=size) for n, (v, sector, size) in enumerate(start)}
    made: list[Publication] = []
    ledgers: list[Ledger] = []
    for events in [[], *rounds]:
        for place, (what, which, value, sector) in enumerate(events):
            _happen(now, what, which, value, sector, (len(made), place))
        made.append(published(list(now.values()), *ledgers))
        ledgers.append(made[-1][1])
    return made


def _happen(
    now: dict, what: str, which: int, value: float, sector: str | None, moment: tuple
) -> None:
    count = 6 if what.startswith("many") else 1
    if what.endswith("join"):
        now |= {
            (moment, n): member((moment, n), value + n, sector, size="micro") for n in range(count)
        }
        return
    for key in list(now)[which % max(len(now), 1) :][:count]:
        if what == "leave":
            del now[key]
        else:
            told = now[key].groups
            now[key] = member(key, value + which / 10, told["sector"], size=told["size"])


HISTORIES = st.builds(
    history,
    st.lists(
        st.tuples(
            st.sampled_from([5, 10, 30, 60, 90]),
            st.sampled_from(["care", "food", "care", None]),
            st.sampled_from(["micro", "small"]),
        ),
        min_size=5,
        max_size=36,
    ),
    st.lists(st.lists(EVENT, min_size=1, max_size=4), min_size=1, max_size=3),
)


@settings(max_examples=150, deadline=None)
@given(HISTORIES)
def test_sets_ever_described_never_single_out_fewer_than_five(made: list[Publication]) -> None:
    """Over joins in an open campaign, withdrawals between two, changed scores and groups."""
    assert all(len(part) >= K for part in parts(made, DIMENSION))
    for units, cell in described(made, DIMENSION):
        assert len(units) == cell.n


@settings(max_examples=60, deadline=None)
@given(HISTORIES)
def test_no_level_of_a_member_is_found_by_comparing_publications(made: list[Publication]) -> None:
    assert not found_out(made, DIMENSION)
