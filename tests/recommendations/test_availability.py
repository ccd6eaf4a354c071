"""Whether one can apply on a day: the last day counts, and 'open' does not keep for ever."""

import datetime as dt

import pytest

from recommendations.availability import availability, proposable
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
