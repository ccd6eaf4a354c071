"""Without a mouse."""

from playwright.sync_api import expect

from tests.browser.conftest import NewVisitor
from tests.browser.pages import Asking
from tests.browser.server import Server
from tests.browser.world import given_assessment, saved_answers

FIRST, SECOND = "digital-priorities", "digital-budget"
_MOST_STOPS = 12


def test_a_question_is_answered_with_tab_arrows_and_enter(
    server: Server, new_visitor: NewVisitor
) -> None:
    visitor = new_visitor(server)
    made = given_assessment(server, visitor.context)
    visitor.goes_to("question", a=made, q=FIRST)
    asking = Asking(visitor, FIRST)
    asking.is_open()
    keyboard = visitor.page.keyboard
    visitor.tabs_to(asking.option("none"), _MOST_STOPS)
    keyboard.press("Space")
    asking.says_saved()
    keyboard.press("ArrowDown")
    keyboard.press("ArrowDown")
    expect(asking.option("written")).to_be_checked()
    expect(asking.option("written")).to_be_focused()
    visitor.waits_until(lambda: saved_answers(server, made) == {FIRST: "written"})
    go_on = visitor.page.get_by_role("button", name=visitor.t("question.continue"))
    visitor.tabs_to(go_on, _MOST_STOPS)
    keyboard.press("Enter")
    Asking(visitor, SECOND).is_open()


def test_a_new_screen_puts_the_focus_on_its_heading(
    server: Server, new_visitor: NewVisitor
) -> None:
    visitor = new_visitor(server)
    made = given_assessment(server, visitor.context, {FIRST: "written"})
    visitor.goes_to("question", a=made, q=FIRST)
    asking = Asking(visitor, FIRST)
    asking.is_open()
    asking.goes_on()
    following = Asking(visitor, SECOND)
    following.is_open()
    expect(visitor.page.get_by_role("heading", level=1)).to_be_focused()
