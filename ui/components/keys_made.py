"""The links and codes of an assessment: for whom, what they allow, until when, and their end."""

import datetime as dt

import streamlit as st

from content.wording import Wording
from storage.keys import Key
from storage.record import Record
from ui import database, texts, vault
from ui.components import html, journey

_ID_SIGNS = 12


def keys_made(t: Wording, record: Record) -> None:
    """Those that open something, each with the button that ends it; the ended ones folded."""
    now, found = database.now(), vault.shared(record.id)
    live = [key for key in found if not key.ended(now)]
    over = [key for key in found if key.ended(now)]
    html.write(html.heading(t("share.made"), 2))
    if not live:
        html.write(html.paragraph(t("share.none")))
    for key in live:
        # A part of the hash tells the buttons apart; the secret is not known here.
        with st.container(border=True, key=f"key-{key.hash[:_ID_SIGNS]}"):
            html.write(_said(t, record, key))
            label = texts.aimed(t("share.end"), _name(t, key))
            if st.button(label, key=f"end-{key.hash[:_ID_SIGNS]}"):
                _end(t, record, key)
    if over:
        lines = html.items(f"{_name(t, key)} · {_over(t, key)}" for key in over)
        html.write(html.fold(t("share.ended", count=len(over)), lines))


def _end(t: Wording, record: Record, key: Key) -> None:
    try:
        vault.end_key(record.id, key)
    except vault.LastWayIn:
        html.write(html.notice(t("share.last_way"), "warn", "alert"))
        return
    st.rerun()


def _said(t: Wording, record: Record, key: Key) -> str:
    made = journey.day(t, journey.local_day(key.created_at))
    ends = journey.day(t, _last_day(key) or record.expires_on)
    return (
        f"<p><strong>{html.esc(_name(t, key))}</strong><br>"
        f"{html.esc(t(f'share.role_{key.role}'))}<br>"
        f"{html.esc(t('share.dates', made=made, ends=ends))}</p>"
    )


def _name(t: Wording, key: Key) -> str:
    return key.label or t(f"share.own_{key.kind}")


def _over(t: Wording, key: Key) -> str:
    if key.revoked_at is not None:
        return t("share.withdrawn", day=journey.day(t, journey.local_day(key.revoked_at)))
    return t("share.past", day=journey.day(t, _last_day(key) or database.now().date()))


def _last_day(key: Key) -> dt.date | None:
    """The last day it opens something: it ends as that day does."""
    if key.expires_at is None:
        return None
    return journey.local_day(key.expires_at - dt.timedelta(seconds=1))
