"""The level strips of the report as SVG inside HTML, drawn as reports/typst/strips.typ does."""

from collections.abc import Iterator
from html import escape
from typing import Any

from reports.blocks import Block

_NOW, _EDGE, _TRACK = "#0072B2", "#767676", "#E3E6EA"
_LEFT, _WIDTH, _RIGHT, _ROW = 135.0, 260.0, 15.0, 24.0
_WHOLE = 550.0


def strips(block: Block) -> str:
    """One figure, described by its sentence, with its title below."""
    height = _ROW * (len(block["rows"]) + 1)
    drawn = "".join((*_names(block), *(_row(row, n, block) for n, row in enumerate(block["rows"]))))
    return (
        f"<figure><svg role='img' aria-label='{escape(block['alt'])}' "
        f"viewBox='0 0 {_WHOLE} {height}' font-size='8'>{drawn}</svg>"
        f"<figcaption>{escape(block['title'])}</figcaption></figure>"
    )


def _names(block: Block) -> Iterator[str]:
    for level in block["levels"]:
        yield _words(_at(level["starts_at"]), 14, level["title"])


def _row(row: dict[str, Any], number: int, block: Block) -> str:
    middle = _ROW * (number + 1.5)
    parts = [_words(0, middle + 3, row["label"])]
    if row["state"] == "known":
        parts += _track(block, middle)
        parts.append(_line(_at(row["low"]), _at(row["high"]), middle, _NOW, 4))
        other = row["other"]
        if other is not None:
            colour = _EDGE if other["kind"] == "past" else _NOW
            parts.append(_line(_at(row["value"]), _at(other["value"]), middle, colour, 1.2))
            parts.append(_dot(_at(other["value"]), middle, "#fff", colour))
        parts.append(_dot(_at(row["value"]), middle, _NOW, "#fff"))
    said = " → ".join(filter(None, (row["before"], row["text"], row["after"])))
    parts.append(_words(_LEFT + _WIDTH + _RIGHT, middle + 3, said))
    if row["note"]:
        parts.append(_words(_LEFT + _WIDTH + _RIGHT, middle + 11, row["note"]))
    return "".join(parts)


def _track(block: Block, middle: float) -> list[str]:
    starts = [level["starts_at"] for level in block["levels"]]
    return [
        f"<rect x='{_at(start)}' y='{middle - 4}' width='{_at(end) - _at(start) - 1.5}' "
        f"height='8' fill='{_TRACK}' stroke='{_EDGE}' stroke-width='.4'/>"
        for start, end in zip(starts, [*starts[1:], 100], strict=True)
    ]


def _at(value: float) -> float:
    """Where a score (0-100) stands."""
    return round(_LEFT + value / 100 * _WIDTH, 2)


def _words(x: float, y: float, text: str) -> str:
    return f"<text x='{x}' y='{y}'>{escape(text)}</text>"


def _line(x1: float, x2: float, y: float, colour: str, width: float) -> str:
    return f"<line x1='{x1}' x2='{x2}' y1='{y}' y2='{y}' stroke='{colour}' stroke-width='{width}'/>"


def _dot(x: float, y: float, fill: str, edge: str) -> str:
    return f"<circle cx='{x}' cy='{y}' r='5' fill='{fill}' stroke='{edge}' stroke-width='1.4'/>"
