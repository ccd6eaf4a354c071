"""Who advises the enterprise, since when, what she keeps for herself, and how to end it."""

import streamlit as st

from content.wording import Wording
from storage.guidance import Guidance
from storage.record import Record
from ui import guided, texts
from ui.components import html, journey

_SIGNS = 12


def advised_by(t: Wording, record: Record) -> None:
    """For the owner: each adviser with the button that ends it; those of the past in a fold."""
    found = guided.advisers(record)
    if not found:
        return
    html.write(html.heading(t("advised.title"), 2))
    live = [one for one in found if one.ended is None]
    for one in live:
        with st.container(border=True, key=f"key-adviser-{one.account_id[:_SIGNS]}"):
            since = t("advised.since", day=journey.day(t, journey.local_day(one.since)))
            html.write(
                f"<p><strong>{html.esc(one.name)}</strong><br>{html.esc(t('advised.may'))}<br>"
                f"{html.esc(since)}</p>"
            )
            label = texts.aimed(t("advised.end"), one.name)
            if st.button(label, key=f"end-adviser-{one.account_id[:_SIGNS]}"):
                guided.end(record.id, one)
                st.rerun()
    kept = guided.private_count(record.id)
    html.write(
        html.paragraph(
            t("advised.private", count=kept) if kept else t("advised.no_private"), "small"
        )
    )
    if over := [one for one in found if one.ended is not None]:
        lines = html.items(_past(t, one) for one in over)
        html.write(html.fold(t("advised.past", count=len(over)), lines))


def _past(t: Wording, one: Guidance) -> str:
    ended = one.ended or one.since
    return t(
        "advised.from_to", name=one.name,
        since=journey.day(t, journey.local_day(one.since)),
        ended=journey.day(t, journey.local_day(ended)),
    )  # fmt: skip
