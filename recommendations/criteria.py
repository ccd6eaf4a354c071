"""One executable condition against the facts: holds, does not hold, or cannot be told.

Kleene's three-valued logic: an unknown never makes a 'no' of its own.
"""

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

from recommendations.facts import Facts
from recommendations.form_rule import (
    FAMILY,
    LEGAL_FORM,
    form_holds,
    open_family_fields,
    open_form_fields,
)
from recommendations.programme import Forms, Test
from recommendations.sme import SME_FIELDS, is_sme, open_sme_fields

Truth = bool | None
"""True holds, False does not, None cannot be told."""

SITES = "enterprise.establishment_regions"


def holds(test: Test, facts: Facts, programme_id: str) -> Truth:
    """Whether the condition holds. `programme_id` is whose earlier awards are looked at."""
    match test.operator:
        case "all":
            return _all(holds(t, facts, programme_id) for t in test.all or ())
        case "any":
            return _any(holds(t, facts, programme_id) for t in test.any or ())
        case "not":
            inner = holds(test.not_, facts, programme_id) if test.not_ else None
            return None if inner is None else not inner
        case "readings":
            return _agreed(holds(t, facts, programme_id) for t in test.readings or ())
        case "forms":
            return form_holds(test.forms or Forms(), facts)
        case "sme":
            return is_sme(test.sme or "medium", facts)
        case "within":
            return _within(test, facts)
        case operator:
            value = facts.get(test.field or "")
            if test.field == "enterprise.previous_awards":
                return _waited(value, test.operand(operator), programme_id)
            return None if value is None else _compare(operator, test, value, facts)


def fields_of(test: Test) -> tuple[str, ...]:
    """The fields a condition reads, each once, in order."""
    if test.field:
        return (test.field,)
    if test.forms:
        return (LEGAL_FORM,)
    if test.sme:
        return SME_FIELDS
    return tuple(dict.fromkeys(field for t in test.inner for field in fields_of(t)))


def open_fields(test: Test, facts: Facts, programme_id: str) -> tuple[str, ...]:
    """The fields whose answer can still change what the condition says, each once, in order.

    None where it is settled, nor where only the source could settle it.
    """
    if holds(test, facts, programme_id) is not None:
        return ()
    if test.inner:
        truths = [holds(t, facts, programme_id) for t in test.inner]
        if test.readings and True in truths and False in truths:
            return ()
        inner = (open_fields(t, facts, programme_id) for t in test.inner)
        return tuple(dict.fromkeys(field for fields in inner for field in fields))
    if test.forms:
        return open_form_fields(test.forms, facts)
    if test.sme:
        return open_sme_fields(test.sme, facts)
    if test.field == FAMILY:
        return open_family_fields(frozenset(map(str, test.has_any or ())), facts)
    return fields_of(test)


def _all(truths: Iterable[Truth]) -> Truth:
    seen = list(truths)
    return False if False in seen else (None if None in seen else True)


def _any(truths: Iterable[Truth]) -> Truth:
    seen = list(truths)
    return True if True in seen else (None if None in seen else False)


def _agreed(truths: Iterable[Truth]) -> Truth:
    """What every reading of a source says; where they differ it cannot be told."""
    seen = set(truths)
    return seen.pop() if len(seen) == 1 else None


_NUMBERS: dict[str, Callable[[Decimal, Decimal], bool]] = {
    "at_least": lambda value, bound: value >= bound,
    "at_most": lambda value, bound: value <= bound,
    "above": lambda value, bound: value > bound,
    "below": lambda value, bound: value < bound,
}


def _compare(operator: str, test: Test, value: Any, facts: Facts) -> Truth:
    if operator == "is":
        return bool(_same(value, test.is_))
    if operator == "in":
        return any(_same(value, one) for one in test.in_ or ())
    if operator == "has_any":
        return _has_any(test.field or "", value, test.has_any or (), facts)
    bound = Decimal(str(test.operand(operator)))
    if value == "never":
        # A plan that was never made is older than any bound.
        return operator in ("at_least", "above")
    return _NUMBERS[operator](Decimal(str(value)), bound)


def _same(value: Any, wanted: Any) -> bool:
    if isinstance(value, bool) or isinstance(wanted, bool):
        return value is wanted
    if isinstance(value, Decimal) and wanted != "never":
        return value == Decimal(str(wanted))
    return str(value).casefold() == str(wanted).casefold()


def _has_any(field: str, value: Any, wanted: tuple[Any, ...], facts: Facts) -> Truth:
    if field == "enterprise.nace":
        return _any(_activity(str(v), str(w)) for v in value for w in wanted)
    if any(_same(v, w) for v in value for w in wanted):
        return True
    # An unknown form or approval may still add the family asked for.
    return None if field == FAMILY and facts.may_join.intersection(wanted) else False


def _activity(code: str, wanted: str) -> Truth:
    """Whether an activity is under the one asked; a wider code than asked cannot be told."""
    own, asked = ("".join(c for c in text if c.isalnum()).casefold() for text in (code, wanted))
    return True if own.startswith(asked) else (None if asked.startswith(own) else False)


def _within(test: Test, facts: Facts) -> Truth:
    value, wanted = facts.get(test.field or ""), test.within or ()
    if test.field == SITES:
        # The main operating site is one establishment; elsewhere there may be others.
        main = facts.get("enterprise.region")
        if main is not None and _inside(main, wanted, facts):
            return True
    if value is None:
        return None
    places = value if isinstance(value, tuple) else (value,)
    return _any(_inside(place, wanted, facts) for place in places)


def _inside(place: str, wanted: tuple[str, ...], facts: Facts) -> Truth:
    if any(facts.contains(outer, place) for outer in wanted):
        return True
    # Somewhere in Belgium may be in Wallonia: a wider place than asked cannot be told.
    return None if any(facts.contains(place, inner) for inner in wanted) else False


def _waited(awards: Any, bound: Any, programme_id: str) -> Truth:
    if awards is None:
        return None
    own = [award.months_ago for award in awards if award.programme == programme_id]
    return all(months >= Decimal(str(bound)) for months in own)
