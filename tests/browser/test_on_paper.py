"""A page sent to the printer: everything one reads, nothing one presses."""

import unicodedata

from reports.words import words
from tests.browser.conftest import NewVisitor
from tests.browser.pages import Visitor
from tests.browser.server import Server
from tests.browser.world import given_assessment, mixed_answers
from tests.reports.pdf_reading import solid, text_of


def printed(visitor: Visitor) -> str:
    """The words on the pages, without what only lays them out."""
    visitor.is_settled()
    # Chromium writes the letters f and i that touch as one sign.
    return solid(unicodedata.normalize("NFKC", text_of(visitor.page.pdf(format="A4"))))


def test_results_and_plan_are_whole_on_paper(server: Server, new_visitor: NewVisitor) -> None:
    visitor = new_visitor(server)
    t, word = visitor.t, words("fr")
    made = given_assessment(server, visitor.context, mixed_answers())
    visitor.goes_to("results", a=made)
    visitor.is_at("results.title")
    visitor.sees(t("results.next"))
    results = printed(visitor)
    assert solid(word("front.level")) in results
    # A fold that stayed closed is no part of what was read; one that was opened is.
    assert solid(word("result.table")) not in results
    visitor.opens_all_folds()
    results = printed(visitor)
    assert solid(word("result.table")) in results
    for pressed in ("results.keep", "frame.privacy", "frame.my_data", "frame.skip"):
        assert solid(t(pressed)) not in results, pressed
    visitor.goes_to("roadmap", a=made)
    visitor.is_at("plan.title")
    visitor.sees(t("plan.report"))
    plan = printed(visitor)
    titles = visitor.page.locator("[class*='st-key-project-'] h3").all_inner_texts()
    assert titles
    for expected in titles:
        assert solid(expected) in plan, expected
    for pressed in ("plan.report", "frame.back", "review.button"):
        assert solid(t(pressed)) not in plan, pressed


def test_the_sheet_of_a_project_is_whole_on_paper(server: Server, new_visitor: NewVisitor) -> None:
    visitor = new_visitor(server)
    made = given_assessment(server, visitor.context, mixed_answers())
    visitor.goes_to("project", a=made)
    visitor.sees(visitor.t("project.plan"))
    sheet = printed(visitor)
    for expected in (visitor.t("project.people"), words("fr")("help.call"), "https://"):
        assert solid(expected) in sheet, expected
    assert solid(visitor.t("frame.back")) not in sheet
