"""What readers give back, by keyboard alone and on a phone."""

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.conftest import NewVisitor
from tests.browser.server import Server
from tests.browser.world import given_assessment, mixed_answers


@pytest.mark.parametrize("width", [390, 1280])
def test_an_unclear_question_is_said_by_keyboard_with_a_word_more(
    server: Server, new_visitor: NewVisitor, width: int
) -> None:
    visitor = new_visitor(server, "fr", width)
    made = given_assessment(server, visitor.context, mixed_answers())
    visitor.goes_to("question", a=made, q="two-factor")
    button = visitor.page.get_by_role("button", name=visitor.t("unclear.button"), exact=True)
    expect(button).to_be_visible()
    visitor.tabs_to(button, 30)
    visitor.page.keyboard.press("Enter")
    visitor.sees(visitor.t("unclear.thanks"))
    assert violations(visitor.page) == []
    words = visitor.page.get_by_role("textbox", name=visitor.t("unclear.what"))
    visitor.tabs_to(words, 40)
    visitor.page.keyboard.type("le mot « facteur »")
    visitor.page.keyboard.press("Tab")
    visitor.page.keyboard.press("Enter")
    expect(words).to_have_count(0)
    visitor.sees(visitor.t("unclear.thanks"))


def test_a_review_on_a_phone_breaks_no_rule_and_is_thanked_for(
    server: Server, new_visitor: NewVisitor
) -> None:
    visitor = new_visitor(server, "fr", 390)
    visitor.goes_to("project", a=given_assessment(server, visitor.context, mixed_answers()))
    visitor.presses(visitor.t("review.button"))
    visitor.sees(visitor.t("review.verdict"))
    assert violations(visitor.page) == []
    form = visitor.page.get_by_test_id("stForm")
    form.locator("label").filter(has=visitor.page.get_by_role("radio")).first.click()
    form.get_by_text(visitor.t("review.helped"), exact=True).click()
    visitor.presses(visitor.t("voice.send"))
    visitor.sees(visitor.t("voice.thanks"))
