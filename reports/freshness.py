"""When a page was last read, and whether it is to be verified, in the reader's words."""

import datetime as dt

from catalogue.freshness import Item, read_freshness, read_links, standing
from catalogue.model import Resource
from reports import formats
from reports.words import words


def seen(item: Item, on: dt.date, language: str) -> str:
    """Short sentences: read when, the page's own date, and why it is to be verified if it is."""
    return f"{read_when(item, language)} {to_verify(item, on, language)}".rstrip()


def read_when(item: Item, language: str) -> str:
    """When the page, or an archived copy of it, was last read; its own date where it has one."""
    word = words(language)
    how = "archived" if item.archived else "itself"
    said = word(f"seen.{how}", day=formats.day(item.read_on, language))
    if isinstance(item, Resource) and item.page_date:
        said += " " + word("seen.page_date", date=_dated(item.page_date, language))
    return said


def to_verify(item: Item, on: dt.date, language: str) -> str:
    """Why this page is to be verified; '' while what was read of it can be believed."""
    links = read_links()
    found = standing(item, on, read_freshness(), links)
    if found == "fresh":
        return ""
    day = formats.day(links.checked_on or on, language)
    return words(language)(f"seen.{found}", day=day)


def _dated(page_date: str, language: str) -> str:
    parts = [int(part) for part in page_date.split("-")]
    if len(parts) == 1:
        return page_date
    day = dt.date(parts[0], parts[1], parts[2] if len(parts) > 2 else 1)
    return formats.day(day, language) if len(parts) > 2 else formats.month(day, language)
