"""Few answers, or none known: the pages stay useful and invent nothing."""

import re

from reports.words import words
from tests.browser.conftest import NewVisitor
from tests.browser.pages import Breather, Visitor, answers_dimension
from tests.browser.server import Server
from tests.browser.world import all_unknown, given_assessment, mixed_answers

INVENTED = re.compile(r"\b(nan|none|null|undefined|inf)\b", re.IGNORECASE)
SCORE = re.compile(r"\d+(?:[.,]\d+)?\s*(?:/|sur|out of|of)\s*100\b")


def no_word_of_a_machine(visitor: Visitor) -> None:
    found = INVENTED.search(visitor.text())
    assert found is None, f"{visitor.page.url}: {found}"


def test_one_who_stops_after_the_first_dimension_gets_a_usable_page(
    server: Server, new_visitor: NewVisitor
) -> None:
    visitor = new_visitor(server)
    visitor.starts()
    visitor.presses(visitor.t("profile.continue"))
    visitor.is_at("worry.title")
    visitor.presses(visitor.t("worry.continue"))
    done = answers_dimension(visitor, visitor.questionnaire.dimensions[0], mixed_answers())
    pause = Breather(visitor)
    pause.is_open(done)
    pause.stops()
    visitor.is_at("results.title")
    word = words("fr")
    visitor.sees(visitor.t("results.unfinished", count=done))
    visitor.sees(word("front.level"))
    visitor.sees(word("front.first_step"))
    visitor.sees(visitor.t("results.next"))
    no_word_of_a_machine(visitor)
    visitor.presses(visitor.t("results.go_on"))
    following = visitor.questionnaire.dimensions[1].questions[0]
    visitor.reads(following.text)


def test_one_who_knows_nothing_is_told_what_to_find_out_and_given_no_score(
    server: Server, new_visitor: NewVisitor
) -> None:
    visitor = new_visitor(server)
    given = all_unknown()
    made = given_assessment(server, visitor.context, given)
    visitor.goes_to("results", a=made)
    visitor.is_at("results.title")
    visitor.sees(words("fr")("front.no_level"))
    # The leader's view is an opinion: there is nothing to find out about it.
    visitor.sees(visitor.t("results.unknown", count=len(given) - 1))
    visitor.sees(visitor.t("results.next"))
    visitor.opens_all_folds()
    for level in visitor.questionnaire.levels:
        assert level.meaning not in visitor.text()
    for screen, title, last in (
        ("results", "results.title", "results.next"),
        ("why", "why.title", "results.change"),
        ("roadmap", "plan.title", "plan.report"),
        ("report", "report.title", "report.answers"),
    ):
        visitor.goes_to(screen, a=made)
        visitor.is_at(title)
        visitor.sees(visitor.t(last))
        visitor.opens_all_folds()
        no_word_of_a_machine(visitor)
        # Published figures about others, on the results and in the report, may be out of 100.
        if screen not in ("results", "report"):
            assert SCORE.search(visitor.text()) is None, screen
