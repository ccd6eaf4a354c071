"""For advisers and others who support: with a password of this site, or an outside identity."""

import streamlit as st

from content.wording import Wording
from ui import accounts, navigation, outside, signing_in, texts, visitor
from ui.components import html, tries
from ui.components.guard import screen
from ui.signing_in import LONGEST_PASSWORD

LONGEST_LOGIN = 254
_REFUSED = ("1", "later", "outside")


@screen
def show(t: Wording) -> None:
    """The ways in; also for who is in already, as somebody else."""
    stopped = _back_from_outside()
    html.arrive(t("sign_in.title"))
    if stopped:
        html.write(html.notice(t("sign_in.disabled"), "warn", "alert"))
    elif (refused := navigation.parameter("refused")) in _REFUSED:
        html.write(html.notice(t(f"sign_in.refused_{refused}"), "warn", "alert"))
    elif navigation.parameter("out"):
        html.write(html.notice(t("sign_in.out"), "good"))
    if signing_in.waits_for_second():
        _second(t)
        return
    here = accounts.current()
    if here is not None:
        html.write(html.notice(t("sign_in.already", name=here.name), role="note"))
        navigation.link("account", t("title.account"), a=None)
    html.write(html.paragraph(t("sign_in.lead"), "lead"))
    navigation.link("landing", t("sign_in.enterprise"), a=None)
    _outside(t)
    _password(t)
    navigation.link("new_password", t("sign_in.have_code"), a=None)


def _back_from_outside() -> bool:
    """Signs in who has just come back from a provider; True when her account is stopped."""
    if navigation.parameter("from") != "outside":
        return False
    known = outside.arrived()
    if known is None:
        return False
    if known.disabled_at is None:
        signing_in.let_in(known.id)
    return True


def _outside(t: Wording) -> None:
    if visitor.device() is None:
        return
    for provider in outside.providers():
        unnamed = provider == "default"
        label = t("sign_in.outside") if unnamed else t("sign_in.outside_named", name=provider)
        if st.button(texts.plain(label), type="primary", key=f"outside-{provider}"):
            outside.go_to(provider)


def _password(t: Wording) -> None:
    html.write(html.heading(t("sign_in.with_password"), 2))
    with st.form("form-sign-in"):
        login = st.text_input(
            t("sign_in.login"), max_chars=LONGEST_LOGIN, autocomplete="username", key="login"
        )
        password = st.text_input(
            t("sign_in.password"), type="password", max_chars=LONGEST_PASSWORD,
            autocomplete="current-password", key="password",
        )  # fmt: skip
        kind = "secondary" if outside.providers() else "primary"
        sent = st.form_submit_button(t("sign_in.button"), type=kind, key="sign-in")
    if sent:
        _go_on(t, signing_in.with_password(login, password))


def _go_on(t: Wording, answer: signing_in.Answer, wrong: str = "sign_in.wrong") -> None:
    if answer.said == "in":
        signing_in.enter()
    if answer.said == "second":
        st.rerun()
    tries.refused(t, answer, wrong)


def _second(t: Wording) -> None:
    html.write(html.paragraph(t("sign_in.second_text")))
    with st.form("form-second"):
        typed = st.text_input(
            t("sign_in.second"), max_chars=60, autocomplete="one-time-code", key="second"
        )
        sent = st.form_submit_button(t("sign_in.button"), type="primary", key="sign-in-second")
    if sent:
        _go_on(t, signing_in.with_second(typed), "sign_in.second_wrong")
    if st.button(t("sign_in.start_again"), type="tertiary", key="start-again"):
        signing_in.give_up()
        st.rerun()


show()
