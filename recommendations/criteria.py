"""One executable condition against the facts: holds, does not hold, or cannot be told.

Kleene's three-valued logic: an unknown never makes a 'no' of its own.
"""

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

from assessment.forms import lineage
from recommendations.facts import Facts
from recommendations.programme import Forms, Test

Truth = bool | None
"""True holds, False does not, None cannot be told."""


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
        case "forms":
            return _form(test.forms or Forms(), facts)
        case "within":
            return _within(test, facts)
        case operator:
            value = facts.get(test.field or "")
            if test.field == "enterprise.previous_awards":
                return _waited(value, test.operand(operator), programme_id)
            return None if value is None else _compare(operator, test, value)


def fields_of(test: Test) -> tuple[str, ...]:
    """The fields a condition reads, each once, in order."""
    if test.field:
        return (test.field,)
    if test.forms:
        return ("enterprise.legal_form",)
    inner = (*(test.all or ()), *(test.any or ()), *((test.not_,) if test.not_ else ()))
    return tuple(dict.fromkeys(field for t in inner for field in fields_of(t)))


def _all(truths: Iterable[Truth]) -> Truth:
    seen = list(truths)
    return False if False in seen else (None if None in seen else True)


def _any(truths: Iterable[Truth]) -> Truth:
    seen = list(truths)
    return True if True in seen else (None if None in seen else False)


_NUMBERS: dict[str, Callable[[Decimal, Decimal], bool]] = {
    "at_least": lambda value, bound: value >= bound,
    "at_most": lambda value, bound: value <= bound,
    "above": lambda value, bound: value > bound,
    "below": lambda value, bound: value < bound,
}


def _compare(operator: str, test: Test, value: Any) -> Truth:
    if operator == "is":
        return bool(_same(value, test.is_))
    if operator == "in":
        return any(_same(value, one) for one in test.in_ or ())
    if operator == "has_any":
        return _has_any(test.field or "", value, test.has_any or ())
    bound = Decimal(str(test.operand(operator)))
    if value == "never":
        # A plan that was never made is older than any bound.
        return operator in ("at_least", "above")
    return _NUMBERS[operator](Decimal(str(value)), bound)


def _same(value: Any, wanted: Any) -> bool:
    if isinstance(value, bool) or isinstance(wanted, bool):
        return value is wanted
    if isinstance(value, Decimal):
        return value == Decimal(str(wanted))
    return str(value).casefold() == str(wanted).casefold()


def _has_any(field: str, value: Any, wanted: tuple[Any, ...]) -> bool:
    if field == "enterprise.nace":
        return any(str(v).startswith(str(w)) for v in value for w in wanted)
    return any(_same(v, w) for v in value for w in wanted)


def _within(test: Test, facts: Facts) -> Truth:
    field = test.field or ""
    value = facts.get(field)
    if value is None and field == "enterprise.establishment_regions":
        # The main operating site is one establishment; elsewhere there may be others.
        main = facts.get("enterprise.region")
        found = _inside(main, test.within or (), facts) if main else None
        return True if found else None
    if value is None:
        return None
    places = value if isinstance(value, tuple) else (value,)
    return _any(_inside(place, test.within or (), facts) for place in places)


def _inside(place: str, wanted: tuple[str, ...], facts: Facts) -> Truth:
    if any(facts.contains(outer, place) for outer in wanted):
        return True
    # Somewhere in Belgium may be in Wallonia: a wider place than asked cannot be told.
    return None if any(facts.contains(place, inner) for inner in wanted) else False


def _form(forms: Forms, facts: Facts) -> Truth:
    legal_form = facts.get("enterprise.legal_form")
    families = set(facts.get("enterprise.form_family") or ())
    for code in lineage(legal_form) if legal_form else ():
        if code in forms.accepted:
            return True
        if code in forms.excluded:
            return False
    accepted, excluded = families & set(forms.families), families & set(forms.excluded)
    if accepted or excluded:
        return None if accepted and excluded else bool(accepted)
    return True if "any" in (*forms.accepted, *forms.families) and _known(forms, facts) else None


def _known(forms: Forms, facts: Facts) -> bool:
    """Any form will do; where some are excluded by name, the form must be known."""
    return not forms.excluded or facts.get("enterprise.legal_form") is not None


def _waited(awards: Any, bound: Any, programme_id: str) -> Truth:
    if awards is None:
        return None
    own = [award.months_ago for award in awards if award.programme == programme_id]
    return all(months >= Decimal(str(bound)) for months in own)
