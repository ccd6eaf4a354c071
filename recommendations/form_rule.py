"""The legal-form rule: accepted and excluded by code or by family; in neither list is unknown.

What is not known is tried out: where every form and family that is still possible gives the same
answer, that is the answer.
"""

from collections.abc import Iterator, Set

from assessment.forms import FAMILY_OF, lineage
from recommendations.facts import FAMILIES, Facts
from recommendations.programme import Forms

LEGAL_FORM, FAMILY = "enterprise.legal_form", "enterprise.form_family"

_ADDED_BY = {
    "work_integration": "enterprise.accreditations",
    "network": "enterprise.is_federation",
}
"""Families that another fact than the form adds."""


def form_holds(forms: Forms, facts: Facts) -> bool | None:
    """Whether the form is accepted; None when it cannot be told."""
    found = set(_answers(forms, facts, facts.may_join))
    return found.pop() if len(found) == 1 else None


def open_form_fields(forms: Forms, facts: Facts) -> tuple[str, ...]:
    """The unknown facts whose answer can still settle the rule."""
    if form_holds(forms, facts) is not None:
        return ()
    if facts.get(LEGAL_FORM) is None:
        return (LEGAL_FORM,)
    fields = (
        _ADDED_BY.get(family, FAMILY)
        for family in sorted(facts.may_join)
        if len(set(_answers(forms, facts, {family}))) > 1
    )
    return tuple(dict.fromkeys(fields))


def open_family_fields(wanted: Set[str], facts: Facts) -> tuple[str, ...]:
    """The facts to ask for where a condition reads the family itself."""
    if facts.get(LEGAL_FORM) is None:
        return (LEGAL_FORM,)
    joining = sorted(facts.may_join & wanted)
    return tuple(dict.fromkeys(_ADDED_BY.get(family, FAMILY) for family in joining))


def _answers(forms: Forms, facts: Facts, joining: Set[str]) -> Iterator[bool | None]:
    known = frozenset(facts.get(FAMILY) or ())
    for code in _codes(forms, facts):
        by_code = _by_code(forms, code)
        if by_code is not None:
            yield by_code
            continue
        for added in _additions(forms, joining):
            yield _by_family(forms, known | added)


def _codes(forms: Forms, facts: Facts) -> Iterator[str | None]:
    """The form; while it is unknown, another form (None) and each one named that could be it."""
    code = facts.get(LEGAL_FORM)
    yield code
    if code is None:
        told = frozenset(facts.get(FAMILY) or ())
        settled = not facts.may_join
        for named in (*forms.accepted, *forms.excluded):
            own = FAMILY_OF.get(named)
            if named not in FAMILIES | {"any"} and (not settled or not own or told.issuperset(own)):
                yield named


def _by_code(forms: Forms, code: str | None) -> bool | None:
    for one in lineage(code) if code else ():
        if one in forms.accepted:
            return True
        if one in forms.excluded:
            return False
    return None


def _additions(forms: Forms, joining: Set[str]) -> Iterator[frozenset[str]]:
    """Nothing, an accepted family, an excluded one, both: more would change nothing."""
    accepted = frozenset(sorted(joining & set(forms.families))[:1])
    excluded = frozenset(sorted(joining & set(forms.excluded))[:1])
    yield from (frozenset(), accepted, excluded, accepted | excluded)


def _by_family(forms: Forms, families: Set[str]) -> bool | None:
    accepted, excluded = families & set(forms.families), families & set(forms.excluded)
    if accepted or excluded:
        return None if accepted and excluded else bool(accepted)
    return True if "any" in (*forms.accepted, *forms.families) else None
