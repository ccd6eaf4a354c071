"""A short form that opens where it is asked for, and keeps what was typed until it is sent."""

import logging
from collections.abc import Callable

import streamlit as st

from content.wording import Wording
from storage.errors import StorageUnavailable
from storage.voices import UnknownVoice
from ui import session
from ui.components import html
from ui.failures import told
from ui.voices import TooMany

_log = logging.getLogger("jalon.ui")


def sent(t: Wording, send: Callable[[], object]) -> bool:
    """Whether it went; if not, says why beside the form, where the words still stand."""
    try:
        send()
    except TooMany:
        html.write(html.notice(t("voice.too_many"), "warn", "alert"))
    except (StorageUnavailable, UnknownVoice) as error:
        _log.error("a reader's words were not kept: %s", told(error))
        html.write(html.notice(t("voice.not_sent"), "warn", "alert"))
    else:
        return True
    return False


def opens(t: Wording, place: str, button: str, thanks: str) -> bool:
    """Whether the form of this place stands open; else shows its button, or the thanks."""
    state = session.recall(f"voice.{place}")
    if state == "sent":
        html.write(html.notice(t(thanks), "good"))
    elif state is None and st.button(t(button), type="tertiary", key=f"open-{place}"):
        become(place, "open")
    return bool(state == "open")


def become(place: str, state: str | None) -> None:
    """The form of this place opens ('open'), is thanked for ('sent') or closes (None)."""
    session.remember(f"voice.{place}", state)
    st.rerun()


def nameless(t: Wording) -> None:
    """What is kept of it, said before it is sent."""
    html.write(html.paragraph(t("voice.nameless"), "small"))
