"""The few shapes a report is made of, as plain data that every format knows how to draw.

A text is a string, or a list of strings and runs {"text", "bold", "url"}. Nothing in it is markup.
"""

from collections.abc import Collection, Sequence
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


def bullets(items: Sequence[Inline], *, ordered: bool = False, paired: bool = False) -> Block:
    """A list of short texts; `paired` sets it small and in two columns on paper."""
    return {"kind": "list", "items": list(items), "ordered": ordered, "paired": paired}


def facts(
    rows: Sequence[tuple[str, Inline | None]], *, lines: bool = False, paired: bool = False
) -> Block:
    """Labels and values; a value of None leaves a line to write on, `lines` rules the rows.

    `paired` sets two of them side by side on paper: for short values.
    """
    return {"kind": "facts", "rows": [list(row) for row in rows], "lines": lines, "paired": paired}


def table(
    head: Sequence[str], rows: Sequence[Sequence[Inline]], widths: Sequence[float], title: str
) -> Block:
    """A table with its header; widths are relative; `title` says what it holds.

    A row of one cell heads the rows below it.
    """
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
    """The level strips. A row has "label", "state", "value", "low", "high", "text" and "note";
    "other", its second place with "kind" and "value", or None; "before" and "after", its level;
    "goal", the place aimed at (0-100), or None.
    """
    return {
        "kind": "strips", "title": title, "alt": alt, "levels": list(levels), "rows": list(rows)
    }  # fmt: skip


def referring(block: Block, part: str) -> Block:
    """The same, to leave out of a report without this part: it sends the reader there."""
    return block | {"refers_to": part}


def without_dead_ends(blocks: Sequence[Block], parts: Collection[str]) -> list[Block]:
    """The blocks, at any depth, that send the reader to no part but these."""
    kept = (block for block in blocks if block.get("refers_to") in (None, *parts))
    return [_inside(block, parts) for block in kept]


def _inside(block: Block, parts: Collection[str]) -> Block:
    if "blocks" not in block:
        return block
    return block | {"blocks": without_dead_ends(block["blocks"], parts)}
