"""Come back with a code, a file, or what this device remembers."""

import streamlit as st

from assessment.profile_reading import WrongProfile
from content.wording import Wording
from recommendations.plan_data import WrongPlan
from storage.answer_file import AnswerFileError
from ui import answer_files, contents, navigation, session, vault
from ui.components import dma, html, journey
from ui.components.guard import screen

_REFUSED = ("1", "wait", "later")


@screen
def show(t: Wording) -> None:
    """The ways back in."""
    html.arrive(t("resume.title"))
    refused = navigation.parameter("refused")
    if refused in _REFUSED:
        html.write(html.notice(t(f"resume.refused_{refused}"), "warn", "alert"))
    _by_code(t)
    _by_file(t)
    html.write(html.heading(t("resume.device"), 2))
    if vault.mine():
        navigation.link("landing", t("resume.device_list"), a=None)
    else:
        html.write(html.paragraph(t("resume.device_none")))


def _by_code(t: Wording) -> None:
    html.write(html.heading(t("resume.code"), 2))
    typed = st.text_input(
        t("resume.code_label"), max_chars=60, placeholder="XXXX-XXXX-XXXX-XXXX", key="code"
    )
    if not st.button(t("resume.open"), type="primary", key="open-code"):
        return
    try:
        found = vault.open_code(typed)
    except PermissionError:
        html.write(html.notice(t("resume.refused_wait"), "warn", "alert"))
        return
    if found is None:
        html.write(html.notice(t("resume.wrong_code"), "warn", "alert"))
        return
    _enter(t, found)


def _by_file(t: Wording) -> None:
    html.write(
        html.heading(t("resume.file"), 2),
        html.paragraph(t("resume.file_text")),
        html.own_word("file", t("resume.file_choose")),
    )
    given = st.file_uploader(t("resume.file_label"), type=["json"], key="file")
    if given is None or session.recall("read_file") == given.file_id:
        return
    try:
        known = answer_files.to_create(t.language, given.name, given.getvalue())
    except (AnswerFileError, WrongProfile, WrongPlan) as error:
        html.write(
            html.notice(t("resume.bad_file"), "warn", "alert"),
            html.fold(t("resume.bad_file_detail"), html.paragraph(str(error))),
        )
        return
    session.remember("read_file", given.file_id)
    _enter(t, vault.create(**known))


def _enter(t: Wording, assessment_id: str) -> None:
    session.remember("last", assessment_id)
    record = vault.load(assessment_id)
    if journey.kind_of(record.instrument) == "dma":
        dma.enter(t, record)
    questionnaire = contents.questionnaire(t.language)
    journey.proceed(record, questionnaire)


show()
