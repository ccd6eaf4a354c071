"""Several voices: a projector on the wall, two phones that answer, in three browsers at once."""

import re

from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.conftest import NewVisitor
from tests.browser.pages import Visitor
from tests.browser.server import Server
from tests.browser.world import (
    given_assessment,
    given_panel,
    given_sheets,
    mixed_answers,
    saved_answers,
    sheets_in,
)

PHONE = 390


def plain(text: str) -> str:
    """The text as a browser matches it: one kind of space."""
    return text.replace("\u00a0", " ")


def begins(phone: Visitor, code: str, role: str) -> None:
    """Types the code, says a role, and comes to the first question."""
    phone.goes_to("panel-answer")
    phone.is_at("panel.join_title")
    phone.page.get_by_role("textbox", name=phone.t("panel.code")).fill(code.lower())
    phone.presses(phone.t("panel.join"))
    phone.is_at("panel.before_title")
    phone.page.locator("label").filter(has_text=phone.t(f"panel.role.{role}")).click()
    phone.presses(phone.t("panel.begin"))


def answers(phone: Visitor, place: int) -> None:
    """One question a screen: taps this option, goes on, sends at the last."""
    flash = phone.questionnaire.flash
    for number, name in enumerate(flash, 1):
        question = phone.questionnaire.question(name)
        group = phone.page.get_by_role("radiogroup", name=question.text, exact=True)
        expect(group).to_be_visible()
        group.locator("label").filter(has_text=question.options[place].text).click()
        expect(group.get_by_role("radio").nth(place)).to_be_checked()
        phone.presses(phone.t("team.send" if number == len(flash) else "team.continue"))
    phone.is_at("team.thanks_title")


def fits(phone: Visitor) -> bool:
    """Whether nothing stands out of the window to the right."""
    return bool(phone.page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


def test_the_wall_follows_the_phones_and_shows_nothing_before_five(
    server: Server, new_visitor: NewVisitor
) -> None:
    owner, one, other = (new_visitor(server, "fr", width) for width in (1280, PHONE, PHONE))
    made = given_assessment(server, owner.context, mixed_answers())
    panel = given_panel(server, made, 3)
    owner.goes_to("panel-projector", a=made)
    owner.sees(plain(owner.t("panel.count", count=3)))
    owner.sees(plain(owner.t("panel.more", count=2)))

    begins(one, panel.join_code, "volunteers")
    begins(other, panel.join_code, "staff")
    assert fits(one)
    assert violations(one.page) == []
    answers(one, 3)
    owner.sees(plain(owner.t("panel.count", count=4)))
    expect(owner.page.locator(".jalon-voices")).to_have_count(0)
    answers(other, 0)
    assert sheets_in(server, panel.panel_id) == 5

    # The wall counts by itself; somebody decides when the picture opens.
    owner.sees(plain(owner.t("panel.count", count=5)))
    expect(owner.page.locator(".jalon-voices")).to_have_count(0)
    owner.presses(owner.t("panel.show_now"))
    expect(owner.page.locator(".jalon-voices")).to_be_visible()
    owner.sees(plain(owner.t("panel.rests_on", count=5)))
    assert violations(owner.page) == []

    # Four more wait; the fifth makes the picture move, without a click.
    given_sheets(server, panel.panel_id, 4)
    owner.sees(plain(owner.t("panel.count", count=9)))
    owner.sees(plain(owner.t("panel.rests_on", count=5)))
    given_sheets(server, panel.panel_id, 1)
    owner.sees(plain(owner.t("panel.rests_on", count=10)))

    # A phone that has answered does not answer again, and reads nothing of the others.
    one.goes_to("panel-answer", c=panel.join_code)
    one.is_at("panel.answered_title")
    one.goes_to("panel-picture", a=made, v="")
    one.is_at("closed.title")
    assert "Accord" not in one.text()


def test_the_owner_closes_looks_and_writes_down_what_was_agreed(
    server: Server, new_visitor: NewVisitor
) -> None:
    owner = new_visitor(server, "fr", PHONE)
    made = given_assessment(server, owner.context, mixed_answers())
    given_panel(server, made, 12)
    owner.goes_to("results", a=made)
    owner.follows(owner.t("results.panel"))
    owner.is_at("panel.title")
    owner.presses(owner.t("panel.close"))
    owner.sees("Les réponses sont closes")
    owner.presses(owner.t("panel.see_picture"))
    title = owner.page.get_by_role("heading", level=1)
    expect(title).to_have_text(re.compile("À discuter d’abord"))
    owner.sees(plain(owner.t("panel.rests_on", count=12)))
    assert fits(owner)

    first = owner.questionnaire.question(owner.questionnaire.flash[0])
    owner.picks(owner.t("panel.agree_question"), first.short)
    group = owner.page.get_by_role("radiogroup", name=owner.t("panel.agree_answer"))
    owner.sees(first.text)
    group.locator("label").filter(has_text=first.options[-1].text).click()
    reason = owner.page.get_by_role("textbox", name=owner.t("panel.agree_reason"))
    reason.fill("Nous avons relu la charte.")
    reason.press("Tab")
    owner.presses(owner.t("panel.agree_save"))
    owner.waits_until(lambda: saved_answers(server, made)[first.id] == first.options[-1].id)
    owner.sees("Nous avons relu la charte.")
    owner.opens_all_folds()
    assert violations(owner.page) == []
    owner.goes_to("why", a=made)
    owner.opens_all_folds()
    owner.sees("Nous avons relu la charte.")


def test_slips_stand_alone_on_paper(server: Server, new_visitor: NewVisitor) -> None:
    owner = new_visitor(server, "fr", 1280)
    made = given_assessment(server, owner.context, mixed_answers())
    owner.goes_to("panel", a=made)
    owner.is_at("panel.title")
    owner.page.locator("label").filter(has_text=owner.t("panel.voice.slips")).click()
    owner.sees(owner.t("panel.limit.slips"))
    owner.presses(owner.t("panel.create"))
    owner.presses(owner.t("panel.slips_make"))
    slips = owner.page.locator(".jalon-slips li")
    expect(slips).to_have_count(10)
    owner.page.emulate_media(media="print")
    expect(slips.first).to_be_visible()
    expect(owner.page.get_by_role("heading", level=1)).to_be_hidden()
    expect(owner.page.get_by_text(owner.t("panel.slips_count"))).to_be_hidden()
