"""Keeping an answer when it is chosen, and saying so beside it."""

import datetime as dt
import logging
from collections.abc import Callable

import streamlit as st

from content.wording import Wording
from storage.errors import StorageUnavailable
from ui import session
from ui.components import html, journey
from ui.failures import told
from ui.serving import metrics

_log = logging.getLogger("jalon.ui")


def keep(t: Wording, place: str, write: Callable[[], dt.datetime], *fields: str) -> None:
    """Writes an answer and says when it was saved, or that it could not be.

    `place` names assessment and question; `write` returns the moment of saving; `fields` are the
    names (`session.field`) of what was typed.
    """
    try:
        moment = write()
    except (StorageUnavailable, LookupError) as error:
        metrics.SAVES.labels("refused").inc()
        _log.error("an answer was not saved: %s", told(error))
        html.write(html.notice(t("question.not_saved"), "warn", "alert"))
        st.button(t("question.save_again"), key=f"again.{place}")
        return
    metrics.SAVES.labels("kept").inc()
    session.remember(f"saved.{place}", moment)
    for field in fields:
        session.is_kept(field)
    say(t, place, kept=True)


def say(t: Wording, place: str, *, kept: bool) -> None:
    """When the answer was saved; nothing before the first one."""
    moment = session.recall(f"saved.{place}")
    if moment is not None:
        words = t("question.saved_at", time=journey.clock(moment))
    else:
        words = t("question.saved") if kept else ""
    html.write(f"<p class='jalon-saved' role='status'>{html.esc(words)}</p>")
