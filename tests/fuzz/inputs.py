"""Inputs nobody sends by accident: any JSON, and files of ours cut up and put together wrong."""

from typing import Any

from hypothesis import strategies as st

from tests.hostile import HOSTILE

TEXTS = st.one_of(
    st.sampled_from(list(HOSTILE.values())),
    st.text(max_size=30),
    st.sampled_from(
        ["unknown", "not_applicable", "never", "", "BE-WAL", "core", "T1", "1e9", "-1"]
    ),
)

NUMBERS = st.one_of(
    st.integers(),
    st.sampled_from([0, -1, 2**31, 2**63, 10**300, 10**4000, 1e308, 5e-324, -0.0, 0.1]),
    st.floats(allow_nan=False, allow_infinity=False),
)

SCALARS = st.one_of(st.none(), st.booleans(), NUMBERS, TEXTS)

JSON = st.recursive(
    SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(TEXTS, inner, max_size=4)),
    max_leaves=12,
)


def changed(value: Any) -> st.SearchStrategy[Any]:
    """This JSON value with up to three of its parts replaced, taken away or put elsewhere."""
    return st.lists(
        st.tuples(st.integers(0, 10_000), st.one_of(SCALARS, SCALARS, JSON)), max_size=3
    ).map(lambda edits: _with(value, edits))


def _with(value: Any, edits: list[tuple[int, Any]]) -> Any:
    for place, new in edits:
        spots = list(_spots(value, ()))
        value = _replaced(value, spots[place % len(spots)], new)
    return value


def _spots(value: Any, path: tuple[Any, ...]) -> Any:
    yield path
    inside = value.items() if isinstance(value, dict) else ()
    inside = enumerate(value) if isinstance(value, list) else inside
    for key, inner in inside:
        yield from _spots(inner, (*path, key))


def _replaced(value: Any, path: tuple[Any, ...], new: Any) -> Any:
    if not path:
        return new
    first, rest = path[0], path[1:]
    if isinstance(value, dict):
        return {k: _replaced(v, rest, new) if k == first else v for k, v in value.items()}
    return [_replaced(v, rest, new) if n == first else v for n, v in enumerate(value)]


def cut_up(whole: str | bytes, pieces: list[str]) -> st.SearchStrategy[Any]:
    """This file with up to four pieces taken out, doubled, or put in from `pieces`."""
    binary = isinstance(whole, bytes)
    pool: Any = [piece.encode("utf-8", "replace") if binary else piece for piece in pieces]
    place = st.integers(0, len(whole))
    length = st.one_of(st.integers(0, 8), st.integers(0, 400))
    put = st.one_of(st.sampled_from(pool), st.binary(max_size=8) if binary else st.text(max_size=8))
    edit = st.tuples(place, length, st.one_of(put, st.none()))
    return st.lists(edit, min_size=1, max_size=4).map(lambda edits: _edited(whole, edits))


def _edited(whole: Any, edits: list[tuple[int, int, Any]]) -> Any:
    for start, length, new in edits:
        gone = whole[start : start + length]
        whole = whole[:start] + (gone + gone if new is None else new) + whole[start + length :]
    return whole
