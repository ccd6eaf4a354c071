"""What the screen says is saved is saved: killed servers, open pages, several visitors."""

from playwright.sync_api import expect

from tests.browser.conftest import NewVisitor
from tests.browser.pages import Asking, Visitor
from tests.browser.server import Server
from tests.browser.world import given_assessment, mixed_answers, saved_answers

FIRST, SECOND = "digital-priorities", "digital-budget"


def opens_question(visitor: Visitor, assessment_id: str, question_id: str) -> Asking:
    visitor.goes_to("question", a=assessment_id, q=question_id)
    asking = Asking(visitor, question_id)
    asking.is_open()
    return asking


def test_an_answer_said_to_be_saved_survives_a_server_killed_at_once(
    own_server: Server, new_visitor: NewVisitor
) -> None:
    visitor = new_visitor(own_server)
    made = given_assessment(own_server, visitor.context)
    asking = opens_question(visitor, made, FIRST)
    asking.answers("written")
    own_server.kill()
    own_server.start()
    visitor.page.reload()
    asking.is_open()
    expect(asking.option("written")).to_be_checked()
    assert saved_answers(own_server, made) == {FIRST: "written"}


def test_the_first_click_after_a_restart_is_saved_with_the_page_left_open(
    own_server: Server, new_visitor: NewVisitor
) -> None:
    visitor = new_visitor(own_server)
    made = given_assessment(own_server, visitor.context)
    asking = opens_question(visitor, made, FIRST)
    asking.answers("none")
    for value in ("written", "talked-about", "written-reviewed"):
        own_server.kill()
        own_server.start()
        # At once: the page is still coming back, and the new process knows nothing of it.
        asking.chooses(value)
        visitor.waits_until(lambda value=value: saved_answers(own_server, made) == {FIRST: value})
    asking.goes_on()
    Asking(visitor, SECOND).answers("when-it-breaks")
    assert saved_answers(own_server, made) == {
        FIRST: "written-reviewed",
        SECOND: "when-it-breaks",
    }


def test_two_visitors_answering_at_once_lose_nothing(
    server: Server, new_visitor: NewVisitor
) -> None:
    visitors = [new_visitor(server), new_visitor(server)]
    made = [given_assessment(server, visitor.context) for visitor in visitors]
    pages = [opens_question(v, a, FIRST) for v, a in zip(visitors, made, strict=True)]
    questions = visitors[0].questionnaire.dimensions[0].questions
    expected: list[dict[str, str]] = [{}, {}]
    for question in questions:
        pages = [Asking(visitor, question.id) for visitor in visitors]
        for position, asking in enumerate(pages):
            asking.is_open()
            value = question.options[position + 1].id
            asking.chooses(value)
            expected[position][question.id] = value
        for asking in pages:
            asking.says_saved()
            asking.goes_on()
    assert [saved_answers(server, one) for one in made] == expected


def test_a_visitor_never_sees_the_assessment_of_another_device(
    server: Server, new_visitor: NewVisitor
) -> None:
    owner, stranger = new_visitor(server), new_visitor(server)
    made = given_assessment(server, owner.context, mixed_answers())
    owner.goes_to("check", a=made)
    owner.is_at("check.title")
    for screen in ("check", "results", "question", "report", "keep", "my-data", "why", "roadmap"):
        stranger.goes_to(screen, a=made)
        stranger.is_at("closed.title")
    assert stranger.t("check.title") not in stranger.text()
    stranger.goes_to("", a=made)
    stranger.is_at("landing.promise")
    stranger.sees(stranger.t("landing.start"))
    assert stranger.t("landing.mine") not in stranger.text()
