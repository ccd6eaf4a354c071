"""A member's campaigns: what it agreed to, what was published, whom it may join or ask."""

import streamlit as st

from content.wording import Wording
from storage.campaign_members import Consents, Membership
from storage.record import Record
from ui import campaign_figures, campaigns, navigation, texts
from ui.components import guest, html, journey
from ui.components.campaign_consents import consent_fields
from ui.components.campaign_days import days
from ui.components.campaign_picture import picture
from ui.components.campaign_together import shared_needs, to_ask
from ui.components.guard import screen


@screen
def show(t: Wording) -> None:
    """The campaign of the address, else the last one joined."""
    record = journey.opened(t, "any")
    guest.hers(t, t("title.campaign_member"), record, "read", "consent")
    joined = campaigns.memberships(record.id)
    wanted = navigation.parameter("g")
    one = next((each for each in joined if each.campaign.id == wanted), None) or next(
        iter(joined), None
    )
    if one is None:
        html.arrive(t("title.campaign_member"))
        if navigation.parameter("left"):
            html.write(html.notice(t("campaign.left"), "good"))
        html.write(html.paragraph(t("campaign.none_joined")))
        navigation.link("campaign_join", t("campaign.to_join"), a=record.id)
        return
    html.arrive(one.campaign.name, html.paragraph(t("title.campaign_member"), "kicker"))
    _now(t, one, record)
    _consents(t, one, record)
    _together(t, one, record)
    _published(t, one)
    _leave(t, one, record)
    _others(t, joined, one, record)


def _now(t: Wording, one: Membership, record: Record) -> None:
    closed_on = one.campaign.closed_on
    if closed_on is not None:
        html.write(html.paragraph(t("campaign.closed_on", day=journey.day(t, closed_on)), "lead"))
        return
    day = journey.day(t, one.campaign.ends_on)
    html.write(html.paragraph(t("campaign.joined_until", day=day), "lead"))
    if not campaign_figures.complete(record):
        html.write(html.notice(t("campaign.not_complete")))


def _consents(t: Wording, one: Membership, record: Record) -> None:
    html.write(html.heading(t("campaign.agreed"), 2))
    given = consent_fields(t, one.campaign, record.id, one.consents)
    if given != one.consents:
        if not campaigns.consent(one, record.id, given):
            # Left in another tab: this page looks again.
            navigation.go("campaign_member", a=record.id, left="1")
        said = "campaign.consents_kept" if given != Consents() else "campaign.consents_none"
        html.write(html.notice(t(said), "good"))


def _together(t: Wording, one: Membership, record: Record) -> None:
    if record.instrument != campaign_figures.CORE:
        return
    shared, peers = campaigns.seen_by(one, record, t.language)
    html.write(html.heading(t("campaign.peers"), 2), to_ask(t, peers))
    if one.consents.pooling:
        html.write(html.heading(t("campaign.pools"), 2), shared_needs(t, shared))


def _published(t: Wording, one: Membership) -> None:
    found = campaigns.final_figures(one.campaign)
    if found is not None:
        picture(t, one.campaign, found, final=True)


def _leave(t: Wording, one: Membership, record: Record) -> None:
    html.write(
        html.heading(t("campaign.leave_heading"), 2), html.paragraph(t("campaign.leave_text"))
    )
    if st.button(t("campaign.leave"), key="leave-campaign"):
        campaigns.leave(one.campaign.id, record.id)
        navigation.go("campaign_member", a=record.id, left="1")


def _others(t: Wording, joined: tuple[Membership, ...], one: Membership, record: Record) -> None:
    for each in joined:
        if each.campaign.id != one.campaign.id:
            name = f"{each.campaign.name} – {days(t, each.campaign)}"
            label = t("campaign.open_one", name=texts.plain(name))
            navigation.link("campaign_member", label, a=record.id, g=each.campaign.id)
    navigation.link("campaign_join", t("campaign.to_join"), a=record.id)


show()
