"""The screens beside the main journey: nothing axe can find, nothing wider than the window."""

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.conftest import NewVisitor
from tests.browser.server import Server
from tests.browser.world import to_read

TOO_WIDE = "document.querySelector('[data-testid=stMain]').scrollWidth > window.innerWidth"


@pytest.mark.parametrize(("language", "width"), [("fr", 390), ("de", 390), ("nl", 1280)])
def test_every_screen_can_be_read_by_everyone(
    server: Server, new_visitor: NewVisitor, language: str, width: int
) -> None:
    visitor = new_visitor(server, language, width)
    at_fault = {}
    for screen, parameters in to_read(server, visitor.context):
        visitor.goes_to(screen, lang=language, **parameters)
        expect(visitor.page.get_by_role("heading", level=1).first).to_be_visible()
        visitor.page.wait_for_load_state("networkidle")
        found = violations(visitor.page)
        if visitor.language_of_the_page() != language:
            found.append(f"<html lang> is not {language}")
        if visitor.page.evaluate(TOO_WIDE):
            found.append("wider than the window")
        if found:
            at_fault[f"{screen} {parameters}"] = found
    assert at_fault == {}
