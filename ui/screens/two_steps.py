"""A code from the telephone besides the password: turn it on, turn it off."""

import streamlit as st

from content.wording import Wording
from ui import my_account, navigation, session
from ui.components import html, journey, qr, tries
from ui.components.guard import Told, screen
from ui.signing_in import LONGEST_PASSWORD


@screen
def show(t: Wording) -> None:
    """On or off, and how to change it. Recovery codes are shown once."""
    known = my_account.mine()
    journey.back(t, "account", a=None)
    html.arrive(t("two_steps.title"))
    if known.login is None:
        html.write(html.notice(t("account.outside"), role="note"))
        raise Told
    codes = session.take("second.codes")
    if codes is not None:
        _once(t, codes)
    elif known.totp_secret is None:
        _turn_on(t)
    else:
        _turn_off(t)


def _turn_on(t: Wording) -> None:
    secret, address = my_account.new_telephone()
    html.write(
        html.paragraph(t("two_steps.lead"), "lead"),
        html.items([t(f"two_steps.step_{number}") for number in (1, 2, 3)]),
        qr.square(address, t("two_steps.qr")),
        html.fold(
            t("two_steps.by_hand"),
            html.paragraph(t("two_steps.by_hand_text"))
            + f"<p class='jalon-code'>{html.esc(_in_fours(secret))}</p>",
        ),
    )
    with st.form("form-two-steps"):
        typed = st.text_input(
            t("two_steps.code"), max_chars=20, autocomplete="one-time-code", key="telephone-code"
        )
        sent = st.form_submit_button(t("two_steps.on"), type="primary", key="two-steps-on")
    if not sent:
        return
    codes = my_account.confirm_telephone(typed)
    if codes is None:
        html.write(html.notice(t("two_steps.wrong"), "warn", "alert"))
        return
    session.remember("second.codes", codes)
    st.rerun()


def _in_fours(secret: str) -> str:
    return " ".join(secret[start : start + 4] for start in range(0, len(secret), 4))


def _once(t: Wording, codes: tuple[str, ...]) -> None:
    html.write(
        html.notice(t("two_steps.is_on"), "good"),
        html.heading(t("two_steps.recovery"), 2),
        html.paragraph(t("two_steps.recovery_text", count=len(codes))),
    )
    st.code("\n".join(codes), language=None)
    html.write(html.notice(t("two_steps.once"), "warn"))
    navigation.link("account", t("two_steps.kept"), a=None)


def _turn_off(t: Wording) -> None:
    html.write(
        html.notice(t("two_steps.is_on"), "good"),
        html.paragraph(t("two_steps.left", count=my_account.recovery_left())),
        html.heading(t("two_steps.off_heading"), 2),
        html.paragraph(t("two_steps.off_text")),
    )
    with st.form("form-two-steps-off", clear_on_submit=True):
        password = st.text_input(
            t("sign_in.password"), type="password", max_chars=LONGEST_PASSWORD,
            autocomplete="current-password", key="off-password",
        )  # fmt: skip
        sent = st.form_submit_button(t("two_steps.off"), key="two-steps-off")
    if sent:
        answer = my_account.drop_telephone(password)
        if answer.said == "in":
            st.rerun()
        tries.refused(t, answer, "password.old_wrong")


show()
