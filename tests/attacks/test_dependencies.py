"""What we ship is locked by hash, told in one list, and may go out under the EUPL 1.2."""

import json
import re

import pytest

from tools.sbom import LOCK, Pinned, licence_of, pinned, sbom

TEXT = LOCK.read_text("utf-8")
PACKAGES = tuple(pinned(TEXT))

FREELY = {
    "MIT", "MIT-0", "MIT-CMU", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "Apache-2.0", "ISC", "Zlib",
    "CC0-1.0", "PSF-2.0",
}  # fmt: skip
"""Ask for no more than their own notice beside what uses them."""

EXCEPTIONS = {
    "psycopg": "LGPL-3.0-only: a library, used unchanged, which anyone may replace",
    "psycopg-binary": "LGPL-3.0-only: the same",
    "pikepdf": "MPL-2.0: asks for the source of its own files alone, which are unchanged",
    "certifi": "MPL-2.0: the same",
    "pyphen": "GPL, LGPL 2.1 or MPL 1.1 at our choice: taken under the LGPL, used unchanged",
}
"""Copyleft that stays with the package itself; each is listed in the appendix of the EUPL 1.2 or
asks nothing of the work that uses it."""


def terms(expression: str) -> set[str]:
    """The licences that all hold; of a choice, those of its freest part."""
    ways = [set(re.findall(r"[\w.-]+", way)) - {"AND", "WITH"} for way in expression.split(" OR ")]
    return min(ways, key=lambda way: len(way - FREELY))


def test_the_lock_is_read_whole() -> None:
    assert len(PACKAGES) == len(re.findall(r"^[a-zA-Z0-9][^\s]*==", TEXT, re.MULTILINE))
    assert {"streamlit", "typst", "sqlalchemy"} <= {one.name for one in PACKAGES}


@pytest.mark.parametrize("one", PACKAGES, ids=lambda one: one.name)
def test_each_package_is_held_by_hash_and_has_a_licence_that_fits(one: Pinned) -> None:
    assert one.hashes
    licence = licence_of(one.name)
    assert licence is not None, f"{one.name}: nothing states its licence"
    assert terms(licence) <= FREELY or one.name in EXCEPTIONS, f"{one.name}: {licence}"


def test_the_exceptions_are_still_needed() -> None:
    copyleft = {one.name for one in PACKAGES if not terms(licence_of(one.name) or "?") <= FREELY}
    assert copyleft == set(EXCEPTIONS)


def test_the_list_of_components_tells_all_and_is_the_same_twice() -> None:
    made = sbom(TEXT, "0.1.0")

    assert (made["bomFormat"], made["specVersion"]) == ("CycloneDX", "1.6")
    assert [one["name"] for one in made["components"]] == [one.name for one in PACKAGES]
    for one in made["components"]:
        assert one["licenses"]
        assert one["purl"] == f"pkg:pypi/{one['name']}@{one['version']}"
        assert all(len(file["hashes"][0]["content"]) == 64 for file in one["externalReferences"])
    assert json.dumps(made) == json.dumps(sbom(TEXT, "0.1.0"))
