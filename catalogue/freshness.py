"""Whether what we read of a page can still be believed, on a day given by the caller."""

import calendar
import datetime as dt
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import Field

from assessment.base import Content, Id
from assessment.dates import months_later
from catalogue.model import Case, Network, Resource
from content.loader import load

HERE = Path(__file__).parent
LINKS = HERE / "links.yaml"

Item = Resource | Case | Network
Standing = Literal["fresh", "to_verify", "gone"]
"""'gone': the address did not answer at the last check kept."""


class Months(Content):
    """How long each kind is believed, in months."""

    resource: int = Field(ge=1)
    case: int = Field(ge=1)
    network: int = Field(ge=1)


class Freshness(Content):
    """The settings of freshness.yaml; the main topic of `quick_topics` wins when it is shorter."""

    months: Months
    quick_topics: Mapping[Id, int]

    def months_of(self, item: Item) -> int:
        """How long what was read of this page is believed."""
        usual: int = getattr(self.months, type(item).__name__.lower())
        return min(usual, self.quick_topics.get(item.topics[0], usual))


class Gone(Content):
    """An address that did not answer, and what was answered instead."""

    url: str
    why: str


class Links(Content):
    """The last check of addresses that was kept; `checked_on` is None when there was none."""

    checked_on: dt.date | None = None
    gone: tuple[Gone, ...] = ()

    def is_gone(self, url: str) -> bool:
        """Whether this address was found dead."""
        return any(one.url == url for one in self.gone)


@cache
def read_freshness() -> Freshness:
    """The settings; ContentError when the file is wrong."""
    return load(HERE / "freshness.yaml", Freshness, "en")


@cache
def read_links() -> Links:
    """What the last kept check of addresses found; ContentError when the file is wrong."""
    return load(LINKS, Links, "en")


def standing(item: Item, on: dt.date, rules: Freshness, links: Links) -> Standing:
    """What the card says on this day. The last day of the period is still fresh."""
    if links.is_gone(item.url):
        return "gone"
    last = months_later(counted_from(item), rules.months_of(item))
    return "fresh" if on <= last else "to_verify"


def counted_from(item: Item) -> dt.date:
    """The day from which it grows old: of a copy, its own date where one was seen."""
    own = item.page_date if isinstance(item, Resource) and item.archived else None
    return item.read_on if own is None else min(item.read_on, last_day(own))


def last_day(page_date: str) -> dt.date:
    """The last day that '2023-04-01', '2023-04' or '2023' can mean."""
    year, month, day = ([int(part) for part in page_date.split("-")] + [0, 0])[:3]
    month = month or 12
    return dt.date(year, month, day or calendar.monthrange(year, month)[1])
