"""Choose a password, with the code received from whoever runs the site."""

import streamlit as st

from access.passwords import SHORTEST
from content.wording import Wording
from ui import navigation, signing_in
from ui.components import html, journey, tries
from ui.components.guard import screen
from ui.signing_in import LONGEST_PASSWORD


@screen
def show(t: Wording) -> None:
    """The code, the new password."""
    journey.back(t, "sign_in", a=None)
    html.arrive(t("new_password.title"))
    html.write(html.paragraph(t("password.advice", least=SHORTEST)))
    with st.form("form-new-password"):
        code = st.text_input(
            t("new_password.code"), max_chars=60, placeholder="XXXX-XXXX-XXXX-XXXX",
            autocomplete="off", key="password-code",
        )  # fmt: skip
        password = st.text_input(
            t("password.new"), type="password", max_chars=LONGEST_PASSWORD,
            autocomplete="new-password", key="new-password",
        )  # fmt: skip
        sent = st.form_submit_button(t("new_password.button"), type="primary", key="set-password")
    if sent:
        _choose(t, code, password)


def _choose(t: Wording, code: str, password: str) -> None:
    try:
        answer = signing_in.choose_password(code, password)
    except PermissionError:
        html.write(html.notice(t("resume.refused_wait"), "warn", "alert"))
        return
    if answer is None:
        html.write(html.notice(t("new_password.wrong_code"), "warn", "alert"))
    elif isinstance(answer, str):
        tries.unfit(t, answer)
    elif answer.said == "in":
        signing_in.enter()
    else:
        navigation.go("sign_in", a=None)


show()
