"""Join a campaign from one's own assessment: line by line, nothing ticked before."""

import streamlit as st

from content.wording import Wording
from network.members import GROUPINGS
from storage.campaign_members import CampaignClosed, Consents
from storage.campaigns import Campaign
from storage.record import Record, name_in
from ui import campaign_figures, campaigns, navigation, session, texts, vault
from ui.components import html, journey
from ui.components.campaign_consents import consent_fields
from ui.components.guard import screen


@screen
def show(t: Wording) -> None:
    """The code, then which assessment, then what one agrees to."""
    code = navigation.parameter("c")
    try:
        one = campaigns.by_code(code) if code else None
    except PermissionError:
        html.arrive(t("campaign.join_title"))
        html.write(html.notice(t("team.wait"), "warn", "alert"))
        return
    if one is None:
        _ask_code(t, wrong=code is not None)
        return
    record = _assessment(one)
    if record is None:
        _choose(t, one, code or "")
    elif any(each.campaign.id == one.id for each in campaigns.memberships(record.id)):
        navigation.go("campaign_member", a=record.id, g=one.id)
    elif not one.takes_members(campaigns.today()):
        html.arrive(one.name)
        html.write(html.notice(_not_open(t, one)))
    else:
        _agree(t, one, record)


def _ask_code(t: Wording, wrong: bool) -> None:
    html.arrive(t("campaign.join_title"))
    html.write(html.paragraph(t("campaign.join_lead"), "lead"))
    if wrong:
        html.write(html.notice(t("campaign.wrong_code"), "warn", "alert"))
    typed = st.text_input(t("team.code"), max_chars=30, placeholder="XXXX-XXXX", key="join-code")
    if st.button(t("campaign.join_open"), type="primary", key="join"):
        if typed.strip():
            navigation.go("campaign_join", c=typed.strip())
        html.write(html.notice(t("team.code_empty"), "warn", "alert"))
    record = vault.current()
    mine = record is not None and vault.may(record.id, "read", "consent")
    if record is not None and mine and campaigns.memberships(record.id):
        navigation.link("campaign_member", t("campaign.mine_as_member"), a=record.id)


def _not_open(t: Wording, one: Campaign) -> str:
    if one.closed_on is None and campaigns.today() < one.starts_on:
        return t("campaign.not_yet", day=journey.day(t, one.starts_on))
    return t("campaign.over")


def _assessment(one: Campaign) -> Record | None:
    """The assessment this page is about, when it answers the campaign's questionnaire."""
    record = vault.current()
    if record is None or record.instrument != one.instrument:
        return None
    return record if vault.may(record.id, "write", "consent") else None


def _choose(t: Wording, one: Campaign, code: str) -> None:
    """One of this browser's own, or a new one."""
    asked = campaign_figures.instrument(one.instrument, t.language)
    html.arrive(one.name, html.paragraph(t("campaign.join_title"), "kicker"))
    html.write(html.paragraph(t("campaign.which", instrument=asked.title), "lead"))
    for kept in vault.mine():
        if kept.instrument == one.instrument and vault.may(kept.id, "write", "consent"):
            name = kept.name or t("landing.unnamed")
            if st.button(t("campaign.with_this", name=texts.plain(name)), key=f"with-{kept.id}"):
                navigation.go("campaign_join", a=kept.id, c=code)
    html.write(html.paragraph(t("campaign.start_first")))
    if st.button(t("campaign.start"), key="start-new", type="primary"):
        made = vault.create(one.instrument, asked.version, "core")
        session.remember("campaign.code", code)
        navigation.go("profile" if one.instrument == campaign_figures.CORE else "dma", a=made)


def _agree(t: Wording, one: Campaign, record: Record) -> None:
    html.arrive(one.name, html.paragraph(t("campaign.join_title"), "kicker"))
    html.write(
        html.paragraph(t("campaign.agree_lead"), "lead"),
        html.items([t(f"campaign.agree_{number}") for number in (1, 2, 3)], "facts"),
    )
    _what_is_known(t, record)
    html.write(html.heading(t("campaign.agree"), 2))
    consents = consent_fields(t, one, record.id, Consents())
    own = _own_questions(t, one, record.id)
    if not st.button(t("campaign.join"), type="primary", key="join-campaign"):
        return
    if consents == Consents():
        html.write(html.notice(t("campaign.nothing_ticked"), "warn", "alert"))
        return
    try:
        campaigns.join(one, record.id, consents, own)
    except CampaignClosed:
        html.write(html.notice(t("campaign.over"), "warn", "alert"))
        return
    session.forget("campaign.code")
    navigation.go("campaign_member", a=record.id, g=one.id)


def _what_is_known(t: Wording, record: Record) -> None:
    """What is still to answer or to say; none of it stops anybody from joining."""
    if not campaign_figures.complete(record):
        html.write(html.notice(t("campaign.not_complete")))
    unsaid = [one for one in GROUPINGS if campaign_figures.groups_of(record)[one] is None]
    if record.instrument != campaign_figures.CORE:
        return
    if not name_in(record.profile):
        html.write(html.paragraph(t("campaign.no_name")))
        navigation.link("profile", t("title.profile"), a=record.id)
    if unsaid:
        named = ", ".join(t(f"campaign.by.{one}").lower() for one in unsaid)
        html.write(html.paragraph(t("campaign.unsaid", named=named)))
        navigation.link("enterprise", t("title.enterprise"), a=record.id)


def _own_questions(t: Wording, one: Campaign, record_id: str) -> dict[str, int]:
    if not one.questions:
        return {}
    html.write(html.heading(t("campaign.own_asked"), 2), html.paragraph(t("campaign.own_said")))
    given = {}
    for question in one.questions:
        options = question["options"]
        chosen = st.radio(
            texts.plain(question["text"]), range(len(options)), index=None,
            format_func=lambda place, options=options: texts.plain(options[place]),
            key=f"own.{question['id']}.{record_id}",
        )  # fmt: skip
        if chosen is not None:
            given[question["id"]] = chosen
    return given


show()
