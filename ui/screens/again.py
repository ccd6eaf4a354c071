"""A re-assessment, page by page: the old answers in view, only what changed is asked."""

import streamlit as st

from assessment.pages import DONE, Page, page_to_open
from content.wording import Wording
from storage.record import Record
from ui import contents, following, navigation, vault
from ui.components import again, guest, html, journey
from ui.components.guard import screen
from ui.following import Again


@screen
def show(t: Wording) -> None:
    """The page named in the address, else the first where something is left to say."""
    record = journey.opened(t)
    guest.writing(t, t("title.again"), record, "answers")
    found = following.again(record, t.language)
    if found is None:
        _nothing_before(t)
        return
    page = page_to_open(found.pages, record.answers, navigation.parameter("d"))
    _back(t, found, page)
    html.arrive(_title(t, page), _place(t, record, found, page))
    html.write(html.paragraph(t("again.lead"), "lead"))
    _all_still(t, record, found, page)
    for one in page.proposals:
        again.line(t, record, found, one)
    _continue(t, record, found, page)


def _nothing_before(t: Wording) -> None:
    html.arrive(t("title.again"))
    html.write(html.notice(t("again.no_before")))
    if st.button(t("again.ask_all"), type="primary"):
        navigation.go("question")


def _title(t: Wording, page: Page) -> str:
    if page.id == DONE:
        return t("again.done_title")
    return contents.questionnaire(t.language).dimension(page.id).title


def _place(t: Wording, record: Record, found: Again, page: Page) -> str:
    ids = [one.id for one in found.pages]
    questions = [p.question.id for one in found.pages for p in one.proposals]
    said = sum(1 for question in questions if question in record.answers)
    words = t("again.kicker", number=ids.index(page.id) + 1, of=len(ids))
    return html.paragraph(words, "kicker") + journey.progress_bar(said, len(questions))


def _back(t: Wording, found: Again, page: Page) -> None:
    place = [one.id for one in found.pages].index(page.id)
    if place == 0:
        journey.back(t, "follow_up")
    else:
        journey.back(t, "again", d=found.pages[place - 1].id)


def _all_still(t: Wording, record: Record, found: Again, page: Page) -> None:
    """One tap for a dimension where nothing moved; never for what actions were to change."""
    if page.id == DONE or not any(one.before for one in page.proposals):
        return
    if st.button(t("again.all_still"), key="all-still"):
        again.all_still(record, page)
        _ask_or_go_on(vault.load(record.id), found, page)


def _continue(t: Wording, record: Record, found: Again, page: Page) -> None:
    now = vault.load(record.id)
    left = page.to_ask(now.answers)
    told = t("again.open", count=len(left)) if left else t("again.open_none")
    html.write(f"<p class='jalon-small' role='status'>{html.esc(told)}</p>")
    if st.button(t("again.continue"), type="primary", key="continue"):
        _ask_or_go_on(now, found, page)


def _ask_or_go_on(record: Record, found: Again, page: Page) -> None:
    left = page.to_ask(record.answers)
    if left:
        navigation.go("question", q=left[0], d=page.id, **{"from": "again"})
    again.onward(found, page)


show()
