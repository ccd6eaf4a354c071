"""Belgian and European programmes: each id published stays, and the traps of the sources hold."""

import datetime as dt
import re
from functools import cache
from pathlib import Path

import pytest
import yaml

from assessment.places import contains
from assessment.profile import Enterprise, Profile, Project
from content.languages import LANGUAGES
from content.loader import load
from recommendations.availability import availability
from recommendations.criteria import fields_of
from recommendations.eligibility import match
from recommendations.facts import facts
from recommendations.programme import Programme
from recommendations.words import read_words

ON = dt.date(2026, 11, 23)
TESTS = Path(__file__).parents[1]
FOLDER = TESTS.parent / "recommendations" / "programmes"
PUBLISHED = yaml.safe_load((TESTS / "published" / "programmes_be.yaml").read_text("utf-8"))
FIELDS = {f"enterprise.{name}" for name in Enterprise.model_fields} | {
    f"project.{name}" for name in Project.model_fields
}

SIZED = [
    *(
        "be-wal-cheque-maturite-numerique",
        "be-wal-cheque-formation",
        "be-wal-prime-investissement-pme",
    ),
    *("be-bru-prime-consultance", "be-bru-prime-investissement", "be-vlg-kmo-portefeuille"),
    *("be-vlg-winwinlening", "be-vlg-pmv-startlening", "be-vlg-cybersecurity-verbetertrajecten"),
]


@cache
def read(programme_id, language="fr"):
    return load(FOLDER / f"{programme_id}.yaml", Programme, language)


def condition(programme_id, name):
    return next(c for c in read(programme_id).conditions if c.id == name)


def verdict(programme_id, name, enterprise=None, project=None):
    """What one condition says of this profile: met, to_check or not_met."""
    profile = Profile.model_validate({"enterprise": enterprise or {}, "project": project or {}})
    found = match(read(programme_id), facts(profile, ON, contains), ON, read_words("fr"))
    return next(c.verdict for c in found.criteria if c.criterion == name)


def leaves(test):
    return [leaf for t in test.inner for leaf in leaves(t)] or [test]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("programme_id", PUBLISHED)
def test_each_published_programme_reads_in_each_language_under_its_own_id(programme_id, language):
    assert read(programme_id, language).id == programme_id


@pytest.mark.parametrize("programme_id", PUBLISHED)
def test_no_condition_of_the_source_is_lost(programme_id):
    own = [c for c in read(programme_id).conditions if c.id != "legal-form"]

    assert len(own) >= PUBLISHED[programme_id]


@pytest.mark.parametrize("programme_id", PUBLISHED)
def test_each_programme_says_its_place_and_its_legal_forms_once(programme_id):
    ids = [c.id for c in read(programme_id).conditions]

    assert ids[:2] == ["place", "legal-form"]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("programme_id", SIZED)
def test_a_programme_for_small_enterprises_tests_the_size(programme_id):
    assert "enterprise.fte" in fields_of(condition(programme_id, "size").test)


@pytest.mark.parametrize("programme_id", PUBLISHED)
def test_conditions_read_only_fields_a_profile_has_and_screens_can_ask_for(programme_id):
    tests = [c.test for c in read(programme_id).conditions if c.test]
    read_fields = {field for test in tests for field in fields_of(test)}

    assert read_fields <= FIELDS
    assert read_fields <= set(read_words("fr").questions)


@pytest.mark.parametrize(
    "field",
    [
        *("enterprise.accreditations", "enterprise.activities", "enterprise.stage"),
        *("project.aims", "project.expenses", "project.kind", "project.topic"),
    ],
)
def test_every_code_a_condition_reads_is_documented(field):
    text = (TESTS.parent / "docs" / "profile-fields.md").read_text("utf-8")
    documented = set(re.findall(r"`([A-Za-z_-]+)`", text))
    tests = [c.test for i in PUBLISHED for c in read(i).conditions if c.test]
    read_codes = {
        str(code)
        for test in tests
        for leaf in leaves(test)
        if leaf.field == field
        for code in (*(leaf.in_ or ()), *(leaf.has_any or ()), *([leaf.is_] if leaf.is_ else ()))
    }

    assert read_codes <= documented


@pytest.mark.parametrize("programme_id", PUBLISHED)
def test_each_condition_has_a_test_or_says_why_it_has_none(programme_id):
    silent = [c.id for c in read(programme_id).conditions if not (c.test or c.why_not_tested)]

    assert silent == []


@pytest.mark.parametrize("programme_id", PUBLISHED)
def test_what_a_programme_unlocks_or_refuses_exists_and_is_not_itself(programme_id):
    programme = read(programme_id)
    named = {*programme.unlocks, *programme.stacking.incompatible_with}
    # A text with spaces names something outside our list.
    ids = {name for name in named if " " not in name}

    assert ids <= set(PUBLISHED) - {programme_id}


@pytest.mark.parametrize("programme_id", PUBLISHED)
def test_a_call_whose_last_day_is_past_is_never_open_nor_to_verify(programme_id):
    programme = read(programme_id)
    last_day = programme.opening.last_day

    if last_day is not None and last_day < ON:
        assert availability(programme, ON) in ("next_edition", "closed")
    if programme.tier == "archive":
        assert availability(programme, ON) == "closed"


@pytest.mark.parametrize(
    ("legal_form", "expected"),
    [("be-asbl", "not_met"), ("be-sc", "met"), ("be-sc-es", "met"), ("be-aisbl", "to_check")],
)
def test_walloon_vouchers_refuse_an_asbl_and_take_a_cooperative(legal_form, expected):
    voucher = "be-wal-cheque-maturite-numerique"

    assert verdict(voucher, "legal-form", {"legal_form": legal_form}) == expected


