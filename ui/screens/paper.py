"""Without network: take the questionnaire away, bring the answers back."""

import streamlit as st

from assessment.scorecard import Form
from content.wording import Wording
from reports.paper.found import UnreadableFile
from reports.paper.kinds import KINDS
from reports.paper.reading import read_back
from ui import navigation, session
from ui.components import html, paper
from ui.components.guard import screen


@screen
def show(t: Wording) -> None:
    """Two halves: what to take, how to come back."""
    html.arrive(t("paper.title"))
    html.write(html.paragraph(t("paper.lead"), "lead"))
    _take(t)
    html.write(
        html.heading(t("paper.bring"), 2),
        html.heading(t("paper.from_pen"), 3),
        html.paragraph(t("paper.from_pen_text")),
    )
    if st.button(t("paper.to_type"), type="primary", key="paper-to-type"):
        navigation.go("paper_type", a=None)
    html.write(html.heading(t("paper.from_file"), 3), html.paragraph(t("paper.from_file_text")))
    _bring(t)
    html.write(html.paragraph(t("paper.json"), "small"))
    navigation.link("resume", t("landing.resume"), a=None)


def _take(t: Wording) -> None:
    html.write(html.heading(t("paper.take"), 2))
    form: Form = st.radio(
        t("paper.which"),
        paper.FORMS,
        format_func=lambda one: paper.name_of(t, one),
        key=f"paper-form-{t.language}",
    )
    one = paper.today(t, form)
    with st.container(horizontal=True, key="paper-files"):
        for name, kind in KINDS.items():
            st.download_button(
                t(f"paper.get_{name}"),
                data=lambda make=kind.make: make(one),
                file_name=f"jalon-{form}-{t.language}-{name}.{kind.extension}",
                mime=kind.mime,
                on_click="ignore",
                key=f"paper-get-{name}",
            )
    html.write(html.paragraph(t("paper.get_note"), "small"))


def _bring(t: Wording) -> None:
    given = st.file_uploader(t("paper.file"), type=["pdf", "xlsx", "csv"], key="paper-file")
    if given is None or session.recall("read_paper") == given.file_id:
        return
    try:
        with st.spinner(t("paper.reading")):
            read = read_back(given.getvalue(), paper.desk(t))
    except UnreadableFile as error:
        html.write(html.notice(str(error), "warn", "alert"))
        return
    session.remember("read_paper", given.file_id)
    paper.wait_for_check(read)
    navigation.go("paper_check", a=None)


show()
