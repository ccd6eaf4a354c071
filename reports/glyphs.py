"""What the shipped fonts can draw. Typst refuses a report with a missing glyph under PDF/UA."""

import re
import struct
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from reports.plain import plain

FONTS = Path(__file__).parent / "fonts"
FALLBACK = "DejaVuSans.ttf"
MISSING = "□"
_LONG, _PIECE = 32, 10
"""Longer runs without a space get invisible places to break, or they leave the page.

No word of our content is longer: those keep their hyphenation.
"""

# Joiners, direction marks and variation selectors draw nothing and some have no glyph.
_INVISIBLE = re.compile(r"[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]")
_UNBROKEN = re.compile(rf"(?<!\S)(?!https?://)\S{{{_LONG},}}")
# An address breaks at its own signs; only what no line holds is cut.
_UNBROKEN_IN_ADDRESS = re.compile(r"(?<=[/?&=.])[^\s/?&=.\-_%]{60,}")


def drawable(text: str) -> str:
    """The text with every character the fonts lack as a visible □."""
    if text.isascii() and text.isprintable() and len(text) < _LONG:
        return text
    clean = _missing().sub(MISSING, _INVISIBLE.sub("", plain(text)))
    for run in (_UNBROKEN, _UNBROKEN_IN_ADDRESS):
        clean = run.sub(lambda m: "\u200b".join(_pieces(m[0])), clean)
    return clean


def drawable_tree(value: Any) -> Any:
    """The same for every text inside lists and dictionaries, but where a link leads."""
    if isinstance(value, str):
        return drawable(value)
    if isinstance(value, dict):
        return {k: inner if k == "url" else drawable_tree(inner) for k, inner in value.items()}
    if isinstance(value, list):
        return [drawable_tree(inner) for inner in value]
    return value


def cmap(font: bytes) -> frozenset[int]:
    """The characters a TrueType font maps to a glyph (OpenType 1.9, 'cmap' formats 4 and 12)."""
    tables = struct.unpack(">H", font[4:6])[0]
    for i in range(tables):
        tag, _, offset, _ = struct.unpack(">4sLLL", font[12 + 16 * i : 28 + 16 * i])
        if tag == b"cmap":
            return frozenset(_characters(font, offset))
    return frozenset()


@lru_cache(maxsize=1)
def _missing() -> re.Pattern[str]:
    """Everything but line breaks and what all faces of one family draw."""
    maps = {path.name: cmap(path.read_bytes()) for path in sorted(FONTS.glob("*.ttf"))}
    fallback = maps.pop(FALLBACK)
    main = frozenset.intersection(*maps.values())
    # PDF/A refuses private-use characters even where a font draws them.
    known = sorted(c for c in main | fallback if c >= 32 and not 0xE000 <= c <= 0xF8FF)
    return re.compile(f"[^\n{''.join(_ranges(known))}]")


def _pieces(word: str) -> Iterator[str]:
    for start in range(0, len(word), _PIECE):
        yield word[start : start + _PIECE]


def _ranges(points: list[int]) -> Iterator[str]:
    first = last = points[0]
    for point in [*points[1:], -1]:
        if point != last + 1:
            yield rf"\U{first:08x}-\U{last:08x}"
            first = point
        last = point


def _characters(font: bytes, cmap_at: int) -> Iterator[int]:
    (count,) = struct.unpack(">H", font[cmap_at + 2 : cmap_at + 4])
    for i in range(count):
        record = font[cmap_at + 4 + 8 * i : cmap_at + 12 + 8 * i]
        at = cmap_at + struct.unpack(">HHL", record)[2]
        (kind,) = struct.unpack(">H", font[at : at + 2])
        if kind == 4:
            yield from _format_4(font, at)
        elif kind == 12:
            yield from _format_12(font, at)


def _format_4(font: bytes, at: int) -> Iterator[int]:
    (double,) = struct.unpack(">H", font[at + 6 : at + 8])
    size = double // 2

    def column(start: int) -> tuple[int, ...]:
        return struct.unpack(f">{size}H", font[start : start + double])

    ends, starts = column(at + 14), column(at + 16 + double)
    deltas, offsets = column(at + 16 + 2 * double), column(at + 16 + 3 * double)
    for i, (first, last) in enumerate(zip(starts, ends, strict=True)):
        for point in range(first, min(last, 0xFFFE) + 1):
            if offsets[i] == 0:
                glyph = (point + deltas[i]) & 0xFFFF
            else:
                where = at + 16 + 3 * double + 2 * i + offsets[i] + 2 * (point - first)
                (glyph,) = struct.unpack(">H", font[where : where + 2])
            if glyph:
                yield point


def _format_12(font: bytes, at: int) -> Iterator[int]:
    (groups,) = struct.unpack(">L", font[at + 12 : at + 16])
    for i in range(groups):
        first, last, _ = struct.unpack(">LLL", font[at + 16 + 12 * i : at + 28 + 12 * i])
        yield from range(first, last + 1)
