"""The ways back to an assessment, the ways to end it, and the language on the way."""

from playwright.sync_api import expect

from tests.browser.conftest import NewVisitor
from tests.browser.pages import Asking, Visitor
from tests.browser.server import Server
from tests.browser.world import (
    exists,
    given_assessment,
    last_day,
    mixed_answers,
    saved_answers,
)

QUESTION, ANSWER = "digital-budget", "purchases-planned"


def makes(visitor: Visitor, assessment_id: str, button: str) -> str:
    """The secret shown on the "keep" screen after a button."""
    visitor.goes_to("keep", a=assessment_id)
    visitor.is_at("keep.title")
    visitor.sees(visitor.t("keep.continue"))
    visitor.presses(visitor.t(button))
    visitor.sees(visitor.t("keep.once"))
    return visitor.page.locator(".jalon-code").inner_text().strip()


def knows_the_answer(visitor: Visitor, assessment_id: str) -> None:
    visitor.goes_to("question", a=assessment_id, q=QUESTION)
    asking = Asking(visitor, QUESTION)
    asking.is_open()
    expect(asking.option(ANSWER)).to_be_checked()


def test_another_language_keeps_the_answers_and_the_place(
    server: Server, new_visitor: NewVisitor
) -> None:
    visitor = new_visitor(server, "fr")
    made = given_assessment(server, visitor.context, {"digital-priorities": "written"})
    visitor.goes_to("question", a=made, q=QUESTION)
    Asking(visitor, QUESTION).answers(ANSWER)
    assert visitor.language_of_the_page() == "fr"
    visitor.chooses_language("English")
    visitor.speaks("en")
    asking = Asking(visitor, QUESTION)
    asking.is_open()
    expect(asking.option(ANSWER)).to_be_checked()
    assert visitor.language_of_the_page() == "en"
    asking.goes_on()
    Asking(visitor, "change-effects").answers("discussed")
    visitor.chooses_language("Français")
    visitor.speaks("fr")
    back = Asking(visitor, "change-effects")
    back.is_open()
    expect(back.option("discussed")).to_be_checked()
    assert saved_answers(server, made) == {
        "digital-priorities": "written",
        QUESTION: ANSWER,
        "change-effects": "discussed",
    }


def test_a_secret_link_opens_the_same_assessment_on_another_device(
    server: Server, new_visitor: NewVisitor
) -> None:
    owner, other = new_visitor(server), new_visitor(server)
    made = given_assessment(server, owner.context, {QUESTION: ANSWER})
    link = makes(owner, made, "keep.link_make")
    assert link.startswith(f"{server.url}/open?key=")
    other.page.goto(link)
    other.is_at("landing.promise")
    other.sees(other.t("landing.mine"))
    assert "key=" not in other.page.url
    assert other.parameter("a") == made
    knows_the_answer(other, made)


def test_a_new_secret_link_puts_an_end_to_the_one_before(
    server: Server, new_visitor: NewVisitor
) -> None:
    owner, other = new_visitor(server), new_visitor(server)
    made = given_assessment(server, owner.context, {QUESTION: ANSWER})
    before = makes(owner, made, "keep.link_make")
    makes(owner, made, "keep.link_make")
    other.page.goto(before)
    other.is_at("resume.title")
    other.sees(other.t("resume.refused_1"))


def test_a_wrong_link_is_refused_in_words(server: Server, new_visitor: NewVisitor) -> None:
    visitor = new_visitor(server, "en")
    visitor.goes_to("open", key="this-is-not-a-key-of-ours")
    visitor.is_at("resume.title")
    visitor.sees(visitor.t("resume.refused_1"))
    assert "key=" not in visitor.page.url


def test_a_resume_code_typed_on_another_device_opens_the_assessment(
    server: Server, new_visitor: NewVisitor
) -> None:
    owner, other = new_visitor(server), new_visitor(server)
    made = given_assessment(server, owner.context, mixed_answers() | {QUESTION: ANSWER})
    code = makes(owner, made, "keep.code_make")
    other.goes_to("resume")
    other.is_at("resume.title")
    box = other.page.get_by_role("textbox", name=other.t("resume.code_label"))
    box.fill("AAAA-BBBB-CCCC-DDDD")
    box.press("Tab")
    other.presses(other.t("resume.open"))
    other.sees(other.t("resume.wrong_code"))
    box.fill(code.lower())
    box.press("Tab")
    other.presses(other.t("resume.open"))
    other.is_at("results.title")
    knows_the_answer(other, made)


def test_leaving_this_device_closes_it_and_keeps_the_assessment(
    server: Server, new_visitor: NewVisitor
) -> None:
    visitor = new_visitor(server)
    made = given_assessment(server, visitor.context, {QUESTION: ANSWER})
    visitor.goes_to("my-data", a=made)
    visitor.is_at("my_data.title")
    visitor.is_settled()
    visitor.follows(visitor.t("my_data.leave_link"))
    visitor.is_at("landing.promise")
    visitor.sees(visitor.t("landing.left"))
    visitor.sees(visitor.t("frame.about", software="Jalon"))
    assert visitor.t("landing.mine") not in visitor.text()
    visitor.goes_to("question", a=made, q=QUESTION)
    visitor.is_at("closed.title")
    assert exists(server, made)


def test_a_deleted_assessment_is_gone(server: Server, new_visitor: NewVisitor) -> None:
    visitor = new_visitor(server)
    made = given_assessment(server, visitor.context, {QUESTION: ANSWER})
    visitor.goes_to("my-data", a=made)
    visitor.is_at("my_data.title")
    visitor.presses(visitor.t("my_data.delete_button"))
    visitor.sees(visitor.t("my_data.delete_tick"))
    assert exists(server, made)
    visitor.page.get_by_text(visitor.t("my_data.delete_sure"), exact=True).click()
    visitor.presses(visitor.t("my_data.delete_button"))
    visitor.is_at("landing.promise")
    visitor.sees(visitor.t("landing.deleted"))
    assert not exists(server, made)
    visitor.goes_to("question", a=made, q=QUESTION)
    visitor.is_at("closed.title")


def test_the_last_day_can_be_changed(server: Server, new_visitor: NewVisitor) -> None:
    visitor = new_visitor(server)
    made = given_assessment(server, visitor.context, {QUESTION: ANSWER})
    planned = last_day(server, made)
    visitor.goes_to("my-data", a=made)
    visitor.is_at("my_data.title")
    visitor.page.get_by_role("combobox", name=visitor.t("my_data.expiry_label")).click()
    soonest = visitor.page.get_by_role("option").first
    said = soonest.inner_text()
    soonest.click()
    visitor.sees(visitor.t("my_data.expiry_kept", day=said))
    assert last_day(server, made) < planned
    visitor.page.reload()
    visitor.sees(visitor.t("my_data.expiry_text", day=said))
