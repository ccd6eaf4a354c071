"""French, Québec and other programmes: each id published stays, each file says all it knows."""

import datetime as dt
import re
from pathlib import Path

import pytest
import yaml

from assessment.profile import Enterprise, Profile, Project
from content.languages import LANGUAGES
from content.loader import load
from recommendations.availability import proposable
from recommendations.criteria import fields_of
from recommendations.eligibility import match
from recommendations.facts import facts
from recommendations.programme import Programme
from recommendations.programme import Test as Condition
from recommendations.words import read_words

ON = dt.date(2026, 11, 23)
TESTS = Path(__file__).parents[1]
FOLDER = TESTS.parent / "recommendations" / "programmes"
PUBLISHED = yaml.safe_load((TESTS / "published" / "programmes_fr.yaml").read_text("utf-8"))
FIELDS = {f"enterprise.{name}" for name in Enterprise.model_fields} | {
    f"project.{name}" for name in Project.model_fields
}


def read(programme_id, language="fr"):
    return load(FOLDER / f"{programme_id}.yaml", Programme, language)


def rules_of(programme):
    return [c.test for c in programme.conditions if c.test is not None]


def leaves(test):
    return [leaf for t in test.inner for leaf in leaves(t)] or [test]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("programme_id", PUBLISHED)
def test_each_published_programme_reads_in_each_language_under_its_own_id(programme_id, language):
    assert read(programme_id, language).id == programme_id


@pytest.mark.parametrize("programme_id", PUBLISHED)
def test_no_condition_of_the_source_is_lost(programme_id):
    assert len(read(programme_id).conditions) >= PUBLISHED[programme_id]


@pytest.mark.parametrize("programme_id", PUBLISHED)
def test_condition_ids_are_unique_within_a_programme(programme_id):
    ids = [condition.id for condition in read(programme_id).conditions]

    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("programme_id", PUBLISHED)
def test_conditions_read_only_fields_a_profile_has(programme_id):
    read_fields = {field for t in rules_of(read(programme_id)) for field in fields_of(t)}

    assert read_fields <= FIELDS


@pytest.mark.parametrize("programme_id", PUBLISHED)
def test_a_programme_of_a_place_tests_that_place_and_a_worldwide_one_tests_none(programme_id):
    programme = read(programme_id)
    own = [c.test for c in programme.conditions if c.id == "place" and c.test]
    places = {p for test in own for leaf in leaves(test) for p in leaf.within or ()}

    assert set(programme.territory) - {"INT"} <= places
    assert programme.territory != ("INT",) or not places


def codes(field, conditions):
    return {
        str(code)
        for test in conditions
        for leaf in leaves(test)
        if leaf.field == field
        for code in (*(leaf.in_ or ()), *(leaf.has_any or ()), *([leaf.is_] if leaf.is_ else ()))
    }


@pytest.mark.parametrize(
    "field",
    [
        *("enterprise.sector", "enterprise.memberships", "enterprise.local_schemes"),
        *("enterprise.aided_topics", "project.expenses", "project.topic"),
    ],
)
def test_every_code_a_condition_reads_is_documented(field):
    documented = re.findall(
        r"`([a-z_-]+)`", (TESTS.parent / "docs" / "profile-fields.md").read_text("utf-8")
    )
    conditions: list[Condition] = [t for p in PUBLISHED for t in rules_of(read(p))]

    assert codes(field, conditions) <= set(documented)


@pytest.mark.parametrize("programme_id", PUBLISHED)
def test_a_gate_opens_a_programme_that_exists_and_is_not_itself(programme_id):
    unlocks = set(read(programme_id).unlocks)

    assert unlocks <= set(PUBLISHED) - {programme_id}


@pytest.mark.parametrize("programme_id", PUBLISHED)
def test_a_last_day_follows_the_first(programme_id):
    opening = read(programme_id).opening

    assert not (opening.opens_on and opening.last_day) or opening.opens_on <= opening.last_day


def verdict(programme_id, enterprise, project=None):
    profile = Profile.model_validate({"enterprise": enterprise, "project": project or {}})
    known = facts(profile, ON, lambda outer, inner: f"{inner}-".startswith(f"{outer}-"))
    return match(read(programme_id), known, ON, read_words("fr"))


def refusals(programme_id, enterprise, project=None):
    found = verdict(programme_id, enterprise, project)
    return [c.criterion for c in found.criteria if c.verdict == "not_met"]


SIAE = {
    "region": "FR-HDF",
    "legal_form": "association_1901",
    "accreditations": ["SIAE"],
    "fte": 9,
    "economic_activity": True,
}


def test_a_work_integration_association_may_ask_for_its_local_support_and_its_region_s_grant():
    assert refusals("fr-dla", SIAE) == []
    assert refusals("fr-hdf-aden", SIAE) == []
    assert verdict("fr-hdf-aden", SIAE).verdict == "to_check"


@pytest.mark.parametrize("programme_id", [p for p in PUBLISHED if p.startswith("fr-idf-")])
def test_an_association_of_another_region_is_refused_by_place_in_ile_de_france(programme_id):
    # Its premises are known: a branch in the region would be enough.
    assert "place" in refusals(programme_id, SIAE | {"establishment_regions": ["FR-HDF"]})


@pytest.mark.parametrize("programme_id", ["fr-ia-booster", "fr-fdva2", "ie-trading-online-voucher"])
def test_a_closed_past_or_thinly_known_programme_is_not_proposed(programme_id):
    assert not proposable(read(programme_id), ON)


def test_the_digital_voucher_waits_behind_its_plan():
    cafe = {"region": "IE", "legal_form": "charity", "fte": 6, "trading_activity": True}

    found = verdict("ie-grow-digital-voucher", cafe, {"digital_plan_age_months": "never"})

    assert found.behind_gate


def test_a_form_the_source_says_nothing_of_is_to_check_not_refused():
    scop = {"region": "FR-IDF", "legal_form": "scop"}

    assert refusals("fr-idf-cheque-numerique-commerce", scop) == []


def test_an_association_is_refused_where_the_source_refuses_it_by_name():
    association = {"region": "FR-IDF", "legal_form": "association_1901"}

    assert "legal-form" in refusals("fr-idf-cheque-numerique-commerce", association)


@pytest.mark.parametrize(
    ("programme_id", "region", "refused"),
    [
        ("fr-ges-invest-asso", "FR-GES", True),
        ("fr-naq-investissement-vie-associative", "FR-NAQ", False),
    ],
)
def test_computers_are_refused_in_one_region_and_paid_in_another(programme_id, region, refused):
    association = {"region": region, "legal_form": "association_1901"}

    assert bool(refusals(programme_id, association, {"expenses": ["laptops"]})) is refused


@pytest.mark.parametrize(
    "programme_id", ["fr-fondation-afnic", "fr-fondation-free", "fr-fondation-sfr"]
)
def test_money_for_other_people_s_digital_life_does_not_pay_one_s_own_tools(programme_id):
    assert "goal" in refusals(programme_id, SIAE, {"goal": "own_organisation"})


def test_a_volunteer_association_is_not_refused_a_free_shared_space():
    volunteers = {"region": "BE-WAL", "legal_form": "be-asbl", "fte": 0, "volunteers": 25}

    assert refusals("int-framaspace", volunteers) == []
