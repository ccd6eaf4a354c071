"""The campaigns on a coordinator's account: open one, add one whose code she has, take one off."""

import streamlit as st

from content.wording import Wording
from ui import campaigns, navigation, session
from ui.components import html, journey


def listed(t: Wording) -> None:
    """Her campaigns, and the field for a code."""
    html.write(html.heading(t("account.campaigns"), 2))
    if session.take("campaign.dropped"):
        html.write(html.notice(t("account.campaign_dropped"), "good"))
    found = campaigns.of_account()
    if not found:
        html.write(html.paragraph(t("account.campaigns_none")))
    for one in found:
        closed = one.closed_on
        state = "campaign.until" if closed is None else "campaign.closed_on"
        day = journey.day(t, one.ends_on if closed is None else closed)
        html.write(html.paragraph(t(state, day=day), "small"))
        with st.container(horizontal=True, key=f"account-campaign-{one.id}"):
            if st.button(t("campaign.open_one", name=one.name), key=f"campaign-{one.id}"):
                navigation.go("campaign_board", g=one.id, a=None)
            label = t("account.campaign_drop", name=one.name)
            if st.button(label, type="tertiary", key=f"drop-{one.id}"):
                campaigns.take_off(one.id)
                session.remember("campaign.dropped", True)
                st.rerun()
    _add(t)


def _add(t: Wording) -> None:
    with st.expander(t("account.campaign_code"), key="account-campaign"):
        typed = st.text_input(
            t("campaign.organiser_label"), max_chars=60, placeholder="XXXX-XXXX-XXXX-XXXX",
            key="account-campaign-code",
        )  # fmt: skip
        if not st.button(t("account.campaign_add"), key="add-campaign"):
            return
        try:
            found = campaigns.open_as_organiser(typed)
        except PermissionError:
            html.write(html.notice(t("team.wait"), "warn", "alert"))
            return
        if found is None:
            html.write(html.notice(t("campaign.organiser_wrong"), "warn", "alert"))
            return
        st.rerun()
