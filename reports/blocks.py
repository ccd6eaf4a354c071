"""The few shapes a report is made of, as plain data that every format knows how to draw.

A text is a string, or a list of strings and runs {"text", "bold", "url"}. Nothing in it is markup.
"""

from collections.abc import Sequence
from typing import Any

Run = dict[str, Any]
Inline = str | list["str | Run"]
Block = dict[str, Any]


def bold(text: str) -> Run:
    """A run that stands out."""
    return {"text": text, "bold": True}


def link(url: str, text: str | None = None) -> Run:
    """A link, printed in full unless another text is given."""
    return {"text": text or url, "url": url}


def heading(level: int, text: str, *, new_page: bool = False) -> Block:
    """A heading; levels start at 1 and never skip."""
    return {"kind": "heading", "level": level, "text": text, "new_page": new_page}


def text(content: Inline, style: str = "normal") -> Block:
    """A paragraph; style is normal, lead, small or quote."""
    return {"kind": "text", "text": content, "style": style}


def bullets(items: Sequence[Inline], *, ordered: bool = False) -> Block:
    """A list of short texts."""
    return {"kind": "list", "items": list(items), "ordered": ordered}


def facts(rows: Sequence[tuple[str, Inline | None]], *, lines: bool = False) -> Block:
    """Labels and values; a value of None leaves a line to write on, `lines` rules the rows."""
    return {"kind": "facts", "rows": [list(row) for row in rows], "lines": lines}


def table(
    head: Sequence[str], rows: Sequence[Sequence[Inline]], widths: Sequence[float], title: str
) -> Block:
    """A table with its header; widths are relative; `title` says what it holds."""
    return {
        "kind": "table",
        "head": list(head),
        "rows": [list(row) for row in rows],
        "widths": list(widths),
        "title": title,
    }


def card(level: int, title: str, blocks: Sequence[Block], *, strong: bool = False) -> Block:
    """A titled box that never breaks across pages; its title is a heading of this level."""
    return {
        "kind": "card", "level": level, "title": title, "blocks": list(blocks), "strong": strong
    }  # fmt: skip


def columns(*blocks: Block) -> Block:
    """Blocks side by side on paper, one below the other elsewhere."""
    return {"kind": "columns", "blocks": list(blocks)}


def keep(blocks: Sequence[Block]) -> Block:
    """Blocks that stay on one page."""
    return {"kind": "keep", "blocks": list(blocks)}


def one_page(blocks: Sequence[Block]) -> Block:
    """Blocks that fill the first page, in the largest letters with which they fit on it."""
    return {"kind": "one-page", "blocks": list(blocks)}


def strips(title: str, alt: str, levels: Sequence[Run], rows: Sequence[Run]) -> Block:
    """The level strips; rows are {"label", "state", "value", "low", "high", "text"}."""
    return {
        "kind": "strips", "title": title, "alt": alt, "levels": list(levels), "rows": list(rows)
    }  # fmt: skip
