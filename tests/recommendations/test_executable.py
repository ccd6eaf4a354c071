"""How much of a programme can be tested, and whether anybody at all can meet it."""

import datetime as dt

from assessment.places import contains
from recommendations.eligibility import match
from recommendations.executable import executable, undecided
from recommendations.facts import facts
from recommendations.ideal import ideal_profile, reaches_met
from recommendations.programmes_library import read_programmes
from recommendations.words import read_words
from tests.recommendations.builders import programme

ON = dt.date(2026, 11, 22)


def aid(*tests, **others):
    conditions = [{"id": f"c{i}", "text": "t", "test": t} for i, t in enumerate(tests)]
    conditions += [
        {"id": name, "text": "t"} | ({"why_not_tested": why} if why else {})
        for name, why in others.items()
    ]
    return programme(conditions=conditions)


SIZE = {"field": "enterprise.fte", "below": 50}


def test_the_line_of_a_programme_says_its_share_and_why_each_other_condition_is_not_tested():
    found = aid(SIZE, {"forms": {}}, quality="judgement", later=None)

    assert str(executable(found)) == (
        "this-aid: 1 of 4 conditions executable; c1: unseen; quality: judgement; "
        "later: not yet looked at"
    )
    assert undecided(found) == ("later",)


def ideal(*tests):
    return ideal_profile(aid(*tests), ON, contains)


def test_an_ideal_profile_meets_every_test_at_once():
    found = ideal(
        {"sme": "small"}, {"field": "enterprise.fte", "at_least": 10},
        {"forms": {"families": ["cooperative"], "excluded": ["scop"]}},
        {"field": "enterprise.establishment_regions", "within": ["BE-BRU"]},
        {"not": {"field": "project.expenses", "has_any": ["laptops"]}},
        {"any": [{"field": "project.started", "is": False}, {"field": "project.cost", "above": 1}]},
        {"field": "enterprise.previous_awards", "at_least": 24},
    )  # fmt: skip

    assert found is not None
    assert 10 <= found.enterprise.fte < 50
    assert found.project.started is False or found.project.cost > 1


def test_tests_that_contradict_each_other_have_no_ideal_profile():
    assert ideal(SIZE, {"field": "enterprise.fte", "at_least": 50}) is None
    assert ideal({"forms": {}}) is None


def test_what_is_not_expressed_keeps_even_the_ideal_from_met_and_judgement_does_not():
    assert reaches_met(aid(SIZE, quality="judgement"), ON, contains)
    assert not reaches_met(aid(SIZE, later=None), ON, contains)


def test_at_least_forty_programmes_can_be_met_and_their_ideal_really_is():
    met = [p for p in read_programmes("en") if reaches_met(p, ON, contains)]

    assert len(met) >= 40
    for one in met:
        profile = ideal_profile(one, ON, contains)
        found = match(one, facts(profile, ON, contains), ON, read_words("en"))
        assert found.verdict == "met", one.id
