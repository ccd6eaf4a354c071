"""Beside what may help: whether it did, or no longer answers."""

import streamlit as st

from content.wording import Wording
from reports.dossier import Dossier, ProjectSheet
from storage.voices import LONGEST
from ui import texts, voices
from ui.components import html, voice

VERDICTS = ("helped", "useless", "dead")


def review(t: Wording, dossier: Dossier, sheet: ProjectSheet) -> None:
    """A quiet button under the project, then a form on one of its resources, story or bodies."""
    named = _named(t, dossier, sheet)
    place = f"review-{sheet.step.project.id}"
    if not named or not voice.opens(t, place, "review.button", "voice.thanks"):
        return
    with st.form(f"form-{place}", enter_to_submit=False):
        about = st.radio(
            t("review.which"), list(named), index=0 if len(named) == 1 else None,
            format_func=lambda one: texts.plain(named[one]), key=f"about-{place}-{t.language}",
        )  # fmt: skip
        verdict = st.radio(
            t("review.verdict"), VERDICTS, index=None,
            format_func=lambda one: t(f"review.{one}"), key=f"verdict-{place}-{t.language}",
        )  # fmt: skip
        text = st.text_input(t("review.text"), max_chars=LONGEST["text"], key=f"text-{place}")
        voice.nameless(t)
        send = st.form_submit_button(t("voice.send"))
    if send and (about is None or verdict is None):
        html.write(html.notice(t("review.choose"), "warn", "alert"))
    elif send and voice.sent(t, lambda: voices.leave("review", about, verdict=verdict, text=text)):
        voice.become(place, "sent")
    if st.button(t("voice.cancel"), type="tertiary", key=f"close-{place}"):
        voice.become(place, None)


def _named(t: Wording, dossier: Dossier, sheet: ProjectSheet) -> dict[str, str]:
    """Catalogue id to the name the card shows."""
    library, found = dossier.library, sheet.help
    resources = {hit.id: library.resources[hit.id].title for hit in found.resources}
    networks = {hit.id: library.networks[hit.id].name for hit in found.networks}
    told = [library.cases[found.case.id]] if found.case else []
    stories = {case.id: t("story.fold", organisation=case.organisation) for case in told}
    return resources | stories | networks
