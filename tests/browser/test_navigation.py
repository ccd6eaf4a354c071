"""Back, Forward, reload, a second tab, an address typed: no dead page, nothing lost."""

import urllib.request

from playwright.sync_api import expect

from content.languages import LANGUAGES
from tests.browser.conftest import NewVisitor
from tests.browser.pages import Asking, Visitor
from tests.browser.screens import addresses, filled
from tests.browser.server import Server
from tests.browser.world import given_assessment, mixed_answers, saved_answers
from ui.navigation import SCREENS

FIRST, SECOND, THIRD = "digital-priorities", "digital-budget", "change-effects"
WORRY = "Trois fichiers pour les mêmes présences."


def test_back_and_forward_go_one_screen_at_a_time_and_answers_stay(
    server: Server, new_visitor: NewVisitor
) -> None:
    visitor = new_visitor(server)
    t = visitor.t
    visitor.starts()
    visitor.presses(t("profile.continue"))
    visitor.is_at("worry.title")
    visitor.presses(t("worry.continue"))
    for question, value in ((FIRST, "written"), (SECOND, "purchases-planned")):
        Asking(visitor, question).answers(value)
        Asking(visitor, question).goes_on()
    Asking(visitor, THIRD).is_open()
    made = visitor.parameter("a") or ""
    visited = [
        t("landing.promise"),
        t("profile.title"),
        t("worry.title"),
        Asking(visitor, FIRST).question.text,
        Asking(visitor, SECOND).question.text,
        Asking(visitor, THIRD).question.text,
    ]
    for title in reversed(visited[:-1]):
        visitor.page.go_back(wait_until="commit")
        visitor.reads(title)
    for title in visited[1:]:
        visitor.page.go_forward(wait_until="commit")
        visitor.reads(title)
    visitor.page.go_back(wait_until="commit")
    expect(Asking(visitor, SECOND).option("purchases-planned")).to_be_checked()
    Asking(visitor, SECOND).chooses("when-it-breaks")
    visitor.waits_until(
        lambda: saved_answers(server, made) == {FIRST: "written", SECOND: "when-it-breaks"}
    )


def test_back_from_a_pause_is_the_question_before_it(
    server: Server, new_visitor: NewVisitor
) -> None:
    visitor = new_visitor(server)
    dimension = visitor.questionnaire.dimensions[0]
    last = dimension.questions[-1]
    made = given_assessment(server, visitor.context, {last.id: last.options[0].id})
    visitor.goes_to("question", a=made, q=last.id)
    Asking(visitor, last.id).is_open()
    Asking(visitor, last.id).goes_on()
    visitor.sees(visitor.t("breather.keep"))
    visitor.page.go_back(wait_until="commit")
    expect(Asking(visitor, last.id).option(last.options[0].id)).to_be_checked()


def test_what_was_typed_is_there_after_a_reload(server: Server, new_visitor: NewVisitor) -> None:
    visitor = new_visitor(server)
    t, page = visitor.t, visitor.page
    made = given_assessment(server, visitor.context, mixed_answers())
    for screen, title, role, label, typed in (
        ("profile", "profile.title", "textbox", "profile.name", "Les Tisserands"),
        ("profile", "profile.title", "spinbutton", "profile.size", "7.5"),
        ("worry", "worry.title", "textbox", "worry.title", WORRY),
        ("roadmap", "plan.title", "spinbutton", "plan.hours", "12"),
    ):
        visitor.goes_to(screen, a=made)
        visitor.is_at(title)
        field = page.get_by_role(role, name=t(label))
        field.fill(typed)
        field.press("Tab")
        visitor.is_settled()
        page.reload()
        visitor.is_at(title)
        expect(field).to_have_value(typed)


def test_a_word_typed_just_before_leaving_a_busy_server_is_kept(
    server: Server, new_visitor: NewVisitor
) -> None:
    visitor = new_visitor(server)
    made = given_assessment(server, visitor.context, mixed_answers())
    visitor.goes_to("project", a=made, p="one-page-plan")
    notes = visitor.page.get_by_role("textbox", name=visitor.t("project.notes"))
    for word, leaves in (("suivi", "link"), ("fermé", "reload")):
        expect(notes).to_be_visible()
        visitor.is_settled()
        notes.fill(word)
        with server.busy():
            if leaves == "link":
                visitor.follows(visitor.t("project.plan"))
            else:
                notes.press("Tab")
                visitor.page.evaluate("setTimeout(() => location.reload(), 50)")
            visitor.page.wait_for_timeout(300)
        if leaves == "link":
            visitor.is_at("plan.title")
        visitor.goes_to("project", a=made, p="one-page-plan")
        expect(notes).to_have_value(word)


def test_two_tabs_on_the_same_answers_do_not_fight(server: Server, new_visitor: NewVisitor) -> None:
    here = new_visitor(server)
    made = given_assessment(server, here.context)
    there = Visitor(here.context, server.url, "fr")
    for visitor in (here, there):
        visitor.goes_to("question", a=made, q=FIRST)
        Asking(visitor, FIRST).is_open()
    Asking(here, FIRST).answers("written")
    Asking(there, FIRST).answers("none")
    # Anything done here, which changes no answer: the other tab's is neither lost nor hidden.
    here.presses(here.t("unclear.button"))
    here.sees(here.t("unclear.thanks"))
    expect(Asking(here, FIRST).option("none")).to_be_checked()
    Asking(here, FIRST).goes_on()
    Asking(here, SECOND).answers("purchases-planned")
    there.goes_to("question", a=made, q=THIRD)
    Asking(there, THIRD).answers("discussed")
    assert saved_answers(server, made) == {
        FIRST: "none",
        SECOND: "purchases-planned",
        THIRD: "discussed",
    }


def test_an_address_without_its_number_opens_the_only_assessment_of_this_device(
    server: Server, new_visitor: NewVisitor
) -> None:
    owner, stranger = new_visitor(server), new_visitor(server)
    given_assessment(server, owner.context, mixed_answers())
    owner.goes_to("results")
    owner.is_at("results.title")
    stranger.goes_to("results")
    stranger.is_at("closed.title")
    expect(stranger.page.get_by_role("heading", level=1)).to_be_focused()
    given_assessment(server, owner.context)
    # Two: which one is meant is not for us to guess.
    owner.goes_to("results")
    owner.is_at("closed.title")


def test_every_address_says_its_language_before_anything_runs(
    server: Server, new_visitor: NewVisitor
) -> None:
    one = filled(server, new_visitor(server).context)
    wrong = []
    for address, _ in (found for screen in SCREENS for found in addresses(screen, one)):
        for language in LANGUAGES:
            asked = f"{server.url}/{address}?lang={language}"
            with urllib.request.urlopen(asked, timeout=20) as answer:
                if f'<html lang="{language}">' not in answer.read().decode():
                    wrong.append(asked)
    assert wrong == []
