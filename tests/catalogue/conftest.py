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
from tests.catalogue.builders import contains


@pytest.fixture(scope="session")
def entries() -> tuple[Entry, ...]:
    return (
        *entries_from_resources(read_resources("fr"), read_resources("en")),
        *entries_from_cases(read_cases("fr"), read_cases("en")),
        *entries_from_networks(read_networks("fr"), read_networks("en")),
    )


@pytest.fixture(scope="session")
def index(entries: tuple[Entry, ...]) -> Index:
    return Index(entries, {code: read_thesaurus(code) for code in ("fr", "en")}, contains)
