"""The campaigns on a coordinator's account: open one, add one whose code she has, take one off."""

import streamlit as st

from content.wording import Wording
from ui import campaigns, navigation, session, texts
from ui.components import html
from ui.components.campaign_days import days


def listed(t: Wording) -> None:
    """Her campaigns, and the field for a code."""
    html.write(html.heading(t("account.campaigns"), 2))
    if session.take("campaign.dropped"):
        html.write(html.notice(t("account.campaign_dropped"), "good"))
    found = campaigns.of_account()
    if not found:
        html.write(html.paragraph(t("account.campaigns_none")))
    for one in found:
        html.write(html.paragraph(days(t, one), "small"))
        with st.container(horizontal=True, key=f"open-campaign-{one.id}"):
            label = texts.aimed(t("campaign.open_one", name=one.name), days(t, one))
            if st.button(label, key=f"campaign-{one.id}"):
                navigation.go("campaign_board", g=one.id, a=None)
            label = texts.aimed(t("account.campaign_drop", name=one.name), days(t, one))
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
