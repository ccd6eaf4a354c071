"""What holds of every condition and every enterprise, tried on random ones and on every programme.

The enterprises do not contradict themselves: a fact that is added makes the same enterprise
better known, never another one.
"""

import random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessment.places import contains
from assessment.profile import Profile
from recommendations.amounts import eligible_cost
from recommendations.criteria import holds, open_fields
from recommendations.eligibility import match, match_all
from recommendations.facts import facts
from recommendations.programmes_library import read_programmes
from recommendations.words import read_words
from tests.recommendations.strategies import (
    ON,
    conditions,
    enterprises,
    growing,
    on_forms,
    on_its_fields,
    profile_of,
)

NOTHING = facts(Profile(), ON, contains)
SLOW = settings(max_examples=15, suppress_health_check=list(HealthCheck))
QUICK = settings(max_examples=400, suppress_health_check=list(HealthCheck))


def known(profile):
    return facts(profile, ON, contains)


def told(condition, profile):
    return holds(condition, known(profile), "this-aid")


def words_of_the_programmes():
    """The texts and codes that conditions really read, so that random profiles hit them."""
    found = {}
    for programme in read_programmes("en"):
        for test in (c.test for c in programme.conditions if c.test):
            for leaf in leaves(test):
                operands = (*(leaf.in_ or ()), *(leaf.has_any or ()), leaf.is_)
                texts = [str(o) for o in operands if isinstance(o, str)]
                found.setdefault(leaf.field, []).extend(texts)
    return {field: tuple(dict.fromkeys(texts)) for field, texts in found.items() if field}


def leaves(test):
    return [leaf for t in test.inner for leaf in leaves(t)] or [test]


@QUICK
@given(on_its_fields(st.one_of(conditions(), on_forms()), growing))
def test_what_a_condition_has_said_a_further_fact_never_takes_back(case):
    condition, profiles = case
    before, after = (told(condition, profile) for profile in profiles)

    assert before in (None, after)


@QUICK
@given(on_its_fields(conditions(), growing))
def test_a_condition_that_is_settled_asks_nothing_and_never_twice(case):
    condition, (first, _) = case
    asked = open_fields(condition, known(first), "this-aid")

    assert (told(condition, first) is None) or not asked
    assert len(asked) == len(set(asked))


@QUICK
@given(on_its_fields(st.one_of(conditions(), on_forms()), enterprises))
def test_what_is_not_asked_cannot_change_what_a_condition_says(case):
    """Every fact but the open ones is given: the condition stays unknown."""
    condition, whole = case
    asked = open_fields(condition, NOTHING, "this-aid")
    hidden = {"enterprise.form_family", "enterprise.employees", "enterprise.group_above_sme"}
    derived = {"enterprise.age_years": ("enterprise.creation_date",)} | {
        "enterprise.months_since_registration": ("enterprise.registration_date",),
        "enterprise.region": ("enterprise.country",),
        "enterprise.country": ("enterprise.region",),
        "enterprise.employer": ("enterprise.fte", "enterprise.employees"),
        "enterprise.establishment_regions": ("enterprise.region", "enterprise.country"),
        "enterprise.for_profit": ("enterprise.legal_form", "enterprise.accreditations"),
        "enterprise.legal_form": ("enterprise.is_federation", "enterprise.accreditations"),
    }
    left = {*asked, *hidden, *(f for field in asked for f in derived.get(field, ()))}
    rest = {field: value for field, value in whole.items() if field not in left}

    if told(condition, Profile()) is None:
        assert told(condition, profile_of(rest)) is None


@QUICK
@given(on_its_fields(conditions(), enterprises), st.randoms(use_true_random=False))
def test_the_order_inside_all_any_and_readings_changes_nothing(case, chance):
    condition, whole = case
    profile = profile_of(whole)

    assert told(shuffled(condition, chance), profile) is told(condition, profile)


def shuffled(test, chance):
    groups = {name: getattr(test, name) for name in ("all", "any", "readings")}
    new = {
        name: tuple(shuffled(t, chance) for t in chance.sample(inner, len(inner)))
        for name, inner in groups.items()
        if inner
    }
    return test.model_copy(
        update=new | ({"not_": shuffled(test.not_, chance)} if test.not_ else {})
    )


@SLOW
@given(growing(words_of_the_programmes()))
def test_a_further_fact_never_takes_back_the_verdict_of_a_programme(profiles):
    before, after = (verdicts(profile) for profile in profiles)

    changed = {i: (v, after[i]) for i, v in before.items() if v not in ("to_check", after[i])}
    assert changed == {}


def test_of_an_enterprise_we_know_nothing_about_no_programme_is_refused():
    assert "not_met" not in verdicts(Profile()).values()


@SLOW
@given(growing(words_of_the_programmes()), st.integers(0, 1000))
def test_the_order_of_conditions_changes_no_verdict(profiles, seed):
    _, profile = profiles
    chance = random.Random(seed)
    words, read = read_words("en"), known(profile)

    for programme in read_programmes("en"):
        order = chance.sample(programme.conditions, len(programme.conditions))
        other = programme.model_copy(update={"conditions": tuple(order)})
        assert match(other, read, ON, words).verdict == match(programme, read, ON, words).verdict


@SLOW
@given(growing(words_of_the_programmes()))
def test_the_aid_stays_under_the_rate_and_within_the_bounds_of_its_programme(profiles):
    read = known(profiles[1])
    for programme in read_programmes("en"):
        seen, cost = programme.amount, eligible_cost(programme, read)
        found = match(programme, read, ON, read_words("en")).amount
        if found is None or cost is None or found.max is None:
            continue
        assert found.min is None or found.min <= found.max
        assert seen.max is None or found.max <= seen.max
        if seen.rate_max is not None and (seen.rate_basis or "").startswith("eligible-costs"):
            steps = any(band.amount is not None for band in seen.bands)
            assert steps or found.max <= cost * seen.rate_max


def verdicts(profile):
    found = match_all(read_programmes("en"), known(profile), ON, read_words("en"))
    return {m.programme.id: m.verdict for m in found}
