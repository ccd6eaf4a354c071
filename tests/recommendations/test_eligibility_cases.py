"""Worked eligibility cases, written from the funders' pages: an adviser can correct them.

Each file of tests/cases/eligibility holds cases on one programme; only the keys a case gives are
compared.
"""

from functools import cache
from pathlib import Path

import pytest
import yaml

from assessment.places import contains
from assessment.profile_reading import read_profile
from content.loader import load
from recommendations.eligibility import match
from recommendations.facts import facts
from recommendations.programme import Programme
from recommendations.words import read_words

TESTS = Path(__file__).parents[1]
PROGRAMMES = TESTS.parent / "recommendations" / "programmes"
FILES = sorted((TESTS / "cases" / "eligibility").glob("*.yaml"))
READ = [yaml.safe_load(path.read_text("utf-8")) for path in FILES]


def day(file):
    """The date of a file's cases. YAML takes a bare 'on' for true."""
    return file["on"] if "on" in file else file[True]


CASES = [
    pytest.param(file["programme"], day(file), case, id=f"{file['programme']}: {case['name']}")
    for file in READ
    for case in file["cases"]
]
KEYS = {
    "name", "profile", "verdict", "availability", "because", "asks", "amount", "stacking",
}  # fmt: skip


@cache
def read(programme_id):
    return load(PROGRAMMES / f"{programme_id}.yaml", Programme, "en")


def money(amount):
    """What a case writes: {min, max, currency}, or null when it was not seen."""
    return amount and {"min": amount.min, "max": amount.max, "currency": amount.currency}


def _as_set(key, value):
    """The order of reasons and of questions is not what a case is about."""
    return set(value) if key in ("because", "asks") else value


@pytest.mark.parametrize(("programme_id", "on", "case"), CASES)
def test_a_worked_case_is_read_as_the_source_says(programme_id, on, case):
    profile = read_profile(case["profile"])
    found = match(read(programme_id), facts(profile, on, contains), on, read_words("en"))
    said = {
        "verdict": found.verdict,
        "availability": found.availability,
        "because": {c.criterion for c in found.criteria if c.verdict == "not_met"},
        "asks": {question.field for question in found.questions},
        "amount": money(found.amount),
        "stacking": found.stacking,
    }

    expected = {key: _as_set(key, case[key]) for key in said.keys() & case.keys()}
    assert {key: said[key] for key in expected} == expected


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_of_cases_is_named_after_its_programme_and_dates_what_was_read(path):
    file = READ[FILES.index(path)]

    assert file["programme"] == path.stem
    assert file["source"].startswith(read(path.stem).source.url)
    assert all(case.keys() <= KEYS for case in file["cases"])
    assert {"to_check", "not_met"} <= {case["verdict"] for case in file["cases"]}
