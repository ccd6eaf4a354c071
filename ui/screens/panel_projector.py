"""For the wall of a meeting room: the code to join, the count, then the dots, followed live."""

import logging

import streamlit as st

from content.wording import Wording
from network.panel import PanelPicture
from reports.charts import panel as panel_chart
from storage.errors import StorageUnavailable, UnknownAssessment
from storage.panels import Panel
from storage.record import Record, name_in
from ui import contents, dossiers, panels
from ui.components import html, journey
from ui.components.drawings import dots
from ui.components.guard import screen
from ui.components.panel import has_picture, opened_panel, said, too_few
from ui.components.panel_sharing import invitation
from ui.failures import trace

EVERY_SECONDS = 3.0
_log = logging.getLogger("jalon.ui")


@screen
def show(t: Wording) -> None:
    """Large, and nothing that the thresholds would not let through on any other screen."""
    record = journey.opened(t)
    panel = opened_panel(t, record)
    journey.back(t, "panel", v=panel.id)
    html.arrive(t("panel.projector_title"))
    with st.container(key="projector"):
        if panel.closed_on is not None:
            _follow(t, record, panel)
            return
        # Side by side: who comes in late still finds the code beside the picture.
        way_in, picture = st.columns((1, 3), gap="large")
        with way_in:
            html.write(_way_in(t, panel))
        with picture:
            _follow(t, record, panel)


def _way_in(t: Wording, panel: Panel) -> str:
    code = None if panel.slips else panels.join_code(panel)
    return invitation(t, code) if code else html.paragraph(t("panel.projector_slip"))


def _follow(t: Wording, record: Record, panel: Panel) -> None:
    """Looks again every few seconds while answers may come."""

    def look() -> None:
        try:
            _look(t, record)
        except StorageUnavailable as error:
            _log.error("storage: %s", error)
            html.write(html.notice(t("error.storage.text"), "warn", "alert"))
        except UnknownAssessment:
            # Deleted or closed to this browser meanwhile: the whole page says so.
            st.rerun()
        except Exception as error:
            # Around the page stands ui/components/guard.py; here it would show a traceback.
            _log.error("the live view failed:\n%s", trace(error))
            html.write(html.notice(t("error.other.text"), "warn", "alert"))

    st.fragment(look, run_every=None if panel.closed_on is not None else EVERY_SECONDS)()


def _look(t: Wording, record: Record) -> None:
    panel = panels.current(record)
    if panel is None:
        st.rerun()
    words = html.esc(t("panel.count", count=panel.answers))
    html.write(f"<p class='jalon-lead' role='status'>{words}</p>")
    if not has_picture(panel):
        html.write(too_few(t, panel))
    elif panel.shown or panel.closed_on is not None:
        _picture(t, record, panel)
    else:
        # The first look decides which roles can stand apart: somebody decides when.
        html.write(html.notice(t("panel.before_looking")))
        if st.button(t("panel.show_now"), type="primary", key="show-now"):
            panels.shown(panel, t.language)
            st.rerun()


def _picture(t: Wording, record: Record, panel: Panel) -> None:
    found = panels.shown(panel, t.language)
    if found is None:
        return
    questionnaire = contents.questionnaire(t.language)
    chart = panel_chart.chart(
        questionnaire,
        found,
        name=name_in(record.profile),
        on=dossiers.today(),
        language=t.language,
    )
    html.write(
        html.paragraph(t("panel.rests_on", count=found.sheets)),
        f"<div class='jalon-chart'>{dots(chart.drawing, chart.alt)}</div>",
        _first(t, record, panel, found),
    )


def _first(t: Wording, record: Record, panel: Panel, found: PanelPicture) -> str:
    talk = panels.to_talk_about(record, panel, found)
    if not talk:
        return ""
    question = contents.questionnaire(t.language).question(talk[0].question)
    shown = next(each for each in found.questions if each.question == question.id)
    return (
        f"<div class='jalon-card jalon-first'>{html.paragraph(t('panel.talk_heading'), 'kicker')}"
        f"{html.heading(question.text, 2)}{said(t, question, shown)}</div>"
    )


show()
