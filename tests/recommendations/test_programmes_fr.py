"""French, Québec and other programmes: each id published stays, each file says all it knows."""

import re
from pathlib import Path

import pytest
import yaml

from assessment.profile import Enterprise, Project
from content.loader import load
from recommendations.criteria import fields_of
from recommendations.programme import Programme
from recommendations.programme import Test as Condition

TESTS = Path(__file__).parents[1]
FOLDER = TESTS.parent / "recommendations" / "programmes"
PUBLISHED = yaml.safe_load((TESTS / "published_ids_programmes_fr.yaml").read_text("utf-8"))
FIELDS = {f"enterprise.{name}" for name in Enterprise.model_fields} | {
    f"project.{name}" for name in Project.model_fields
}


def read(programme_id, language="fr"):
    return load(FOLDER / f"{programme_id}.yaml", Programme, language)


def checks_of(programme):
    return [c.test for c in programme.conditions if c.test is not None]


def leaves(test):
    inner = (*(test.all or ()), *(test.any or ()), *((test.not_,) if test.not_ else ()))
    return [leaf for t in inner for leaf in leaves(t)] or [test]


@pytest.mark.parametrize("language", ["fr", "en"])
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
    read_fields = {field for t in checks_of(read(programme_id)) for field in fields_of(t)}

    assert read_fields <= FIELDS


@pytest.mark.parametrize("programme_id", PUBLISHED)
def test_a_programme_of_a_place_tests_that_place_and_a_worldwide_one_tests_none(programme_id):
    programme = read(programme_id)
    alone = [t for t in checks_of(programme) if t.field == "enterprise.region" or t.all]
    places = {p for t in alone for leaf in leaves(t) for p in leaf.within or ()}

    assert set(programme.territory) - {"INT"} <= places
    assert programme.territory != ("INT",) or not places


def codes(field, conditions):
    return {
        str(code)
        for test in conditions
        for leaf in leaves(test)
        if leaf.field == field
        for code in (*(leaf.in_ or ()), *(leaf.has_any or ()))
    }


@pytest.mark.parametrize("field", ["enterprise.sector", "project.expenses"])
def test_every_code_a_condition_reads_is_documented(field):
    documented = re.findall(
        r"`([a-z_-]+)`", (TESTS.parent / "docs" / "profile-fields.md").read_text("utf-8")
    )
    conditions: list[Condition] = [t for p in PUBLISHED for t in checks_of(read(p))]

    assert codes(field, conditions) <= set(documented)


@pytest.mark.parametrize("programme_id", PUBLISHED)
def test_a_gate_opens_a_programme_that_exists_and_is_not_itself(programme_id):
    unlocks = set(read(programme_id).unlocks)

    assert unlocks <= set(PUBLISHED) - {programme_id}


@pytest.mark.parametrize("programme_id", PUBLISHED)
def test_a_last_day_follows_the_first(programme_id):
    opening = read(programme_id).opening

    assert not (opening.opens_on and opening.last_day) or opening.opens_on <= opening.last_day
