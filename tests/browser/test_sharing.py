"""An owner lets somebody read, and takes it back; each at a browser of their own."""

import re

from playwright.sync_api import expect

from tests.browser.conftest import NewVisitor
from tests.browser.pages import Visitor
from tests.browser.server import Server
from tests.browser.world import given_assessment, mixed_answers, saved_answers

QUESTION, ANSWER = "digital-budget", "purchases-planned"
BOARD = "Le conseil d’administration"


def makes_a_link(owner: Visitor, assessment_id: str, role: str) -> str:
    """The link shown once on the "share" screen."""
    owner.goes_to("keep", a=assessment_id)
    owner.is_at("keep.title")
    owner.follows(owner.t("share.title"))
    owner.is_at("share.title")
    owner.page.get_by_text(owner.t(f"share.as_{role}"), exact=True).click()
    box = owner.page.get_by_role("textbox", name=owner.t("share.who"))
    box.fill(BOARD)
    box.press("Tab")
    owner.presses(owner.t("share.make"))
    owner.sees(owner.t("share.once"))
    return owner.page.get_by_test_id("stCode").inner_text().strip()


def test_a_reader_reads_changes_nothing_and_is_out_when_the_link_is_withdrawn(
    server: Server, new_visitor: NewVisitor
) -> None:
    owner, reader = new_visitor(server), new_visitor(server, width=390)
    made = given_assessment(server, owner.context, mixed_answers() | {QUESTION: ANSWER})
    before = saved_answers(server, made)
    link = makes_a_link(owner, made, "reader")
    assert link.startswith(f"{server.url}/open?key=")

    reader.page.goto(link)
    reader.is_at("landing.promise")
    reader.sees(reader.t("landing.as_reader"))
    assert "key=" not in reader.page.url
    reader.goes_to("results", a=made)
    reader.is_at("results.title")
    reader.goes_to("question", a=made, q=QUESTION)
    reader.reads(reader.questionnaire.question(QUESTION).text)
    reader.sees(reader.t("guest.reads"))
    reader.sees(reader.questionnaire.question(QUESTION).option(ANSWER).text)
    reader.is_settled()
    expect(reader.page.get_by_role("radio")).to_have_count(0)
    reader.goes_to("share", a=made)
    reader.sees(reader.t("guest.hers"))
    reader.is_settled()
    assert reader.t("trail.title") not in reader.text()
    assert saved_answers(server, made) == before

    owner.page.reload()
    owner.is_at("share.title")
    owner.sees(BOARD)
    owner.is_settled()
    expect(owner.page.get_by_test_id("stCode")).to_have_count(0)
    lines = owner.page.get_by_role("listitem").filter(has_text=BOARD)
    expect(lines.filter(has_text=owner.t("trail.read_assessment"))).to_have_count(1)
    expect(lines.filter(has_text=owner.t("trail.share_assessment"))).to_have_count(1)
    owner.page.get_by_role("button", name=re.compile(f"^{owner.t('share.end')}")).click()
    owner.sees(owner.t("share.ended", count=1))

    reader.page.reload()
    reader.is_at("closed.title")
    reader.goes_to("results", a=made)
    reader.is_at("closed.title")
    reader.page.goto(link)
    reader.is_at("resume.title")
    reader.sees(reader.t("resume.refused_1"))
    owner.goes_to("results", a=made)
    owner.is_at("results.title")
