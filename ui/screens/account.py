"""My account: what I may do here, my name, my password, my telephone, signing out."""

import streamlit as st

from access.passwords import SHORTEST
from access.rules import ACCOUNT_ROLES
from content.wording import Wording
from storage.accounts import Kept
from ui import accounts, my_account, navigation, session
from ui.components import campaigns_of_mine, html, tries
from ui.components.guard import screen
from ui.signing_in import LONGEST_PASSWORD

ROLE_SCREENS = {
    "adviser": "portfolio",
    "coordinator": "campaign",
    "curator": "readers_said",
    "operator": "service",
}
"""Where a role has work to do."""


@screen
def show(t: Wording) -> None:
    """What she may do, then what she may change."""
    known = my_account.mine()
    html.arrive(t("account.hello", name=known.name))
    _roles(t, known)
    if "coordinator" in known.roles:
        campaigns_of_mine.listed(t)
    html.write(html.heading(t("account.settings"), 2))
    if known.login is None:
        html.write(html.paragraph(t("account.outside")))
    else:
        html.write(html.paragraph(t("account.login", login=known.login)))
        _name(t, known)
        _password(t)
        navigation.link("two_steps", t("two_steps.title"), a=None)
    _sign_out(t)


def _roles(t: Wording, known: Kept) -> None:
    held = [role for role in ACCOUNT_ROLES if role in known.roles]
    if not held:
        html.write(html.notice(t("account.no_role"), role="note"))
        return
    html.write(html.items([t(f"account.role_{role}") for role in held], "facts"))
    for role in held:
        if role in ROLE_SCREENS:
            navigation.link(ROLE_SCREENS[role], t(f"account.to_{role}"), a=None)


def _name(t: Wording, known: Kept) -> None:
    with st.expander(t("account.name_change"), key="account-name"), st.form("form-name"):
        name = st.text_input(
            t("account.name"), known.name, max_chars=my_account.LONGEST_NAME, key="own-name"
        )
        if st.form_submit_button(t("account.keep"), key="keep-name"):
            if my_account.rename(name):
                st.rerun()
            html.write(html.notice(t("account.name_empty"), "warn", "alert"))


def _password(t: Wording) -> None:
    with st.expander(t("account.password_change"), key="account-password"):
        html.write(html.paragraph(t("password.advice", least=SHORTEST)))
        with st.form("form-password", clear_on_submit=True):
            old = st.text_input(
                t("password.old"), type="password", max_chars=LONGEST_PASSWORD,
                autocomplete="current-password", key="old-password",
            )  # fmt: skip
            new = st.text_input(
                t("password.new"), type="password", max_chars=LONGEST_PASSWORD,
                autocomplete="new-password", key="other-password",
            )  # fmt: skip
            sent = st.form_submit_button(t("account.keep"), key="keep-password")
        if sent:
            answer = my_account.change_password(old, new)
            if isinstance(answer, str):
                tries.unfit(t, answer)
            else:
                tries.refused(t, answer, "password.old_wrong")


def _sign_out(t: Wording) -> None:
    html.write(
        html.heading(t("account.out_heading"), 2),
        html.paragraph(t("account.out_text", count=my_account.browsers())),
    )
    with st.container(horizontal=True, key="account-out"):
        if st.button(t("account.out"), type="primary", key="sign-out"):
            session.forget("sign_in.first")
            accounts.sign_out()
        if st.button(t("account.out_everywhere"), key="sign-out-everywhere"):
            accounts.sign_out_everywhere()


show()
