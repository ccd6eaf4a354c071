"""The plan: the first one at once, the better one in its place; putting off; what if."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser import fit
from tests.browser.axe import violations
from tests.browser.conftest import NewVisitor
from tests.browser.pages import Visitor
from tests.browser.server import Server
from tests.browser.world import given_assessment, mixed_answers

SOLVED_MS = 60_000
CARDS = "[class*='st-key-project-']"


def on_the_plan(server: Server, visitor: Visitor, **answers: str) -> str:
    made = given_assessment(server, visitor.context, mixed_answers() | answers)
    visitor.goes_to("roadmap", a=made)
    visitor.is_at("plan.title")
    return made


def test_the_first_plan_is_there_at_once_and_the_better_one_takes_its_place(
    server: Server, new_visitor: NewVisitor
) -> None:
    visitor = new_visitor(server, "fr", 390)
    on_the_plan(server, visitor, **{"enter-once": "unknown"})
    status = visitor.page.get_by_role("status")
    expect(status.filter(has_text=visitor.t("plan.looking"))).to_be_visible()
    expect(visitor.page.locator(CARDS).first).to_be_visible()
    # Someone is typing when it comes: the focus and the place on the page stay.
    hours = visitor.page.get_by_role("spinbutton", name=visitor.t("plan.hours"))
    hours.focus()
    scrolled = visitor.page.evaluate("document.querySelector('[data-testid=stMain]').scrollTop")
    expect(status.filter(has_text=visitor.t("plan.looking"))).to_have_count(0, timeout=SOLVED_MS)
    expect(status.filter(has_text=re.compile("ordre"))).to_be_visible()
    expect(hours).to_be_focused()
    after = visitor.page.evaluate("document.querySelector('[data-testid=stMain]').scrollTop")
    assert after == pytest.approx(scrolled, abs=80)
    visitor.sees(visitor.t("plan.curious"))
    assert violations(visitor.page) == []


def test_a_project_is_put_off_and_taken_back(server: Server, new_visitor: NewVisitor) -> None:
    visitor = new_visitor(server, "fr", 390)
    on_the_plan(server, visitor)
    put_off = visitor.page.get_by_role("button", name=re.compile("^Mettre plus tard –")).first
    put_off.click()
    later = visitor.page.get_by_role("button", name=re.compile("^Six mois plus tard"))
    expect(later).to_be_visible()
    assert violations(visitor.page) == []
    assert fit.cut(visitor.page) == []
    later.click()
    visitor.sees(visitor.t("plan.decided"))
    back = visitor.page.get_by_role("button", name=re.compile("^Ne plus reporter"))
    back.first.click()
    expect(visitor.page.get_by_text(visitor.t("plan.decided"))).to_have_count(0)


@pytest.mark.parametrize("width", [390, 1280])
def test_what_if_shows_before_and_after(
    server: Server, new_visitor: NewVisitor, width: int
) -> None:
    visitor = new_visitor(server, "fr", width)
    on_the_plan(server, visitor)
    visitor.follows(visitor.t("plan.what_if"))
    visitor.is_at("what_if.title")
    visitor.sees(visitor.t("what_if.nothing"))
    question = visitor.questionnaire.question("enter-once")
    box = visitor.page.get_by_role("combobox", name=visitor.t("what_if.question"))
    box.click()
    box.press_sequentially(question.short)
    visitor.page.get_by_role("option", name=re.compile(re.escape(question.short))).click()
    best = question.options[-1].text
    visitor.page.locator("label").filter(has_text=best).click()
    visitor.sees(visitor.t("what_if.plan"))
    visitor.sees(visitor.t("what_if.take_back", question=question.short))
    expect(visitor.page.get_by_role("status").first).to_have_text(re.compile("^Dans le plan"))
    expect(visitor.page.get_by_text(visitor.t("what_if.looking"))).to_have_count(
        0, timeout=SOLVED_MS
    )
    assert violations(visitor.page) == []
    assert fit.cut(visitor.page) == []
