"""The exact split of a change: it adds up, it depends on no order, and it is plain where it can."""

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.shares import Part, mean, shares, slope

known = st.sampled_from([0.0, 100 / 3, 50.0, 200 / 3, 100.0])
worths = st.none() | known
parts = st.lists(st.tuples(st.integers(1, 4), worths, worths), min_size=1, max_size=6).map(
    lambda rows: [Part(f"q{n}", *row) for n, row in enumerate(rows)]
)
measured = parts.filter(lambda p: None not in (mean(p, after=False), mean(p, after=True)))
lasting = st.lists(
    st.tuples(st.integers(1, 4), known, known) | st.tuples(st.integers(1, 4), st.none(), st.none()),
    max_size=5,
).flatmap(
    lambda rows: st.tuples(st.integers(1, 4), known, known).map(
        lambda sure: [Part(f"q{n}", *row) for n, row in enumerate([sure, *rows])]
    )
)


def by_listing_every_order(given):
    """The definition itself: the mean, over all orders, of what each part adds."""
    moving = [p.key for p in given if p.moves]
    ends = [mean(given, after=one) for one in (False, True)]
    found = dict.fromkeys(moving, 0.0)
    orders = list(permutations(moving))

    def at(changed):
        now = [
            Part(p.key, p.weight, p.after if p.key in changed else p.before, None) for p in given
        ]
        value = mean(now, after=False)
        return sum(ends) / 2 if value is None else value

    for order in orders:
        for place, key in enumerate(order):
            found[key] += (at(order[: place + 1]) - at(order[:place])) / len(orders)
    return found


@given(measured)
def test_the_shares_add_up_to_the_whole_change(given):
    change = mean(given, after=True) - mean(given, after=False)

    assert sum(shares(given).values()) == pytest.approx(change, abs=1e-9)


@given(measured, st.randoms())
def test_the_order_of_the_parts_changes_nothing(given, random):
    shuffled = random.sample(given, len(given))

    assert shares(shuffled) == pytest.approx(shares(given), abs=1e-9)


@settings(deadline=None)
@given(measured)
def test_they_are_the_mean_over_every_order_of_changing_one_after_the_other(given):
    assert shares(given) == pytest.approx(by_listing_every_order(given), abs=1e-9)


@given(measured)
def test_going_back_takes_away_what_going_there_gave(given):
    back = [Part(p.key, p.weight, p.after, p.before) for p in given]
    there = shares(given)

    assert shares(back) == pytest.approx({key: -one for key, one in there.items()}, abs=1e-9)


@given(lasting)
def test_where_what_counts_stays_each_share_is_its_own_weight_times_its_move(given):
    total = sum(p.weight for p in given if p.before is not None)
    plain = {p.key: p.weight * (p.after - p.before) / total for p in given if p.moves}

    assert shares(given) == pytest.approx(plain, abs=1e-9)


@given(measured)
def test_the_slope_tells_what_one_more_unit_would_add(given):
    for part in given:
        if part.before is not None and part.after is not None and part.moves:
            told = slope(given, part.key) * (part.after - part.before)
            assert shares(given)[part.key] == pytest.approx(told, abs=1e-9)


def test_many_parts_are_split_as_fast_as_few():
    many = [Part(f"q{n}", 1 + n % 3, 50.0 if n % 4 else None, 100.0) for n in range(40)]

    assert sum(shares(many).values()) == pytest.approx(50.0, abs=1e-9)


def test_without_a_mean_at_one_end_there_is_nothing_to_split():
    with pytest.raises(ValueError, match="both ends"):
        shares([Part("backup", 1, None, 50.0)])
