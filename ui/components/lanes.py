"""Level strips of real text: a full dot now, a hollow one for another time, the interval.

The drawing is one image for assistive technology; the table beside it holds the figures.
"""

from collections.abc import Sequence

from reports.blocks import Block
from ui.components import html


def lanes(block: Block, alt: str) -> str:
    """A block of kind 'strips' as HTML; `alt` says it in words."""
    levels = block["levels"]
    ends = [level["starts_at"] for level in levels[1:]] + [100]
    sizes = [end - level["starts_at"] for level, end in zip(levels, ends, strict=True)]
    columns = " ".join(f"{size:g}fr" for size in sizes)
    heads = "".join(f"<span>{html.esc(level['title'])}</span>" for level in levels)
    drawn = "".join(_lane(row, len(levels)) for row in block["rows"])
    return (
        f"<div class='jalon-lanes' role='img' aria-label='{html.esc(alt)}' "
        f"style='--levels: {columns}'>"
        f"<div class='jalon-lane-heads'><div>{heads}</div></div>{drawn}</div>"
    )


def _lane(row: Block, levels: int) -> str:
    return (
        f"<div class='jalon-lane is-{row['state']}'><b>{html.esc(row['label'])}</b>"
        f"<div class='jalon-groove'>{'<i></i>' * levels}{_marks(row)}</div>"
        f"<div class='jalon-lane-said'>{_said(row)}</div></div>"
    )


def _marks(row: Block) -> str:
    goal = row.get("goal")
    flag = "" if goal is None else f"<span class='jalon-goal' style='left:{goal:.1f}%'></span>"
    if row["state"] != "known":
        return flag
    now, other = row["value"], row["other"]
    marks = ""
    if row["low"] != row["high"]:
        marks += _span("jalon-interval", row["low"], row["high"])
    if other is not None:
        kind = other["kind"]
        marks += _span(f"jalon-way {kind}", *sorted((now, other["value"])))
        marks += _dot(kind, other["value"])
    return marks + _dot("now", now) + flag


def _span(style: str, low: float, high: float) -> str:
    return f"<span class='{style}' style='left:{low:.1f}%;width:{high - low:.1f}%'></span>"


def _dot(kind: str, at: float) -> str:
    return f"<span class='jalon-dot {kind}' style='left:{at:.1f}%'></span>"


def _said(row: Block) -> str:
    pieces = [f"<strong>{html.esc(row['text'])}</strong>"]
    if row["before"]:
        pieces.insert(0, f"<span>{html.esc(row['before'])} → </span>")
    if row["after"]:
        pieces.append(f"<span> → {html.esc(row['after'])}</span>")
    if row["note"]:
        pieces.append(f"<span> {html.esc(row['note'])}</span>")
    return "".join(_spaced(pieces))


def _spaced(pieces: Sequence[str]) -> Sequence[str]:
    return [piece if not place else f" {piece}" for place, piece in enumerate(pieces)]
