"""Every screen: nothing axe can find, on a phone and a desk, by day and by night, and enlarged."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser

from tests.browser import fit
from tests.browser.axe import colour_violations, violations
from tests.browser.conftest import new_context
from tests.browser.pages import Visitor
from tests.browser.screens import Filled, addresses, filled
from tests.browser.server import Server
from ui.navigation import SCREENS

# The longest words: what fits in German fits in the other languages.
LANGUAGE = "de"
DESK, PHONE = 1280, 390
AT_200_PERCENT, AT_400_PERCENT = 640, 320


@dataclass(frozen=True)
class Reader:
    """One tab for all screens, and what it may open."""

    visitor: Visitor
    may_open: Filled


@pytest.fixture(scope="module")
def reader(server: Server, browser: Browser) -> Iterator[Reader]:
    with new_context(browser, LANGUAGE, DESK) as context:
        may_open = filled(server, context)
        yield Reader(Visitor(context, server.url, LANGUAGE), may_open)


@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_can_be_read_by_everyone(reader: Reader, screen: str) -> None:
    at_fault = {}
    for address, parameters in addresses(screen, reader.may_open):
        reader.visitor.goes_to(address, **parameters)
        reader.visitor.is_settled()
        assert reader.visitor.t("closed.title") not in reader.visitor.text()
        reader.visitor.opens_all_folds()
        found = {name: lines for name, lines in _looked_at(reader.visitor).items() if lines}
        if found:
            at_fault[f"{address} {parameters}"] = found
    assert at_fault == {}


def _looked_at(visitor: Visitor) -> dict[str, list[str]]:
    """The same page under every condition: it is loaded once."""
    page, found = visitor.page, {}
    found["language"] = [] if visitor.language_of_the_page() == LANGUAGE else ["<html lang>"]
    _widens(visitor, DESK)
    found["desk"] = violations(page) + fit.cut(page)
    _widens(visitor, PHONE)
    found["phone"] = violations(page) + fit.cut(page) + fit.too_small(page)
    page.emulate_media(color_scheme="dark")
    found["dark"] = colour_violations(page)
    page.emulate_media(color_scheme="light")
    found["spaced"] = fit.cut_when_spaced(page)
    for width in (AT_200_PERCENT, AT_400_PERCENT):
        _widens(visitor, width)
        found[f"{width} pixels wide"] = fit.cut(page)
    _widens(visitor, DESK)
    return found


def _widens(visitor: Visitor, width: int) -> None:
    visitor.page.set_viewport_size({"width": width, "height": 900})
    # Two frames: what is drawn by a script follows the window.
    visitor.page.evaluate(
        "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
    )
