"""JSON from outside, read with no surprise: no duplicate key, no NaN, nothing bottomless."""

import json
import math
from collections.abc import Iterator
from typing import Any

from assessment.flat import flat

MAX_DEPTH = 40
_SHOWN = 80


class JsonTextError(Exception):
    """One line: 'place: what; remedy'."""


def read_json(text: str, max_bytes: int) -> Any:
    """The value this text describes; a byte-order mark and any line ends are accepted.

    Raises JsonTextError when it is not JSON, holds a key twice, a number or a character that
    cannot be kept, or is too long or too deep.
    """
    if len(text.encode("utf-8", "surrogatepass")) > max_bytes:
        raise JsonTextError(f"top: larger than {max_bytes} bytes; is it the right file?")
    try:
        value = json.loads(
            text.removeprefix("\ufeff"),
            object_pairs_hook=_without_duplicates,
            parse_constant=_no_constant,
            parse_float=_finite,
        )
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise JsonTextError(f"{place}: {error.msg}; correct the JSON there") from None
    except RecursionError:
        raise JsonTextError("top: nested too deep; is it the right file?") from None
    except ValueError:
        # Python refuses to read integers of thousands of digits.
        raise JsonTextError("top: a number has too many digits; shorten it") from None
    _check(value)
    return value


def one_line(text: str) -> str:
    """The text on one line, without control characters, cut when long."""
    line = flat(text)
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"


def one_path(text: str) -> str:
    """The path of a file on one line; a long one is cut at its start: the name says which."""
    line = flat(text)
    return line if len(line) <= _SHOWN else "…" + line[-_SHOWN + 1 :]


def _without_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise JsonTextError(f"{one_line(key)}: this key stands twice; keep one")
        found[key] = value
    return found


def _no_constant(name: str) -> Any:
    raise JsonTextError(f"top: {name} is not a number of JSON; write null or remove the key")


def _finite(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise JsonTextError(f"top: {one_line(digits)} is too large a number; shorten it")
    return number


def _check(value: Any) -> None:
    waiting: list[tuple[Any, int]] = [(value, 0)]
    while waiting:
        current, depth = waiting.pop()
        if depth > MAX_DEPTH:
            raise JsonTextError("top: nested too deep; is it the right file?")
        if isinstance(current, str):
            _check_text(current)
        waiting.extend((inner, depth + 1) for inner in _inside(current))


def _inside(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        yield from value.keys()
        yield from value.values()
    elif isinstance(value, list):
        yield from value


def _check_text(text: str) -> None:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise JsonTextError(
            f"{one_line(text)}: half a character (a lone surrogate); remove it"
        ) from None
    if "\x00" in text:
        raise JsonTextError(f"{one_line(text)}: holds a NUL character; remove it")
