"""What an adviser adds to a result: words of her own, actions she moved, facts seen together."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

Part = Literal["results", "roadmap"]
"""Where she may write a paragraph."""
PARTS: tuple[Part, ...] = get_args(Part)

MoveKind = Literal["first", "later", "aside"]
"""Brought forward, put off, set aside."""


@dataclass(frozen=True)
class Words:
    """A paragraph, whose and of which day; the enterprise may have `left_out` it."""

    text: str
    name: str
    day: dt.date
    left_out: bool = False


@dataclass(frozen=True)
class Move:
    """An action she placed, and when."""

    kind: MoveKind
    name: str
    day: dt.date


@dataclass(frozen=True)
class Guided:
    """Her paragraphs by part, and her moves by action id."""

    words: Mapping[Part, Words] = field(default_factory=dict)
    moves: Mapping[str, Move] = field(default_factory=dict)

    def said(self, part: Part) -> Words | None:
        """Her paragraph in this part, unless the enterprise leaves it out."""
        found = self.words.get(part)
        return None if found is None or found.left_out else found
