"""Settings of all tests, and the one browser and the one PostgreSQL they share."""

from collections.abc import Iterator

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from tools.find_browser import find
from tools.postgres import Postgres

# A slow machine is no bug: what is timed is measured by `make bench`.
settings.register_profile("jalon", deadline=None)
settings.load_profile("jalon")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests. A missing one is a failure, never a skipped test."""
    path = find()
    if path is None:
        pytest.fail("These tests need a browser: install chromium, or set JALON_BROWSER to one.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """One server for all tests of a worker. A missing one is a failure, never a skipped test."""
    server = Postgres()
    try:
        server.start()
        yield server
    finally:
        server.remove()
