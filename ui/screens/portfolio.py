"""An adviser's portfolio: whom she accompanies, when next, where the work stands."""

import streamlit as st

from assessment.scorecard import score_card
from content.wording import Wording
from reports import formats
from storage import guidance
from storage.guidance import STATUSES, Case, Invitation
from ui import contents, database, guided, navigation, session, sheets, texts
from ui.accounts import Account
from ui.components import appointment, html, journey
from ui.components.guard import screen

LONGEST = 120
_EVERY = "all"


@screen
def show(t: Wording) -> None:
    """What waits to be accepted, the list, one more."""
    account = guided.adviser()
    if account is None:
        _nobody(t)
        return
    html.arrive(t("portfolio.title"), html.paragraph(account.name, "kicker"))
    if session.take("left_guidance"):
        html.write(html.notice(t("portfolio.left"), "good"))
    for invitation in guided.invitations():
        _invited(t, account, invitation)
    cases = guided.portfolio(account)
    if not cases:
        html.write(html.notice(t("portfolio.empty")))
    else:
        shown = _filtered(t, cases)
        for place, case in enumerate(shown):
            _case(t, case, first=place == 0)
    _begin(t, account, alone=not cases)


def _nobody(t: Wording) -> None:
    html.arrive(t("portfolio.title"))
    html.write(html.paragraph(t("portfolio.for_advisers"), "lead"))
    if guided.invitations():
        html.write(html.notice(t("portfolio.invited_sign_in")))
    navigation.link("sign_in", t("portfolio.sign_in"), a=None)


def _invited(t: Wording, account: Account, invitation: Invitation) -> None:
    name = invitation.organisation or t("landing.unnamed")
    with st.container(border=True, key=f"invited-{invitation.key_hash[:12]}"):
        html.write(
            html.heading(t("portfolio.invited", name=name), 2),
            html.paragraph(t("portfolio.invited_text")),
        )
        label = texts.plain(t("portfolio.accept", name=name))
        if st.button(label, type="primary", key=f"accept-{invitation.key_hash[:12]}"):
            if guided.accept(account, invitation):
                navigation.go("guided", a=invitation.assessment_id)
            html.write(html.notice(t("portfolio.too_late"), "warn", "alert"))


def _filtered(t: Wording, cases: tuple[Case, ...]) -> tuple[Case, ...]:
    counts = {one: sum(case.guidance.status == one for case in cases) for one in STATUSES}
    choices = [_EVERY, *(one for one in STATUSES if counts[one])]

    def label(one: str) -> str:
        if one == _EVERY:
            return t("portfolio.all", number=len(cases))
        return t("portfolio.some", status=t(f"status.{one}"), number=counts[one])

    wanted = st.selectbox(
        t("portfolio.show"), choices, format_func=label, key=f"portfolio-show.{t.language}"
    )
    if wanted == _EVERY:
        return cases
    return tuple(case for case in cases if case.guidance.status == wanted)


def _case(t: Wording, case: Case, *, first: bool) -> None:
    one, name = case.guidance, case.organisation or t("landing.unnamed")
    at = guidance.next_appointment(one, database.now())
    when = appointment.said(t, at) if at else t("appointment.none")
    changed = t("portfolio.changed", day=journey.day(t, journey.local_day(case.updated_at)))
    with st.container(border=True, key=f"case-{one.assessment_id}"):
        html.write(
            f"<p class='jalon-marks'><span class='jalon-tag'>{html.esc(t(f'status.{one.status}'))}"
            f"</span></p>{html.heading(name, 2)}"
            f"<p><strong>{html.esc(when)}</strong><br>{html.esc(_level(t, case))}</p>"
            f"{html.paragraph(changed, 'small')}"
        )
        with st.container(horizontal=True, key=f"case-ways-{one.assessment_id}"):
            kind = "primary" if first else "secondary"
            opens = texts.aimed(t("portfolio.open"), name)
            if st.button(opens, key=f"open-{one.assessment_id}", type=kind):
                navigation.go("guided", a=one.assessment_id)
            if at:
                appointment.file(t, one, at, name)


def _level(t: Wording, case: Case) -> str:
    """The level in words, and on how much of the questions it rests."""
    if journey.kind_of(case.instrument) == "dma":
        return t("title.dma")
    questionnaire = contents.questionnaire(t.language)
    answers = sheets.known_answers(case.answers, questionnaire)
    score = score_card(questionnaire, answers, case.form).overall
    if score.level is None or score.coverage is None:
        return t("portfolio.no_level")
    level = next(one.title for one in questionnaire.levels if one.id == score.level)
    share = formats.percent(score.coverage, t.language)
    return t("portfolio.provisional" if score.provisional else "portfolio.level",
             level=level, share=share)  # fmt: skip


def _begin(t: Wording, account: Account, *, alone: bool) -> None:
    with st.expander(t("portfolio.begin"), expanded=alone, key="portfolio-begin"):
        html.write(html.paragraph(t("portfolio.begin_text")))
        name = st.text_input(t("portfolio.name"), max_chars=LONGEST, key="portfolio-name")
        if st.button(t("portfolio.begin_button"), key="portfolio-begin-button"):
            made = guided.begin(account, " ".join((name or "").split()))
            navigation.go("guided", a=made)


show()
