"""Let others read or answer: a link for each, when it ends, how to end it; who did what."""

import datetime as dt

import streamlit as st

from access.rules import KeyRole
from content.wording import Wording
from storage.record import Record
from ui import database, session, texts, vault, visitor
from ui.components import advised_by, guest, html, journey, keys_made, trail
from ui.components.guard import screen

ROLES: tuple[KeyRole, ...] = ("reader", "contributor", "adviser")
DAYS = (7, 30, 90, 365)
USUAL = 30
LONGEST = 80


@screen
def show(t: Wording) -> None:
    """A new link, the links made so far, the trail. For the owner alone."""
    record = journey.opened(t, "any")
    guest.hers(t, t("share.title"), record, "share", "assessment")
    journey.back(t, "keep")
    html.arrive(t("share.title"))
    html.write(html.paragraph(t("share.lead"), "lead"))
    if visitor.device() is None:
        # Links are opened by an address of ours, which `streamlit run` does not have.
        html.write(html.notice(t("share.no_link")))
    else:
        _new(t, record)
    advised_by.advised_by(t, record)
    keys_made.keys_made(t, record)
    trail.trail(t, record)


def _new(t: Wording, record: Record) -> None:
    html.write(html.heading(t("share.new"), 2))
    if (secret := session.take(f"shared.{record.id}")) is not None:
        _once(t, secret)
    turn = session.recall(f"share-turn.{record.id}", 0)
    key = f"{record.id}.{t.language}.{turn}"
    role = st.radio(
        t("share.what"), ROLES, format_func=lambda one: texts.plain(t(f"share.as_{one}")),
        key=f"share-role.{key}",
    )  # fmt: skip
    if role == "adviser":
        html.write(html.paragraph(t("share.adviser_text"), "small"))
    label = st.text_input(
        t("share.who"), max_chars=LONGEST, placeholder=t("share.who_example"),
        key=f"share-who.{key}",
    )  # fmt: skip
    today = journey.local_day(database.now())
    days = [day for day in _ends(today) if day <= record.expires_on] or [record.expires_on]
    usual = today + dt.timedelta(days=USUAL)
    last = st.selectbox(
        t("share.until"), days, days.index(usual) if usual in days else len(days) - 1,
        format_func=lambda day: journey.day(t, day), key=f"share-until.{key}",
    )  # fmt: skip
    if not st.button(t("share.make"), type="primary", key="share-make"):
        return
    if not label.strip():
        html.write(html.notice(t("share.who_missing"), "warn", "alert"))
        return
    secret = vault.share(record.id, role, " ".join(label.split()), _over(last))
    session.remember(f"shared.{record.id}", f"{visitor.site()}/open?key={secret}")
    # The fields begin anew: a second press would make the same link twice.
    session.remember(f"share-turn.{record.id}", turn + 1)
    st.rerun()


def _ends(today: dt.date) -> list[dt.date]:
    return [today + dt.timedelta(days=days) for days in DAYS]


def _over(last: dt.date) -> dt.datetime:
    """The moment the visitor's last day is over."""
    midnight = dt.datetime.combine(last + dt.timedelta(days=1), dt.time())
    return midnight.replace(tzinfo=visitor.zone())


def _once(t: Wording, link: str) -> None:
    html.write(html.notice(t("share.once"), "warn", "alert"))
    st.code(link, language=None, wrap_lines=True)


show()
