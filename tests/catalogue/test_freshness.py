"""How long what was read of a page is believed, at the very day it changes."""

import datetime as dt

import pytest

from catalogue.freshness import (
    LINKS,
    Links,
    counted_from,
    last_day,
    read_freshness,
    read_links,
    standing,
)
from catalogue.library import read_cases, read_networks, read_resources
from catalogue.model import Case, Network, Resource
from content.loader import load

RULES = read_freshness()
NO_CHECK = Links()
READ = dt.date(2026, 11, 22)
RESOURCE = read_resources("en")[0]
CASE = read_cases("en")[0]
NETWORK = read_networks("en")[0]


def a_page(item: Resource | Case | Network, **changes: object) -> Resource | Case | Network:
    """This entry read on the page itself, about a topic that does not change fast."""
    usual = {"seen_on": "the page itself", "read_on": READ, "topics": ("ai",)}
    return item.model_copy(update=usual | changes)


@pytest.mark.parametrize(
    ("item", "topic", "last"),
    [
        (RESOURCE, "ai", dt.date(2029, 11, 22)),
        (CASE, "ai", dt.date(2029, 11, 22)),
        (NETWORK, "ai", dt.date(2028, 11, 22)),
        (RESOURCE, "gdpr-privacy", dt.date(2027, 11, 22)),
        (RESOURCE, "funding", dt.date(2027, 11, 22)),
        (NETWORK, "cybersecurity", dt.date(2027, 11, 22)),
    ],
)
def test_a_page_is_fresh_until_its_last_day_included(
    item: Resource | Case | Network, topic: str, last: dt.date
) -> None:
    page = a_page(item, topics=(topic, "ai"))
    assert standing(page, last, RULES, NO_CHECK) == "fresh"
    assert standing(page, last + dt.timedelta(days=1), RULES, NO_CHECK) == "to_verify"


def test_a_topic_in_passing_does_not_shorten_it() -> None:
    page = a_page(RESOURCE, topics=("ai", "gdpr-privacy"))
    assert standing(page, dt.date(2029, 11, 22), RULES, NO_CHECK) == "fresh"


def test_a_month_end_that_does_not_exist_is_the_last_day_of_its_month() -> None:
    page = a_page(NETWORK, read_on=dt.date(2026, 2, 28), topics=("cybersecurity",))
    assert standing(page, dt.date(2027, 2, 28), RULES, NO_CHECK) == "fresh"
    leap = a_page(NETWORK, read_on=dt.date(2028, 2, 29), topics=("cybersecurity",))
    assert standing(leap, dt.date(2029, 2, 28), RULES, NO_CHECK) == "fresh"
    assert standing(leap, dt.date(2029, 3, 1), RULES, NO_CHECK) == "to_verify"


def test_an_old_copy_is_as_old_as_its_own_date() -> None:
    copy = a_page(RESOURCE, seen_on="archived copy (2022)", page_date="2022")
    assert counted_from(copy) == dt.date(2022, 12, 31)
    assert standing(copy, READ, RULES, NO_CHECK) == "to_verify"


def test_an_old_page_read_again_as_it_stands_is_fresh() -> None:
    page = a_page(RESOURCE, page_date="2014")
    assert standing(page, READ, RULES, NO_CHECK) == "fresh"


def test_a_copy_cannot_be_newer_than_its_reading() -> None:
    copy = a_page(RESOURCE, seen_on="archived copy (2026)", page_date="2026")
    assert counted_from(copy) == READ


@pytest.mark.parametrize(
    ("said", "last"),
    [
        ("2024", dt.date(2024, 12, 31)),
        ("2024-02", dt.date(2024, 2, 29)),
        ("2024-02-03", dt.date(2024, 2, 3)),
    ],
)
def test_a_date_means_its_last_day(said: str, last: dt.date) -> None:
    assert last_day(said) == last


def test_an_address_that_did_not_answer_is_said_whatever_its_age() -> None:
    gone = {"url": RESOURCE.url, "why": "404"}
    links = Links.model_validate({"checked_on": READ, "gone": [gone]})
    assert standing(a_page(RESOURCE), READ, RULES, links) == "gone"
    assert standing(a_page(NETWORK), READ, RULES, links) == "fresh"


def test_the_files_of_this_version_can_be_read() -> None:
    assert load(LINKS, Links, "en") == read_links()
    assert {"gdpr-privacy", "funding", "cybersecurity"} == set(RULES.quick_topics)


def test_no_page_is_dated_after_its_reading() -> None:
    dated = [one for one in read_resources("en") if one.page_date]
    assert len(dated) > 40
    for one in dated:
        assert (one.page_date or "") <= one.read_on.isoformat(), one.id
