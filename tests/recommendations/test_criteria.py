"""One condition against what is known: yes, no, or cannot be told."""

import datetime as dt

import pytest

from assessment.places import contains
from assessment.profile import Profile
from recommendations.criteria import holds
from recommendations.facts import facts
from recommendations.programme import Test as Condition

ON = dt.date(2026, 11, 22)


def told(condition, enterprise=None, project=None):
    profile = Profile.model_validate({"enterprise": enterprise or {}, "project": project or {}})
    return holds(Condition.model_validate(condition), facts(profile, ON, contains), "this-aid")


IN_WALLONIA = {"field": "enterprise.region", "within": ["BE-WAL"]}
UNDER_50 = {"field": "enterprise.fte", "below": 50}


@pytest.mark.parametrize(
    ("enterprise", "expected"),
    [
        ({"region": "BE-WAL"}, True),
        ({"region": "BE-WHT"}, True),
        ({"region": "BE-BRU"}, False),
        ({"country": "BE"}, None),
        ({"country": "FR"}, False),
        ({}, None),
    ],
)
def test_a_place_is_in_out_or_too_wide_to_tell(enterprise, expected):
    assert told(IN_WALLONIA, enterprise) is expected


def test_a_strict_bound_excludes_and_an_inclusive_one_keeps():
    assert told(UNDER_50, {"fte": 50}) is False
    assert told({"field": "enterprise.fte", "at_most": 50}, {"fte": 50}) is True


def test_a_size_we_know_nothing_about_is_unknown_not_refused():
    assert told(UNDER_50) is None


@pytest.mark.parametrize(
    ("forms", "enterprise", "expected"),
    [
        ({"accepted": ["be-sc"]}, {"legal_form": "be-sc-es"}, True),
        ({"accepted": ["be-sc-es"]}, {"legal_form": "be-sc"}, None),
        ({"accepted": ["be-sc"], "excluded": ["be-asbl"]}, {"legal_form": "be-asbl"}, False),
        ({"accepted": ["be-sc"], "excluded": ["be-asbl"]}, {"legal_form": "be-srl"}, None),
        ({"families": ["nonprofit"]}, {"legal_form": "association_1901"}, True),
        ({"families": ["work_integration"]}, {"accreditations": ["SIAE"]}, True),
        ({"accepted": ["any"]}, {}, True),
        ({"accepted": ["any"], "excluded": ["be-public"]}, {}, None),
        ({}, {"legal_form": "be-asbl"}, None),
        ({"accepted": ["be-sc"]}, {}, None),
    ],
)
def test_a_form_in_neither_list_is_unknown(forms, enterprise, expected):
    assert told({"forms": forms}, enterprise) is expected


def test_all_is_no_as_soon_as_one_is_no_and_unknown_otherwise():
    both = {"all": [IN_WALLONIA, UNDER_50]}

    assert told(both, {"region": "FR-HDF"}) is False
    assert told(both, {"region": "BE-WAL"}) is None
    assert told(both, {"region": "BE-WAL", "fte": 3}) is True


def test_any_is_yes_as_soon_as_one_is_yes_and_unknown_otherwise():
    either = {"any": [IN_WALLONIA, UNDER_50]}

    assert told(either, {"fte": 3}) is True
    assert told(either, {"fte": 80}) is None
    assert told(either, {"fte": 80, "region": "FR-HDF"}) is False


def test_the_contrary_of_unknown_is_unknown():
    assert told({"not": UNDER_50}) is None
    assert told({"not": UNDER_50}, {"fte": 50}) is True


def test_activity_codes_are_compared_by_their_beginning():
    digital = {"field": "enterprise.nace", "has_any": ["62"]}

    assert told(digital, {"nace": ["62.01"]}) is True
    assert told(digital, {"nace": ["88.99"]}) is False


def test_a_main_site_is_an_establishment_but_others_may_exist():
    somewhere = {"field": "enterprise.establishment_regions", "within": ["BE-BRU"]}

    assert told(somewhere, {"region": "BE-BRU"}) is True
    assert told(somewhere, {"region": "BE-WAL"}) is None
    assert told(somewhere, {"establishment_regions": ["BE-WAL"]}) is False


def test_a_plan_never_made_is_older_than_any_bound():
    fresh = {"field": "project.digital_plan_age_months", "at_most": 24}

    assert told(fresh, project={"digital_plan_age_months": "never"}) is False
    assert told(fresh, project={"digital_plan_age_months": 12}) is True


def test_waiting_two_years_looks_at_this_aid_alone_and_never_means_done():
    waited = {"field": "enterprise.previous_awards", "at_least": 24}

    assert told(waited) is None
    assert told(waited, {"previous_awards": []}) is True
    assert told(waited, {"previous_awards": [{"programme": "other", "months_ago": 2}]}) is True
    assert told(waited, {"previous_awards": [{"programme": "this-aid", "months_ago": 2}]}) is False


def test_an_age_given_directly_wins_over_a_date():
    old = {"field": "enterprise.age_years", "at_least": 3}

    assert told(old, {"creation_date": "2023-11-22"}) is True
    assert told(old, {"creation_date": "2023-11-23"}) is False
    assert told(old, {"creation_date": "2000-01-01", "age_years": 1}) is False


def test_half_a_post_makes_an_employer():
    employs = {"field": "enterprise.employer", "is": True}

    assert told(employs, {"fte": 0.5}) is True
    assert told(employs, {"fte": 0}) is False
    assert told(employs) is None


def test_a_source_that_contradicts_itself_is_to_check_where_its_readings_differ():
    size = {"readings": [UNDER_50, {"field": "enterprise.fte", "below": 250}]}
    assert told(size, {"fte": 20}) is True
    assert told(size, {"fte": 100}) is None
    assert told(size, {"fte": 300}) is False
    assert told(size) is None
