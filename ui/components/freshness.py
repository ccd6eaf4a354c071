"""Under what we say of a page: when it was read, and that it is to be verified."""

import datetime as dt

from catalogue.freshness import Item
from reports.freshness import read_when, to_verify
from ui.components import html


def seen(item: Item, on: dt.date, language: str) -> str:
    """One quiet line of HTML; what is to be verified stands out."""
    doubt = to_verify(item, on, language)
    mark = f" <strong class='jalon-to_check'>{html.esc(doubt)}</strong>" if doubt else ""
    return f"<span class='jalon-seen'>{html.esc(read_when(item, language))}{mark}</span>"
