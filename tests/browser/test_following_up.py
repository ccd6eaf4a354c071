"""T0 finished, two actions done, T1 in which only what changed is asked, then what they brought."""

from playwright.sync_api import expect

from recommendations.library import read_actions
from reports.words import words
from tests.browser import fit
from tests.browser.axe import violations
from tests.browser.conftest import NewVisitor
from tests.browser.pages import Asking, Visitor
from tests.browser.server import Server
from tests.browser.world import given_assessment, mixed_answers, saved_answers

DONE = {
    "one-page-plan": ("digital-priorities", "written"),
    "papers-early-to-members": ("members-online", "papers-and-part"),
}
"""Actions to what their question is raised to."""

TITLES = {action.id: action.title for action in read_actions("fr")}


def clean(visitor: Visitor) -> None:
    assert violations(visitor.page) == []
    assert fit.cut(visitor.page) == []


def test_the_comparison_names_the_actions_that_moved_the_result(
    server: Server, new_visitor: NewVisitor
) -> None:
    visitor = new_visitor(server, "fr", 390)
    first = given_assessment(server, visitor.context, mixed_answers())
    for action in DONE:
        _is_done(visitor, first, action)
    second = _begins_the_next(visitor, first)

    asked = _says_what_changed(visitor)
    assert sorted(asked) == sorted(question for question, _ in DONE.values())

    visitor.is_at("then_and_now.title")
    visitor.sees(words("fr")("since.heading"))
    told = visitor.text()
    for action, (question, _) in DONE.items():
        assert TITLES[action] in told
        assert visitor.questionnaire.question(question).short in told
    assert "sur l’ensemble" in told
    clean(visitor)
    raised = dict(DONE.values())
    assert saved_answers(server, second) == {**mixed_answers(), **raised}
    assert saved_answers(server, first) == mixed_answers()


def _is_done(visitor: Visitor, assessment: str, action: str) -> None:
    """Says on the project's sheet that it is done."""
    visitor.goes_to("project", a=assessment, p=action)
    visitor.reads(TITLES[action])
    visitor.is_settled()
    visitor.page.locator(".st-key-pills-state label").filter(has_text="Fait").click()
    visitor.sees(visitor.t("project.evidence"))
    visitor.is_settled()
    visitor.page.get_by_role("textbox", name=visitor.t("project.proof")).fill("PV du 12 mars")
    visitor.follows(visitor.t("project.to_again"))
    visitor.is_at("follow_up.title")
    visitor.sees("PV du 12 mars")


def _begins_the_next(visitor: Visitor, first: str) -> str:
    """From the follow-up of T0 to the first page of T1; its id."""
    clean(visitor)
    visitor.presses(visitor.t("follow_up.start", stage="T1"))
    visitor.is_at("again.done_title")
    for action in DONE:
        visitor.sees(TITLES[action])
    clean(visitor)
    second = visitor.parameter("a")
    assert second is not None
    assert second != first
    return second


def _says_what_changed(visitor: Visitor) -> list[str]:
    """Both questions answered anew, everything else still true; which questions were asked."""
    asked = []
    visitor.presses(visitor.t("again.continue"))
    for question, value in DONE.values():
        asking = Asking(visitor, question)
        asking.is_open()
        visitor.sees("Votre réponse du")
        asking.answers(value)
        clean(visitor)
        asked.append(visitor.parameter("q") or "")
        asking.goes_on()
    for dimension in visitor.questionnaire.dimensions:
        visitor.reads(dimension.title)
        expect(
            visitor.page.get_by_role("button", name=visitor.t("again.all_still"))
        ).to_be_visible()
        visitor.presses(visitor.t("again.all_still"))
    return asked
