"""The agenda of a session of one hour with an adviser: what to take up, and for how long.

It follows what is known: who the enterprise is, which points of the safety net and which
dimensions are still open. Minutes are whole and always add up to the hour.
"""

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Literal

Kind = Literal["words", "profile", "floor", "questions", "proofs", "results", "plan", "next"]

HOUR = 60
_WORDS, _PROFILE, _NEXT = 5, 5, 5
_FLOOR_EACH, _FLOOR_MOST = 2, 10
_QUESTION_EACH, _QUESTIONS_MOST = 2, 25
_PROOFS_LEAST = 5
_RESULTS_MOST, _PLAN_MOST = 15, 15
_NAMED = 3


@dataclass(frozen=True)
class Known:
    """What is known as the session begins.

    `floor_open`: points of the safety net nothing settles. `open_in`: dimension id to how many
    of its questions have no answer or an "I don't know yet"; zero where none.
    """

    profile: bool
    floor_open: int
    open_in: Mapping[str, int]


@dataclass(frozen=True)
class Item:
    """One part of the hour; `count` questions or points, `dimensions` the ones to begin with."""

    kind: Kind
    minutes: int
    count: int = 0
    dimensions: tuple[str, ...] = ()


def agenda(known: Known) -> tuple[Item, ...]:
    """The parts of the hour, in order. What open questions leave goes to proofs to see."""
    items = [Item("words", _WORDS)]
    if not known.profile:
        items.append(Item("profile", _PROFILE))
    if known.floor_open:
        minutes = min(_FLOOR_EACH * known.floor_open, _FLOOR_MOST)
        items.append(Item("floor", minutes, known.floor_open))
    items += _questions(known)
    left = HOUR - _NEXT - sum(item.minutes for item in items)
    results = min(left // 2, _RESULTS_MOST)
    plan = min(left - results, _PLAN_MOST)
    if (rest := left - results - plan) >= _PROOFS_LEAST:
        items.append(Item("proofs", rest))
    else:
        plan += rest
    return (*items, Item("results", results), Item("plan", plan), Item("next", _NEXT))


def _questions(known: Known) -> list[Item]:
    open_ones = {name: count for name, count in known.open_in.items() if count}
    # The safety net's own questions have their time already.
    total = max(sum(open_ones.values()) - known.floor_open, 0)
    if not total:
        return []
    widest = sorted(open_ones, key=lambda name: -open_ones[name])[:_NAMED]
    minutes = min(_QUESTION_EACH * total, _QUESTIONS_MOST)
    return [Item("questions", minutes, total, tuple(widest))]


def to_text(items: tuple[Item, ...]) -> str:
    """The agenda as JSON text."""
    return json.dumps([asdict(item) for item in items], separators=(",", ":"))


def from_text(text: str) -> tuple[Item, ...]:
    """What `to_text` wrote."""
    return tuple(
        Item(**{**told, "dimensions": tuple(told["dimensions"])}) for told in json.loads(text)
    )


@dataclass(frozen=True)
class Clock:
    """Where one is in the hour: the part, minutes left in it and in the hour.

    Both are rounded up. `over` is by how many minutes the hour has passed; `at` is then the last.
    """

    at: int
    left_here: int
    left: int
    over: int = 0


def clock(items: tuple[Item, ...], began: dt.datetime, now: dt.datetime) -> Clock:
    """The place in the agenda at this moment."""
    gone = max((now - began).total_seconds() / 60, 0.0)
    whole = sum(item.minutes for item in items)
    if gone >= whole:
        return Clock(len(items) - 1, 0, 0, int(gone - whole))
    ends = 0
    for place, item in enumerate(items):
        ends += item.minutes
        if gone < ends:
            return Clock(place, _up(ends - gone), _up(whole - gone))
    raise AssertionError("the last part ends the hour")


def _up(minutes: float) -> int:
    return int(-(-minutes // 1))
