"""A session: an adviser at her desk, the director and a volunteer on their phones, at once."""

import re

from playwright.sync_api import Locator, expect

from tests.browser.conftest import NewVisitor
from tests.browser.pages import Asking, Visitor
from tests.browser.server import Server
from tests.browser.test_panel import answers, begins
from tests.browser.world import (
    given_adviser,
    given_assessment,
    given_guidance,
    given_panel,
    mixed_answers,
    private_notes_in,
    saved_answers,
)

PHONE, DESK = 390, 1280
QUESTION = "restored-backup"
SECRET, TOLD = "Direction fatiguée, à ménager", "Demandez le devis à la mutuelle"


def note(adviser: Visitor, kind: str) -> Locator:
    return adviser.page.get_by_role("textbox", name=adviser.t(f"notes.{kind}"))


def test_three_screens_at_once_and_each_sees_what_is_its_own(
    server: Server, new_visitor: NewVisitor
) -> None:
    adviser, director, volunteer = (new_visitor(server, "fr", w) for w in (DESK, PHONE, PHONE))
    made = given_assessment(server, director.context, mixed_answers(), worry="Les relances")
    account = given_adviser(server, adviser.context)
    given_guidance(server, account, made)
    panel = given_panel(server, made, 4)

    adviser.goes_to("session", a=made)
    adviser.sees("Les relances")
    adviser.presses(adviser.t("guided.start"))
    adviser.sees(adviser.t("hour.left", count=60))
    question = adviser.questionnaire.dimensions[0].questions[0]
    adviser.goes_to("question", a=made, q=question.id)
    director.goes_to("question", a=made, q=question.id)
    asking = Asking(director, question.id)
    asking.is_open()
    begins(volunteer, panel.join_code, "volunteers")

    # Two columns: hers beside theirs. The director's answer comes to her screen without a click.
    expect(note(adviser, "private")).to_be_visible()
    hers, theirs = (
        note(adviser, "private").bounding_box(),
        adviser.page.get_by_role("radiogroup").bounding_box(),
    )
    assert hers
    assert theirs
    assert hers["x"] >= theirs["x"] + theirs["width"]
    asking.chooses(question.options[-1].id)
    asking.says_saved()
    expect(Asking(adviser, question.id).option(question.options[-1].id)).to_be_checked()

    # Typed and not left: kept all the same, and the shared one comes to the phone by itself.
    note(adviser, "private").press_sequentially(SECRET)
    adviser.waits_until(lambda: private_notes_in(server, made, account) == {question.id: SECRET})
    note(adviser, "shared").press_sequentially(TOLD)
    director.sees(TOLD)
    adviser.page.get_by_text(adviser.t("meeting.seen_together"), exact=True).click()
    director.sees("Vu ensemble le")
    director.sees("avec Amina Diallo")

    answers(volunteer, 1)
    assert saved_answers(server, made)[question.id] == question.options[-1].id
    for phone in (director, volunteer):
        assert SECRET not in phone.page.content()
        assert question.adviser_hint not in phone.page.content()
    assert TOLD not in volunteer.page.content()
    for address in ("results", "report", "share"):
        director.goes_to(address, a=made)
        director.is_settled()
        assert SECRET not in director.page.content()
    volunteer.goes_to("question", a=made, q=question.id)
    volunteer.is_at("closed.title")
    volunteer.goes_to("session", a=made)
    volunteer.is_at("closed.title")


def test_a_note_being_written_survives_a_server_that_goes_and_comes_back(
    own_server: Server, new_visitor: NewVisitor
) -> None:
    adviser = new_visitor(own_server, "fr", DESK)
    made = given_assessment(own_server, adviser.context, mixed_answers())
    account = given_adviser(own_server, adviser.context)
    given_guidance(own_server, account, made)
    adviser.goes_to("session", a=made)
    field = note(adviser, "private")
    field.press_sequentially("Avant la coupure.")
    adviser.waits_until(
        lambda: private_notes_in(own_server, made, account) == {"": "Avant la coupure."}
    )
    adviser.sees("Enregistré à")
    field.press_sequentially(" Pendant")
    own_server.kill()
    adviser.sees("La connexion est coupée")
    own_server.start()
    expect(adviser.page.get_by_text("La connexion est coupée")).to_be_hidden()
    expect(field).to_have_value(re.compile("Avant la coupure. Pendant ?"))
    adviser.waits_until(
        lambda: private_notes_in(own_server, made, account) == {"": "Avant la coupure. Pendant"}
    )
