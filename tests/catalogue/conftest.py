"""The real catalogue, indexed once."""

import pytest

from catalogue.entries import (
    Entry,
    entries_from_cases,
    entries_from_networks,
    entries_from_resources,
)
from catalogue.library import read_cases, read_networks, read_resources
from catalogue.search import Index
from catalogue.thesaurus import read_thesaurus
from content.languages import LANGUAGES
from tests.catalogue.builders import contains


@pytest.fixture(scope="session")
def entries() -> tuple[Entry, ...]:
    return (
        *entries_from_resources({code: read_resources(code) for code in LANGUAGES}),
        *entries_from_cases({code: read_cases(code) for code in LANGUAGES}),
        *entries_from_networks({code: read_networks(code) for code in LANGUAGES}),
    )


@pytest.fixture(scope="session")
def index(entries: tuple[Entry, ...]) -> Index:
    return Index(entries, {code: read_thesaurus(code) for code in LANGUAGES}, contains)
