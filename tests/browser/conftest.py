"""One server for all these tests; each visitor has a browser profile of its own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.pages import Visitor
from tests.browser.server import Server

NewVisitor = Callable[..., Visitor]


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
            locale={"en": "en-GB", "es": "es-ES"}.get(language, f"{language}-BE"),
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