def test_an_asbl_fits_the_flemish_cyber_path_but_not_the_kmo_portefeuille():
    asbl = {"legal_form": "be-asbl"}

    assert verdict("be-vlg-cybersecurity-verbetertrajecten", "legal-form", asbl) == "met"
    assert verdict("be-vlg-kmo-portefeuille", "legal-form", asbl) == "not_met"


def test_an_it_company_is_out_of_the_maturity_voucher_and_in_the_cyber_one():
    coder = {"nace": ["62.01"]}

    assert verdict("be-wal-cheque-maturite-numerique", "digital-sector", coder) == "not_met"
    assert verdict("be-wal-cheque-cybersecurite", "de-minimis-sectors", coder) == "met"


@pytest.mark.parametrize(
    ("expenses", "expected"),
    [
        (["software-licence"], "not_met"),
        (["consultancy", "software-licence"], "met"),
        (["consultancy"], "met"),
    ],
)
def test_the_maturity_voucher_pays_advice_and_never_licences_alone(expenses, expected):
    project = {"kind": "advice", "expenses": expenses}

    assert verdict("be-wal-cheque-maturite-numerique", "advice-only", {}, project) == expected


@pytest.mark.parametrize(
    ("fte", "turnover", "balance", "expected"),
    [
        (249, 60_000_000, 43_000_000, "met"),
        (249, 60_000_000, 44_000_000, "not_met"),
        (249, 60_000_000, None, "to_check"),
        (250, 1_000_000, 1_000_000, "not_met"),
    ],
)
def test_an_sme_is_under_250_people_and_under_one_of_two_ceilings(fte, turnover, balance, expected):
    enterprise = {"fte": fte, "turnover": turnover, "balance_sheet_total": balance}

    assert verdict("be-wal-cheque-maturite-numerique", "size", enterprise) == expected


def test_the_training_voucher_takes_exactly_250_workers():
    small = {"fte": 250, "turnover": 1_000_000}

    assert verdict("be-wal-cheque-formation", "size", small) == "met"


def test_three_different_places_are_three_different_tests():
    """Registered office in Brussels, main site in Wallonia, one site in Flanders."""
    spread = {
        "registered_office_region": "BE-BRU",
        "region": "BE-WAL",
        "establishment_regions": ["BE-WAL", "BE-VLG"],
    }

    assert verdict("be-bru-innoviris-proof-of-business", "place", spread) == "met"
    assert verdict("be-wal-cheque-maturite-numerique", "place", spread) == "met"
    assert verdict("be-vlg-kmo-portefeuille", "place", spread) == "met"
    assert verdict("be-bru-prime-consultance", "place", spread) == "not_met"


def test_the_training_voucher_stops_at_the_german_speaking_community():
    eupen, namur = {"municipality": "Eupen"}, {"municipality": "Namur"}

    assert verdict("be-wal-cheque-formation", "not-german-speaking", eupen) == "not_met"
    assert verdict("be-wal-cheque-formation", "not-german-speaking", namur) == "met"


@pytest.mark.parametrize(
    ("enterprise", "expected"),
    [
        ({"legal_form": "be-asbl", "fte": 12, "joint_committee": "329.02"}, "met"),
        ({"legal_form": "be-asbl", "fte": 12, "joint_committee": "318.01"}, "not_met"),
        ({"legal_form": "be-asbl", "fte": 0}, "not_met"),
        ({"legal_form": "be-sc-es", "fte": 18}, "not_met"),
        ({"legal_form": "be-asbl", "fte": 12}, "to_check"),
    ],
)
def test_fonds_4s_is_for_employers_of_its_joint_committees(enterprise, expected):
    assert verdict("be-fonds-4s", "joint-committee", enterprise) == expected


def test_flemish_advice_is_paid_on_cybersecurity_only():
    advice = {"kind": "advice", "topic": "it-strategy"}

    assert verdict("be-vlg-kmo-portefeuille", "cybersecurity-advice", {}, advice) == "not_met"
    cyber = {"kind": "advice", "topic": "cybersecurity"}
    assert verdict("be-vlg-kmo-portefeuille", "cybersecurity-advice", {}, cyber) == "met"


def test_a_nonprofit_needs_economic_activity_where_a_company_does_not():
    asbl = {"legal_form": "be-asbl", "economic_activity": False}

    assert verdict("be-vlg-winwinlening", "economic-activity", asbl) == "not_met"
    assert verdict("be-vlg-winwinlening", "economic-activity", {"legal_form": "be-sc"}) == "met"


def test_a_federation_is_refused_where_the_source_says_so():
    federation = {"is_federation": True}

    assert verdict("be-frb-venture-philanthropy", "not-a-federation", federation) == "not_met"


def test_forms_the_sources_do_not_list_are_to_check_whoever_asks():
    for form in ("be-asbl", "be-sc", "be-srl"):
        assert verdict("be-wal-we-garantie", "legal-form", {"legal_form": form}) == "to_check"


def test_a_yearly_call_that_is_over_is_a_next_edition_and_an_ended_scheme_is_closed():
    assert availability(read("be-loterie-nationale-appels"), ON) == "next_edition"
    assert availability(read("be-wal-bourse-economie-sociale"), ON) == "next_edition"
    assert availability(read("be-wal-cheque-relance-numerique"), ON) == "closed"


def test_a_call_with_a_last_day_to_come_is_not_over():
    programme = read("be-deduction-120-facturation-electronique")

    assert availability(programme, dt.date(2027, 12, 31)) == "to_verify"
    assert availability(programme, dt.date(2028, 1, 1)) == "closed"
