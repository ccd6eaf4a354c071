"""The ideal profile of a programme: one that its tests accept, built from the tests themselves.

A curator's tool: where even the ideal enterprise is not *met*, a condition cannot be tested, or
two of them contradict each other. Deterministic; it climbs, field by field, from what is best so
far, so it may miss a profile that exists, and never claims one that does not.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from pydantic import ValidationError

from assessment.forms import FAMILY_OF, WORK_INTEGRATION
from assessment.profile import Award, Profile
from recommendations.amounts import minimum_cost
from recommendations.criteria import fields_of, holds, open_fields
from recommendations.facts import Contains, Facts, facts
from recommendations.programme import Programme, Test
from recommendations.vocabulary import KINDS, is_share

ROUNDS = 4
"""How often every field is looked at again: conditions that share a field settle within these."""

_SHARE = Decimal("0.5")
_SMALL = {
    "enterprise.fte": Decimal(5),
    "enterprise.turnover": Decimal(500_000),
    "enterprise.group_above_sme": False,
}
"""Small in every sense of the EU rule."""


def ideal_profile(programme: Programme, on: dt.date, contains: Contains) -> Profile | None:
    """A profile for which every test of the programme holds; None when none was found."""
    least = minimum_cost(programme)
    tests = (*(c.test for c in programme.conditions if c.test), *((least,) if least else ()))
    values: dict[str, Any] = {}
    best = _score(tests, _facts(values, on, contains), programme.id)
    for _ in range(ROUNDS):
        for field, candidates in _candidates(programme, tests).items():
            for value in candidates:
                tried = {**values, field: value}
                score = _score(tests, _facts(tried, on, contains), programme.id)
                if score > best:
                    values, best = tried, score
        if best == len(tests):
            return _profile(values)
    return None


def reaches_met(programme: Programme, on: dt.date, contains: Contains) -> bool:
    """Whether its ideal profile is met: all that counts is tested, and the tests agree."""
    counted = [c for c in programme.conditions if not c.also_looked_at]
    return all(c.test for c in counted) and ideal_profile(programme, on, contains) is not None


def _facts(values: Mapping[str, Any], on: dt.date, contains: Contains) -> Facts:
    return facts(_profile(values), on, contains)


def _profile(values: Mapping[str, Any]) -> Profile:
    parts: dict[str, dict[str, Any]] = {"enterprise": {}, "project": {}}
    for field, value in values.items():
        part, _, name = field.partition(".")
        parts[part][name] = value
    return Profile.model_validate(parts)


def _score(tests: tuple[Test, ...], known: Facts, programme_id: str) -> float:
    return sum(_nearness(test, known, programme_id, True) for test in tests)


def _nearness(test: Test, known: Facts, programme_id: str, wanted: bool) -> float:
    """1 when the test says what is wanted, 0 when it says the contrary, between them on the way."""
    truth = holds(test, known, programme_id)
    if truth is not None:
        return float(truth is wanted)
    if test.not_:
        return _nearness(test.not_, known, programme_id, not wanted)
    if not test.inner:
        # A rule over several facts comes nearer with each one known.
        return 0.5 / (1 + len(open_fields(test, known, programme_id)))
    parts = [_nearness(t, known, programme_id, wanted) for t in test.inner]
    one_is_enough = bool(test.any) is wanted and not test.readings
    return 0.9 * (max(parts) if one_is_enough else sum(parts) / len(parts))


def _candidates(programme: Programme, tests: tuple[Test, ...]) -> dict[str, tuple[Any, ...]]:
    found: dict[str, list[Any]] = {}
    for leaf in (leaf for test in tests for leaf in _leaves(test)):
        for field, value in _values(leaf, programme):
            if value not in found.setdefault(field, []) and _is_valid(field, value):
                found[field].append(value)
    return {field: tuple(values) for field, values in found.items()}


def _is_valid(field: str, value: Any) -> bool:
    """Whether a profile may say this: the schema knows its closed lists and its bounds."""
    try:
        _profile({field: value})
    except ValidationError:
        return False
    return True


def _leaves(test: Test) -> Iterator[Test]:
    if not test.inner:
        yield test
    for inner in test.inner:
        yield from _leaves(inner)


def _values(leaf: Test, programme: Programme) -> Iterator[tuple[str, Any]]:
    """Values worth trying for the fields this test reads, its own first."""
    if leaf.forms:
        yield from _of_forms(leaf)
    elif leaf.sme:
        yield from _SMALL.items()
    for field in () if leaf.forms or leaf.sme else fields_of(leaf):
        for value in _of_kind(field, leaf, programme):
            yield field, value


def _of_forms(leaf: Test) -> Iterator[tuple[str, Any]]:
    forms = leaf.forms
    if forms is None:
        return
    for code in (*(c for c in forms.accepted if c != "any"), *FAMILY_OF):
        yield "enterprise.legal_form", code
    yield "enterprise.accreditations", ()
    for code in sorted(WORK_INTEGRATION):
        yield "enterprise.accreditations", (code,)
    yield "enterprise.is_federation", False
    yield "enterprise.is_federation", True


def _of_kind(field: str, leaf: Test, programme: Programme) -> Iterator[Any]:
    operand: Any = leaf.operand(leaf.operator)
    wanted = operand if isinstance(operand, tuple) else (operand,)
    match KINDS[field]:
        case "flag":
            yield from (True, False)
        case "number" | "age":
            yield from _numbers(field, wanted)
        case "place" | "country":
            places = (*wanted, *programme.territory)
            plural = field.endswith(("regions", "countries"))
            yield from ((place,) for place in places) if plural else places
        case "list":
            yield from _lists(field, wanted)
        case "awards":
            yield from ((), (Award(programme=programme.id, months_ago=Decimal(0)),))
        case _:
            yield from (*map(str, wanted), "other")


def _numbers(field: str, bounds: tuple[Any, ...]) -> Iterator[Any]:
    if KINDS[field] == "age":
        yield from ("never", Decimal(1))
    numbers = [Decimal(str(b)) for b in bounds if b != "never"]
    for bound in numbers:
        above = (bound + 1) / 2 if is_share(field) else bound + 1
        yield from (bound, above, bound * _SHARE)


def _lists(field: str, wanted: tuple[Any, ...]) -> Iterator[tuple[str, ...]]:
    if field == "enterprise.form_family":
        yield from ((str(one),) for one in (*wanted, "nonprofit", "cooperative"))
        return
    yield from (*((str(one),) for one in wanted), (), ("other",))
