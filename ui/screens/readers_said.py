"""For the curator: what readers gave back and nobody has answered, and the patch to take away."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

import streamlit as st
from babel import Locale

from catalogue.suggestion import web_address
from content.wording import Wording
from ui import curating, session
from ui.components import html, journey
from ui.components.guard import screen

Said = dict[str, Any]


@screen
def show(t: Wording) -> None:
    """Requests, unclear questions, reviews, suggestions: the most pressing first."""
    found = curating.waiting(t.language)
    journey.back(t, "account", a=None)
    html.arrive(t("readers.title"))
    html.write(html.paragraph(t("readers.lead"), "lead"))
    if (done := session.take("readers.marked")) is not None:
        kind = "good" if done else "warn"
        html.write(html.notice(t("readers.marked" if done else "readers.gone"), kind))
    _requests(t, found["requests"]["each"])
    _grouped(t, "unclear", found["unclear"])
    _grouped(t, "reviews", found["reviews"])
    _suggestions(t, found["suggestions"])


def _requests(t: Wording, each: Sequence[Said]) -> None:
    html.write(html.heading(t("readers.requests"), 2))
    if not each:
        html.write(html.paragraph(t("readers.none")))
    for one in each:
        html.write(html.paragraph(t("readers.quote", words=one.get("words", "?"))), _when(t, one))
        _marks(t, [one["id"]], one.get("words", "?"))


def _grouped(t: Wording, kind: str, groups: Sequence[Said]) -> None:
    html.write(html.heading(t(f"readers.{kind}"), 2))
    if not groups:
        html.write(html.paragraph(t("readers.none")))
    for one in groups:
        name = one["name"] or one["about"]
        counts = {verdict: one.get(verdict, 0) for verdict in ("helped", "useless", "dead")}
        remarks = [remark["text"] for remark in one["remarks"] if remark.get("text")]
        html.write(
            html.heading(name, 3),
            html.paragraph(t(f"readers.{kind}_times", count=one["times"], **counts), "small"),
            html.items(remarks) if remarks else "",
        )
        _marks(t, [remark["id"] for remark in one["remarks"]], name)


def _suggestions(t: Wording, each: Sequence[Said]) -> None:
    html.write(html.heading(t("readers.suggestions"), 2))
    if not each:
        html.write(html.paragraph(t("readers.none")))
        return
    for one in each:
        url = web_address(one.get("url", ""))
        known = html.paragraph(t("readers.known"), "small") if one["already_known"] else ""
        html.write(
            html.heading(one.get("title", "?"), 3),
            f"<p class='jalon-alone'>{html.out(url, url)}</p>" if url else "",
            html.paragraph(one["text"]) if one.get("text") else "",
            known,
            _when(t, one),
        )
        _marks(t, [one["id"]], one.get("title", "?"))
    _take_away(t)


def _take_away(t: Wording) -> None:
    patch = curating.patch()
    if not patch:
        return
    html.write(html.heading(t("readers.patch"), 2), html.paragraph(t("readers.patch_text")))
    st.download_button(
        t("readers.patch_take"), data=patch.encode(), file_name="jalon-suggestions.patch",
        mime="text/x-diff", on_click="ignore", key="patch",
    )  # fmt: skip


def _when(t: Wording, one: Said) -> str:
    tongue = Locale.parse(one["language"]).get_display_name(t.language) or one["language"]
    day = journey.day(t, dt.date.fromisoformat(one["day"]))
    return html.paragraph(t("readers.when", day=day, language=tongue), "small")


def _marks(t: Wording, ids: Sequence[str], about: str) -> None:
    with st.container(horizontal=True, key=f"marks-{ids[0]}"):
        for status in ("answered", "declined"):
            label = t(f"readers.{status}")
            if st.button(label, help=about, key=f"{status}-{ids[0]}"):
                session.remember("readers.marked", curating.mark(ids, status))
                st.rerun()


show()
