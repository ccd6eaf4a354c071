"""The agenda of an hour: always an hour, and about what is still open."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from assessment.session_agenda import Item, Known, agenda, clock, from_text, to_text

BEGAN = dt.datetime(2026, 11, 29, 9, 30, tzinfo=dt.UTC)
NEW = Known(profile=False, floor_open=5, open_in={"strategy": 3, "tools": 3, "people": 3})
FULL = Known(profile=True, floor_open=0, open_in={"strategy": 0, "tools": 0})

knowns = st.builds(
    Known,
    profile=st.booleans(),
    floor_open=st.integers(0, 5),
    open_in=st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 9)),
)


@given(knowns)
def test_the_hour_is_an_hour_and_every_part_has_its_time(known: Known) -> None:
    items = agenda(known)
    assert sum(item.minutes for item in items) == 60
    assert all(item.minutes >= 2 for item in items)
    assert items[0].kind == "words", "it opens with the enterprise's own words"
    assert [item.kind for item in items][-3:] == ["results", "plan", "next"]
    assert from_text(to_text(items)) == items


def test_what_is_open_takes_the_time_and_is_named_the_widest_gap_first() -> None:
    known = Known(profile=True, floor_open=0, open_in={"strategy": 1, "tools": 3, "people": 2})
    (questions,) = [item for item in agenda(known) if item.kind == "questions"]
    assert questions == Item("questions", 12, 6, ("tools", "people", "strategy"))


def test_a_new_assessment_takes_up_the_organisation_and_the_safety_net() -> None:
    assert {"profile", "floor", "questions"} <= {item.kind for item in agenda(NEW)}


def test_once_all_is_answered_one_looks_at_proofs() -> None:
    kinds = {item.kind for item in agenda(FULL)}
    assert "proofs" in kinds
    assert not kinds & {"profile", "floor", "questions"}


def test_the_clock_says_what_is_left_of_the_part_and_of_the_hour() -> None:
    items = (Item("words", 5), Item("results", 50), Item("next", 5))

    def at(minutes: float) -> tuple[int, int, int, int]:
        found = clock(items, BEGAN, BEGAN + dt.timedelta(minutes=minutes))
        return found.at, found.left_here, found.left, found.over

    assert at(0) == (0, 5, 60, 0)
    assert at(4.5) == (0, 1, 56, 0)
    assert at(5) == (1, 50, 55, 0)
    assert at(60) == (2, 0, 0, 0)
    assert at(72.5) == (2, 0, 0, 12)
    assert at(-3) == (0, 5, 60, 0), "a clock that runs behind begins the hour"
