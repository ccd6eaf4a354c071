"""Two who wrote in the same place: the second one reads both texts and decides."""

from collections.abc import Callable

import streamlit as st

from access.rules import NotAllowed, Object
from content.wording import Wording
from storage.errors import StorageUnavailable, UnknownAssessment
from ui import session, vault
from ui.components import html


def ask(t: Wording, record_id: str, thing: Object, name: str, theirs: str) -> None:
    """The other text, and which of the two is to stay; `name` is the field's (`session.field`)."""
    choose(
        t, record_id, thing, name, theirs,
        lambda: session.prefer_mine(name), lambda: session.prefer_theirs(name),
    )  # fmt: skip


def choose(
    t: Wording,
    record_id: str,
    thing: Object,
    place: str,
    theirs: str,
    mine_stays: Callable[[], None],
    theirs_stays: Callable[[], None],
) -> None:
    """The same, for a field that is not one of `session.field`."""
    html.write(
        html.notice(t("clash.title", who=who(t, record_id, thing)), "warn", "alert"),
        html.paragraph(theirs or t("clash.emptied"), "card"),
    )
    with st.container(horizontal=True):
        st.button(t("clash.mine"), key=f"clash-mine-{place}", on_click=mine_stays)
        st.button(t("clash.theirs"), key=f"clash-theirs-{place}", on_click=theirs_stays)


def who(t: Wording, record_id: str, thing: Object) -> str:
    """Who changed it meanwhile, as one may be told: a role, never a name."""
    try:
        role = vault.who_else(record_id, thing)
    except (StorageUnavailable, UnknownAssessment, NotAllowed):
        role = None
    known = ("owner", "contributor", "adviser")
    return t(f"clash.who_{role}" if role in known else "clash.who_here")
