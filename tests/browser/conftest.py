"""One browser and one server for all these tests; each visitor has a browser profile of its own.

A missing browser is a failure, never a skipped test.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.pages import Visitor
from tests.browser.server import Server
from tools.find_browser import find

NewVisitor = Callable[..., Visitor]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = find()
    if path is None:
        pytest.fail("These tests need a browser: install chromium, or set JALON_BROWSER to one.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Shared by the tests that leave it alone."""
    yield from _running(Server(tmp_path_factory.mktemp("served")))


@pytest.fixture
def own_server(tmp_path: Path) -> Iterator[Server]:
    """For a test that kills it."""
    yield from _running(Server(tmp_path))


@pytest.fixture
def new_visitor(browser: Browser) -> Iterator[NewVisitor]:
    """Makes visitors: `new_visitor(server, "fr", width=1280)`, each as on another device."""
    visitors: list[Visitor] = []

    def make(server: Server, language: str = "fr", width: int = 1280) -> Visitor:
        context = browser.new_context(
            locale={"fr": "fr-BE", "en": "en-GB"}[language],
            timezone_id="Europe/Brussels",
            viewport={"width": width, "height": 900},
        )
        visitors.append(Visitor(context, server.url, language))
        return visitors[-1]

    yield make
    for visitor in visitors:
        visitor.context.close()


def _running(server: Server) -> Iterator[Server]:
    server.start()
    try:
        yield server
    finally:
        server.kill()
