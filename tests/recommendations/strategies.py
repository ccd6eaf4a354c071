"""Random conditions over the closed vocabulary, and random enterprises that do not contradict
themselves: a whole one, and the same one of which only a part is known yet."""

import datetime as dt

from hypothesis import strategies as st

from assessment.forms import FAMILY_OF, families
from assessment.profile import Profile
from recommendations.criteria import fields_of
from recommendations.facts import FAMILIES, NOT_FOR_PROFIT
from recommendations.programme import Test as Condition
from recommendations.vocabulary import FITTING, KINDS, NUMBERS, choices, is_share

ON = dt.date(2026, 11, 22)
PLACES = ("BE-WAL", "BE-WHT", "BE-BRU", "BE-VLG", "BE", "FR-HDF", "FR-59", "FR", "CA-QC", "EU")
REGIONS = ("BE-WAL", "BE-WHT", "BE-BRU", "FR-HDF", "FR-59", "FR", "CA-QC")
CODES = {
    "enterprise.accreditations": ("EI", "ES", "ESUS", "SIAE"),
    "enterprise.nace": ("62.01", "62", "88.99", "8899B", "01"),
}
BOUNDS = (
    0,
    1,
    2,
    9.5,
    10,
    24,
    49,
    50,
    249,
    250,
    3000,
    12_000,
    1_000_000,
    2_000_000,
    43_000_000,
    60_000_000,
)
SHARES = (0, 0.25, 0.5, 0.75, 1)
BOUND_TOGETHER = frozenset(
    f"enterprise.{name}"
    for name in ("legal_form", "accreditations", "is_federation", "region", "fte", "employees")
)
FORMS = (*FAMILY_OF, "be-public")


def codes(field):
    return CODES.get(field) or choices(field) or ("one", "two", "three")


def numbers(field):
    return st.sampled_from(SHARES if is_share(field) else BOUNDS)


def leaves():
    return st.sampled_from(sorted(f for f, k in KINDS.items() if FITTING[k])).flatmap(leaf_on)


def leaf_on(field):
    kind = KINDS[field]
    some = {"min_size": 1, "max_size": 3, "unique": True}
    operands = {
        "flag": lambda: st.booleans(), "number": lambda: numbers(field),
        "age": lambda: st.sampled_from(("never", 0, 12, 24)),
        "text": lambda: st.sampled_from(codes(field)),
        "list": lambda: st.lists(st.sampled_from(codes(field)), **some),
        "awards": lambda: st.sampled_from((12, 24, 36)),
        "place": lambda: st.lists(st.sampled_from(PLACES), **some),
        "country": lambda: st.lists(st.sampled_from(("BE", "FR", "CA")), **some),
    }  # fmt: skip
    operator = st.sampled_from(
        {"text": ("is",), "country": ("in", "within")}.get(kind, FITTING[kind])
    )
    return operator.flatmap(
        lambda name: st.tuples(st.just(name), operand(operands, kind, name))
    ).map(lambda pair: {"field": field, pair[0]: pair[1]})


def operand(operands, kind, operator):
    if operator in NUMBERS and kind == "age":
        return st.sampled_from((0, 12, 24))
    if operator == "in" and kind == "number":
        return st.lists(st.sampled_from(SHARES), min_size=1)
    return operands[kind]()


def form_rules():
    named = st.lists(st.sampled_from((*FORMS, "any")), max_size=3)
    family = st.lists(st.sampled_from((*sorted(FAMILIES), "any")), max_size=3)
    out = st.lists(st.sampled_from((*FORMS, *sorted(FAMILIES))), max_size=3)
    return st.fixed_dictionaries({"accepted": named, "families": family, "excluded": out}).map(
        lambda rule: {"forms": rule}
    )


def size_rules():
    return st.sampled_from(("micro", "small", "medium")).map(lambda size: {"sme": size})


def trees():
    """A condition of the vocabulary, as it stands in a file."""
    return st.recursive(
        st.one_of(leaves(), form_rules(), size_rules()),
        lambda inner: st.one_of(
            st.lists(inner, min_size=1, max_size=3).map(lambda tests: {"all": tests}),
            st.lists(inner, min_size=1, max_size=3).map(lambda tests: {"any": tests}),
            st.lists(inner, min_size=2, max_size=3).map(lambda tests: {"readings": tests}),
            inner.map(lambda test: {"not": test}),
        ),
        max_leaves=8,
    )


