"""The hour of a session: its agenda in words, what is left of it since she pressed the start."""

import logging

import streamlit as st

from assessment.answers import UNKNOWN
from assessment.floor import floor
from assessment.model import Questionnaire
from assessment.scorecard import asked
from assessment.session_agenda import Item, Known, agenda, clock, from_text
from content.wording import Wording
from storage.errors import StorageUnavailable
from storage.guidance import Guidance
from storage.record import Record
from ui import contents, database, guided, navigation, sheets
from ui.components import html
from ui.failures import told

EVERY_SECONDS = 15.0
_log = logging.getLogger("jalon.ui")


def planned(record: Record, questionnaire: Questionnaire) -> tuple[Item, ...]:
    """The agenda that fits what is known now."""
    answers = sheets.known_answers(record.answers, questionnaire)
    enterprise = sheets.profile_of(record).enterprise
    told_of_it = (enterprise.legal_form, enterprise.fte, enterprise.country)
    open_in = {dimension.id: 0 for dimension in questionnaire.dimensions}
    for question in asked(questionnaire, record.form):
        if question.scored and answers.get(question.id, UNKNOWN) == UNKNOWN:
            open_in[questionnaire.dimension_of(question.id).id] += 1
    return agenda(
        Known(
            profile=None not in told_of_it,
            floor_open=len(floor(questionnaire, answers).unknown),
            open_in=open_in,
        )
    )


def items_of(record: Record, hers: Guidance, questionnaire: Questionnaire) -> tuple[Item, ...]:
    """The agenda of the hour that runs, else the one that fits now."""
    if hers.session_began is not None and hers.agenda:
        return from_text(hers.agenda)
    return planned(record, questionnaire)


def shown(t: Wording, record: Record, hers: Guidance) -> None:
    """The agenda with its minutes; while the hour runs, the part one should be at."""
    items = items_of(record, hers, contents.questionnaire(t.language))
    if hers.session_began is None:
        html.write(_list(t, items, None))
        return
    _ticking(t, hers, items, whole=True)


def bar(t: Wording, record: Record, hers: Guidance) -> None:
    """The way back to the session, and what is left of the hour."""
    with st.container(horizontal=True, key="session-bar", vertical_alignment="center"):
        navigation.link("guided", t("meeting.session"))
        if hers.session_began is not None:
            items = items_of(record, hers, contents.questionnaire(t.language))
            _ticking(t, hers, items, whole=False)


def _ticking(t: Wording, hers: Guidance, items: tuple[Item, ...], *, whole: bool) -> None:
    def look() -> None:
        try:
            now = guided.here(hers.assessment_id)
        except StorageUnavailable as error:
            _log.error("storage: %s", told(error))
            return
        if now is None or now.session_began is None:
            return
        found = clock(items, now.session_began, database.now())
        left = t("hour.over", count=found.over) if found.over else t("hour.left", count=found.left)
        here = t("hour.here", part=_title(t, items[found.at]))
        html.write(
            f"<p class='jalon-clock'><strong>{html.esc(left)}</strong> "
            f"<span>{html.esc(here)}</span></p>",
            _list(t, items, found.at) if whole else "",
        )

    st.fragment(look, run_every=EVERY_SECONDS)()


def _list(t: Wording, items: tuple[Item, ...], at: int | None) -> str:
    lines = []
    for place, item in enumerate(items):
        now = " aria-current='step'" if place == at else ""
        minutes = html.esc(t("hour.minutes", count=item.minutes))
        lines.append(
            f"<li{now}><span>{html.esc(_title(t, item))}</span><b>{minutes}</b>"
            f"<small>{html.esc(_about(t, item))}</small></li>"
        )
    return f"<ol class='jalon-agenda'>{''.join(lines)}</ol>"


def _title(t: Wording, item: Item) -> str:
    return t(f"hour.{item.kind}")


def _about(t: Wording, item: Item) -> str:
    if item.kind == "floor":
        return t("hour.floor_about", count=item.count)
    if item.kind == "questions":
        titles = {d.id: d.short for d in contents.questionnaire(t.language).dimensions}
        names = ", ".join(titles[name] for name in item.dimensions if name in titles)
        return t("hour.questions_about", count=item.count, dimensions=names)
    return t(f"hour.{item.kind}_about")
