"""Answers made of whole numbers (items ticked, steps graded), in the column of the other answers.

They stand as JSON text, like [1,3]. An option's id is lowercase words and hyphens, so nothing
else in that column begins with '['.
"""

import json
from collections.abc import Iterable, Mapping, Sequence

Numbers = dict[str, tuple[int, ...]]
"""Question id to whole numbers."""


def to_text(numbers: Sequence[int]) -> str:
    """What stands in the column."""
    return json.dumps(list(numbers), separators=(",", ":"))


def to_texts(numbers: Mapping[str, Sequence[int]]) -> dict[str, str]:
    """The same for each question."""
    return {question: to_text(given) for question, given in numbers.items()}


def split(rows: Iterable[tuple[str, str]]) -> tuple[dict[str, str], Numbers]:
    """The options chosen, and the numbers, of (question, column) pairs."""
    chosen: dict[str, str] = {}
    numbers: Numbers = {}
    for question, text in rows:
        read = _read(text)
        if read is None:
            chosen[question] = text
        else:
            numbers[question] = read
    return chosen, numbers


def _read(text: str) -> tuple[int, ...] | None:
    if not text.startswith("["):
        return None
    try:
        return whole_numbers(json.loads(text))
    except ValueError:
        return None


def whole_numbers(value: object) -> tuple[int, ...] | None:
    """The list as a tuple; None when it is no list of whole numbers (true and 1.0 are not)."""
    if not isinstance(value, list) or any(type(one) is not int for one in value):
        return None
    return tuple(value)