def conditions():
    return trees().map(Condition.model_validate)


@st.composite
def enterprises(draw, some_text=None, focus=None):
    """A whole profile, as plain data, in which no field contradicts another.

    With a focus: only these fields, and those that hang together.
    """
    wanted = KINDS if focus is None else BOUND_TOGETHER.union(focus)
    known = {f: draw(values(f, some_text)) for f in sorted(wanted) if KINDS[f] != "date"}
    form, accreditations = known["enterprise.legal_form"], known["enterprise.accreditations"]
    family = families(form, tuple(accreditations))
    if families(form, ()) is None:
        family = (*(family or ()), draw(st.sampled_from(("cooperative", "nonprofit"))))
    if known["enterprise.is_federation"]:
        family = (*family, "network")
    known["enterprise.form_family"] = family
    if NOT_FOR_PROFIT.intersection(family):
        known["enterprise.for_profit"] = False
    region = known["enterprise.region"]
    known["enterprise.country"] = region.split("-")[0]
    known["enterprise.establishment_regions"] = [region, *draw(st.lists(st.sampled_from(REGIONS)))]
    heads = max(known["enterprise.employees"], known["enterprise.fte"])
    known["enterprise.employees"] = heads if known["enterprise.fte"] else 0
    known["enterprise.employer"] = known["enterprise.fte"] > 0
    known["enterprise.group_above_sme"] = known["enterprise.fte"] >= 250
    born = draw(st.dates(dt.date(1990, 1, 1), ON))
    known |= {"enterprise.creation_date": born, "enterprise.registration_date": born}
    months = (ON.year - born.year) * 12 + ON.month - born.month - (ON.day < born.day)
    known |= {
        "enterprise.months_since_registration": months, "enterprise.age_years": months // 12,
    }  # fmt: skip
    return known


def values(field, some_text=None):
    kind = KINDS[field]
    if field == "enterprise.legal_form":
        return st.sampled_from(FORMS)
    if field == "project.currency":
        return st.just("EUR")
    if field == "project.project_rank":
        return st.integers(1, 3)
    one = st.sampled_from((*codes(field), *(some_text or {}).get(field, ())))
    return {
        "flag": st.booleans(), "number": numbers(field),
        "age": st.sampled_from(("never", 0, 12, 24)), "text": one,
        "list": st.lists(one, max_size=2),
        "awards": st.lists(st.fixed_dictionaries({
            "programme": st.sampled_from(("this-aid", "other")),
            "months_ago": st.sampled_from((2, 24, 40)),
        }), max_size=2),
        "place": st.sampled_from(REGIONS), "country": st.sampled_from(("BE", "FR")),
    }[kind] if not field.endswith(("regions", "countries")) else st.just(["BE-WAL"])  # fmt: skip


def profile_of(known):
    parts = {"enterprise": {}, "project": {}}
    for field, value in known.items():
        part, _, name = field.partition(".")
        parts[part][name] = value
    return Profile.model_validate(parts)


@st.composite
def growing(draw, some_text=None, focus=None):
    """What is known first, and what is known later of the same enterprise."""
    whole = draw(enterprises(some_text, focus))
    chance = draw(st.randoms(use_true_random=False))
    when = {field: chance.choice(("first", "later", "never")) for field in whole}
    later = {field: value for field, value in whole.items() if when[field] != "never"}
    first = {field: value for field, value in later.items() if when[field] == "first"}
    return profile_of(first), profile_of(later)


def on_its_fields(some_conditions, profiles):
    """A condition, with profiles that speak of the fields it reads."""
    return some_conditions.flatmap(
        lambda condition: st.tuples(st.just(condition), profiles(focus=fields_of(condition)))
    )


def on_forms():
    """Conditions on the form or the family alone: the rule with the most to derive."""
    family = st.sampled_from(sorted(FAMILIES)).map(
        lambda one: {"field": "enterprise.form_family", "has_any": [one]}
    )
    return st.one_of(form_rules(), family, family.map(lambda test: {"not": test})).map(
        Condition.model_validate
    )
