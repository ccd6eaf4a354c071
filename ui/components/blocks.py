"""Draws the report's blocks as HTML, so that the preview shows what the file will hold."""

from collections.abc import Sequence
from typing import Any

from reports.blocks import Block, Inline
from ui.components import html

_LEVELS = 6


def render(blocks: Sequence[Block], deeper: int = 0) -> str:
    """The blocks in order; `deeper` moves their headings down by so many levels."""
    return "".join(_block(block, deeper) for block in blocks)


def inline(content: Inline) -> str:
    """A text with its bold words and links; line breaks are kept."""
    runs = [content] if isinstance(content, str) else content
    return "".join(_run(run) for run in runs)


def _run(run: Any) -> str:
    if isinstance(run, str):
        return html.esc(run).replace("\n", "<br>")
    if run.get("url"):
        return html.out(run["url"], run["text"])
    said = html.esc(run["text"])
    return f"<strong>{said}</strong>" if run.get("bold") else said


def _block(block: Block, deeper: int) -> str:
    match block["kind"]:
        case "heading":
            return html.heading(block["text"], min(block["level"] + deeper, _LEVELS))
        case "text":
            return f"<p class='jalon-{html.esc(block['style'])}'>{inline(block['text'])}</p>"
        case "list":
            tag = "ol" if block["ordered"] else "ul"
            lines = "".join(f"<li>{inline(item)}</li>" for item in block["items"])
            return f"<{tag} class='jalon-list'>{lines}</{tag}>"
        case "facts":
            return pairs((label, value) for label, value in block["rows"])
        case "table":
            return _table(block)
        case "card":
            return _card(block, deeper)
        case "strips":
            return f"<p>{html.esc(block['alt'])}</p>"
        case _ if "blocks" in block:
            # Columns, what stays on one page: shapes of paper, not of a screen.
            return render(block["blocks"], deeper)
        case other:
            raise ValueError(f"no way to draw a block of kind '{other}'")


def pairs(rows: Any) -> str:
    """Labels with their values; a value of None is a line left to fill in."""
    lines = "".join(
        f"<dt>{html.esc(label)}</dt><dd>{'…' if value is None else inline(value)}</dd>"
        for label, value in rows
    )
    return f"<dl class='jalon-pairs'>{lines}</dl>"


def table(caption: str, head: Sequence[str], rows: Sequence[Sequence[Inline]]) -> str:
    """A table whose first column names the row."""
    names = "".join(f"<th scope='col'>{html.esc(name)}</th>" for name in head)
    body = "".join(_row(head, row) for row in rows)
    return (
        f"<table class='jalon-table'><caption>{html.esc(caption)}</caption>"
        f"<thead><tr>{names}</tr></thead><tbody>{body}</tbody></table>"
    )


def _table(block: Block) -> str:
    return table(block["title"], block["head"], block["rows"])


def _row(head: Sequence[str], row: Sequence[Inline]) -> str:
    first, *rest = row
    if not rest and len(head) > 1:
        # It heads the rows below it.
        return f"<tr><th colspan='{len(head)}'>{inline(first)}</th></tr>"
    cells = "".join(
        f"<td data-label='{html.esc(name)}'>{inline(cell)}</td>"
        for name, cell in zip(head[1:], rest, strict=True)
    )
    return f"<tr><th scope='row'>{inline(first)}</th>{cells}</tr>"


def _card(block: Block, deeper: int) -> str:
    strong = " jalon-first" if block["strong"] else ""
    title = html.heading(block["title"], min(block["level"] + deeper, _LEVELS))
    return f"<div class='jalon-card{strong}'>{title}{render(block['blocks'], deeper)}</div>"
