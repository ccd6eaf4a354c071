"""Whether one can apply on a day: the last day counts, and 'open' does not keep for ever."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.dates import months_later
from recommendations.availability import availability, proposable
from recommendations.programmes_library import read_programmes
from tests.recommendations.builders import programme

TODAY = dt.date(2026, 11, 22)


def on(opening, tier="match", today=TODAY):
    base = {"mode": "call", "status": "open", "page_date": "2026-06-01"}
    return availability(programme(tier=tier, opening=base | opening), today)


def test_a_programme_is_still_open_on_its_last_day_and_never_after():
    assert on({"last_day": "2026-11-22"}) == "open"
    assert on({"last_day": "2026-11-21"}) == "closed"


def test_a_call_known_to_return_waits_for_its_next_edition():
    assert on({"last_day": "2026-03-01", "returns": True}) == "next_edition"
    assert on({"last_day": "2026-03-01"}, tier="watch") == "next_edition"


@pytest.mark.parametrize(
    ("page_date", "expected"),
    [("2025-11-22", "open"), ("2025-11-21", "to_verify"), (None, "to_verify")],
)
def test_a_page_that_said_open_is_believed_twelve_months(page_date, expected):
    assert on({"page_date": page_date}) == expected


def test_an_unknown_status_is_to_verify_and_an_ended_programme_is_closed():
    assert on({"status": "unknown"}) == "to_verify"
    assert on({"mode": "ended"}) == "closed"
    assert on({}, tier="archive") == "closed"
    assert on({"status": "closed"}) == "closed"


def test_what_has_not_opened_yet_is_no_offer_for_today():
    assert on({"opens_on": "2026-12-01"}) == "next_edition"


def test_only_what_is_open_or_to_verify_on_solid_evidence_is_proposed():
    assert proposable(programme(), TODAY)
    assert proposable(programme(opening={"mode": "call", "status": "unknown"}), TODAY)
    assert not proposable(programme(tier="weak"), TODAY)
    assert not proposable(programme(opening={"mode": "ended", "status": "open"}), TODAY)


@pytest.mark.parametrize("months", [3, 12])
def test_a_page_that_said_open_is_believed_as_long_as_the_setting_says(months):
    seen = programme(opening={"mode": "permanent", "status": "open", "page_date": "2026-01-31"})
    last = months_later(dt.date(2026, 1, 31), months)

    assert availability(seen, last, months) == "open"
    assert availability(seen, last + dt.timedelta(days=1), months) == "to_verify"


def test_a_last_day_wins_over_a_fresh_page_and_a_stale_page_over_a_far_last_day():
    assert on({"last_day": "2026-11-21", "page_date": "2026-11-20"}) == "closed"
    assert on({"last_day": "2027-06-30", "page_date": "2025-01-01"}) == "to_verify"


@given(days=st.lists(st.dates(dt.date(2025, 1, 1), dt.date(2029, 1, 1)), min_size=2, max_size=2))
def test_as_time_passes_nothing_opens_again_by_itself(days):
    """Only a new reading of the page can open what was to verify or over."""
    fading = ("open", "to_verify", "next_edition", "closed")
    before, after = sorted(days)

    for one in read_programmes("en"):
        if one.opening.opens_on is None:
            first, then = availability(one, before), availability(one, after)
            assert fading.index(first) <= fading.index(then), one.id
