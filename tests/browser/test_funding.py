"""An aid on a phone: a question answered under its card changes its three words, there and then."""

from playwright.sync_api import expect

from tests.browser import fit
from tests.browser.axe import violations
from tests.browser.conftest import NewVisitor
from tests.browser.server import Server
from tests.browser.world import given_assessment, given_profile, mixed_answers

WALLOON = {"region": "BE-WAL", "country": "BE", "legal_form": "be-sc-es", "fte": "12"}
AID = "be-wal-prime-investissement-pme"


def test_a_question_answered_under_an_aid_changes_its_verdict(
    server: Server, new_visitor: NewVisitor
) -> None:
    visitor = new_visitor(server, "fr", 390)
    made = given_assessment(server, visitor.context, mixed_answers())
    given_profile(server, made, WALLOON)
    visitor.goes_to("funding", a=made, f=AID)
    visitor.is_at("aid.title")
    card = visitor.page.locator(f".st-key-aid-all-{AID}")
    expect(card.get_by_text("à vérifier auprès du financeur").first).to_be_visible()
    card.get_by_text(visitor.t("aid.answer")).click()
    started = card.locator("[class*='project-started']")
    started.get_by_text("Oui", exact=True).click()

    expect(started.get_by_role("status")).to_contain_text(visitor.t("answer.kept"))
    expect(card.locator(".jalon-verdict")).to_contain_text("pas pour vous")
    expect(card.locator(".jalon-was")).to_be_visible()
    assert fit.cut(visitor.page) == []
    assert violations(visitor.page) == []
    # The way back is where the answer was given.
    started.get_by_text(visitor.t("answer.unknown"), exact=True).click()
    expect(card.locator(".jalon-verdict")).to_contain_text("à vérifier auprès du financeur")
