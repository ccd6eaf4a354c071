"""One server for all these tests; each visitor has a browser profile of its own."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.browser.pages import Visitor
from tests.browser.server import Server

NewVisitor = Callable[..., Visitor]
_HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A browser test that fails is tried once more, and the summary says so.

    A click may fall between two frames on a machine that is busy with something else. What is
    broken fails twice.
    """
    for item in items:
        if item.path.is_relative_to(_HERE):
            item.add_marker(pytest.mark.flaky(reruns=1))


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
    with ExitStack() as opened:

        def make(server: Server, language: str = "fr", width: int = 1280, zoom: int = 1) -> Visitor:
            context = opened.enter_context(new_context(browser, language, width, zoom))
            return Visitor(context, server.url, language)

        yield make


@contextmanager
def new_context(
    browser: Browser, language: str, width: int, zoom: int = 1
) -> Iterator[BrowserContext]:
    """A device of its own. With a `zoom` of 4, a window of 1280 by 1024 shown at 400 %."""
    size = (
        {"width": width, "height": 900} if zoom == 1 else {"width": width, "height": 1024 // zoom}
    )
    context = browser.new_context(
        locale={"en": "en-GB", "es": "es-ES"}.get(language, f"{language}-BE"),
        timezone_id="Europe/Brussels",
        viewport=size,
        device_scale_factor=zoom,
    )
    yield context
    context.close()


def _running(server: Server) -> Iterator[Server]:
    server.start()
    try:
        yield server
    finally:
        server.kill()
