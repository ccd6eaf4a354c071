"""For the operator: version, database, counts, the last purge. Never what somebody wrote."""

import streamlit as st
from babel.numbers import format_decimal

from content.wording import Wording
from storage.state import State
from ui import operating, session
from ui.components import html, journey
from ui.components.guard import screen

_COUNTS = (
    "assessments", "expiring", "tombstones", "rounds", "campaigns", "voices", "accounts",
)  # fmt: skip
_MEGABYTE = 1_000_000


@screen
def show(t: Wording) -> None:
    """What is there, then what can be done."""
    state = operating.service()
    journey.back(t, "account", a=None)
    html.arrive(t("service.title"))
    html.write(html.paragraph(t("service.lead"), "lead"))
    html.write(html.heading(t("service.software"), 2), html.items(_software(t, state), "facts"))
    counts = [t(f"service.{name}", count=getattr(state, name)) for name in _COUNTS]
    html.write(html.heading(t("service.holds"), 2), html.items(counts))
    _purge(t, state)


def _software(t: Wording, state: State) -> list[str]:
    megabytes = format_decimal(round(state.size / _MEGABYTE, 1), locale=t.language)
    return [
        t("service.version", version=operating.version(), revision=state.revision),
        t(f"service.{state.kind}", size=megabytes),
    ]


def _purge(t: Wording, state: State) -> None:
    html.write(html.heading(t("service.purge_heading"), 2))
    if (count := session.take("purged")) is not None:
        html.write(html.notice(t("service.purge_done", count=count), "good"))
    day = state.purged_on
    said = "service.purge_never" if day is None else "service.purge_last"
    shown = "" if day is None else journey.day(t, day)
    html.write(html.paragraph(t(said, day=shown)), html.paragraph(t("service.purge_text")))
    if st.button(t("service.purge"), key="purge"):
        session.remember("purged", operating.purge())
        st.rerun()


show()
