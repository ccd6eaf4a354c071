"""Come back with a code, a file, or what this device remembers."""

from typing import Any

import streamlit as st

from assessment.answers import mistakes
from assessment.dma_profile import WrongModule, read_module
from assessment.marks import unreadable
from assessment.profile_reading import WrongProfile, read_profile
from content.wording import Wording
from questionnaires import CHECKLISTS
from recommendations.plan_data import WrongPlan, plan_of, read_plan
from recommendations.roadmap import Means
from storage.answer_file import MAX_BYTES, AnswerFile, AnswerFileError, read_answer_file
from storage.record import DMA_PROFILE
from ui import contents, navigation, session, vault
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
    html.write(html.heading(t("resume.file"), 2), html.paragraph(t("resume.file_text")))
    given = st.file_uploader(t("resume.file_label"), type=["json"], key="file")
    if given is None or session.recall("read_file") == given.file_id:
        return
    try:
        known = _read(t, given.name, given.getvalue())
    except (AnswerFileError, WrongProfile, WrongPlan) as error:
        html.write(
            html.notice(t("resume.bad_file"), "warn", "alert"),
            html.fold(t("resume.bad_file_detail"), html.paragraph(str(error))),
        )
        return
    session.remember("read_file", given.file_id)
    _enter(t, vault.create(**known))


def _read(t: Wording, name: str, content: bytes) -> dict[str, Any]:
    """What to create the assessment with; AnswerFileError or WrongProfile in one line."""
    if len(content) > MAX_BYTES:
        raise AnswerFileError(f"{name}: {len(content)} > {MAX_BYTES}")
    try:
        file = read_answer_file(content.decode("utf-8-sig"), name)
    except UnicodeDecodeError:
        raise AnswerFileError(f"{name}: UTF-8") from None
    if file.instrument in CHECKLISTS:
        return _read_checklist(t, name, file)
    _check(t, name, file)
    profile, plan = read_profile(file.profile), read_plan(file.plan)
    return {
        "instrument": file.instrument,
        "version": file.version or contents.questionnaire(t.language).version,
        "form": file.form,
        "stage": file.stage,
        "profile": profile.model_dump(mode="json", exclude_none=True),
        "worry": file.worry,
        "plan": plan_of(plan.means(Means()), plan.wishes),
        "given": file.answers,
    }


def _read_checklist(t: Wording, name: str, file: AnswerFile) -> dict[str, Any]:
    """The same for a DMA form: rows not graded yet may stay so."""
    checklist = contents.checklist(file.instrument, t.language)
    for question in file.answers:
        raise AnswerFileError(f"{name}: answers.{question}: [1, 2, …]")
    wrong = unreadable(checklist, file.numbers)
    if wrong:
        raise AnswerFileError(f"{name}: answers.{wrong[0].question}: {wrong[0].message}")
    try:
        module = read_module(file.instrument, file.dma_profile)
    except WrongModule as error:
        raise AnswerFileError(f"{name}: {DMA_PROFILE}.{error}") from None
    return {
        "instrument": file.instrument,
        "version": file.version or checklist.version,
        "form": "core",
        "stage": file.stage,
        "profile": {DMA_PROFILE: module.model_dump(mode="json", exclude_none=True)},
        "numbers": file.numbers,
    }


def _check(t: Wording, name: str, file: AnswerFile) -> None:
    questionnaire = contents.questionnaire(t.language)
    if file.instrument != questionnaire.id:
        raise AnswerFileError(f"{name}: instrument '{file.instrument}' ≠ '{questionnaire.id}'")
    for question in file.numbers:
        raise AnswerFileError(f"{name}: answers.{question}: […]")
    wrong = mistakes(questionnaire, file.answers)
    if wrong:
        raise AnswerFileError(f"{name}: answers.{wrong[0].question}: {wrong[0].message}")


def _enter(t: Wording, assessment_id: str) -> None:
    session.remember("last", assessment_id)
    record = vault.load(assessment_id)
    if journey.kind_of(record.instrument) == "dma":
        dma.enter(t, record)
    questionnaire = contents.questionnaire(t.language)
    journey.proceed(record, questionnaire)


show()
