"""A project's sheet and its statement of needs on a phone: kept at once, and no rule broken."""

import re

from playwright.sync_api import Page, expect

from tests.browser import fit
from tests.browser.axe import violations
from tests.browser.conftest import NewVisitor
from tests.browser.pages import Visitor
from tests.browser.server import Server
from tests.browser.world import given_assessment, mixed_answers

SITE = "small-readable-site"
TOO_SMALL = """
[...document.querySelectorAll('main button, main a, [data-testid=stMain] button')].filter(e => {
  const r = e.getBoundingClientRect();
  return r.width && r.height < 43.5 && e.closest('[class*=st-key-taps-], [class*=st-key-open-]');
}).map(e => e.innerText)
"""


def clean(page: Page) -> None:
    assert violations(page) == []
    assert fit.cut(page) == []
    assert page.evaluate(TOO_SMALL) == []


def test_the_cards_are_short_and_lead_to_a_sheet_that_keeps_what_is_typed(
    server: Server, new_visitor: NewVisitor
) -> None:
    visitor = new_visitor(server, "fr", 390)
    visitor.goes_to("roadmap", a=given_assessment(server, visitor.context, mixed_answers()))
    visitor.is_at("plan.title")
    opens = visitor.page.get_by_role("link", name=re.compile("^Ouvrir la fiche –"))
    expect(opens.first).to_be_visible()
    refuse = visitor.page.get_by_role("button", name=re.compile("^Ne pas faire –"))
    expect(refuse.first).to_be_visible()
    clean(visitor.page)
    title = (opens.first.inner_text()).partition("– ")[2]
    # By its name: a better plan may come meanwhile and put another one first.
    the_sheet = visitor.page.get_by_role("link", name=f"Ouvrir la fiche – {title}", exact=True)
    the_sheet.click()
    visitor.reads(title)
    # Drawn to its end: what is tested is leaving a field, not a page that is still coming.
    visitor.is_settled()
    sponsor = visitor.page.get_by_role("textbox", name=visitor.t("project.sponsor"))
    sponsor.fill("Amina")
    # Leaving at once: the click comes while the field is being left.
    visitor.presses("← " + visitor.t("frame.back"))
    visitor.is_at("plan.title")
    the_sheet.click()
    visitor.reads(title)
    expect(sponsor).to_have_value("Amina")
    visitor.page.get_by_role("textbox", name=visitor.t("project.stand_in")).fill("Ana")
    visitor.follows(visitor.t("project.plan"))
    visitor.is_at("plan.title")
    the_sheet.click()
    relay = visitor.page.get_by_role("textbox", name=visitor.t("project.stand_in"))
    expect(relay).to_have_value("Ana")
    visitor.page.get_by_role("checkbox").last.focus()
    clean(visitor.page)


def test_a_need_is_written_moved_and_taken_away(server: Server, new_visitor: NewVisitor) -> None:
    visitor = new_visitor(server, "fr", 390)
    made = given_assessment(server, visitor.context, mixed_answers())
    visitor.goes_to("specification", a=made, p=SITE)
    visitor.is_at("specification.title")
    _adds(visitor, "Compatible avec Microsoft 365")
    visitor.sees("ressemble à un nom de produit")
    visitor.page.get_by_role("button", name=re.compile(r"^\+ Tout se lit")).click()
    expect(visitor.page.get_by_role("heading", name=re.compile("2 sur 7"))).to_be_visible()
    clean(visitor.page)
    visitor.page.get_by_role("button", name="Plus tard – Compatible avec Microsoft 365").click()
    expect(visitor.page.get_by_text("ressemble à un nom de produit")).to_have_count(0)
    visitor.is_settled()
    with visitor.page.expect_download() as download:
        visitor.presses(visitor.t("report.format.pdf"))
    assert download.value.path().read_bytes().startswith(b"%PDF")


def _adds(visitor: Visitor, text: str) -> None:
    visitor.page.get_by_role("textbox", name=visitor.t("specification.own_must")).fill(text)
    visitor.presses(visitor.t("specification.add"))
