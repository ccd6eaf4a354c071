"""What helped us may help others: suggest a resource, or say which one is missing."""

import streamlit as st
from babel import Locale

from catalogue.suggestion import web_address
from catalogue.thesaurus import read_thesaurus
from content.languages import LANGUAGES
from content.wording import Wording
from storage.voices import LONGEST
from ui import navigation, session, voices
from ui.components import html, missing, voice
from ui.components.guard import screen

PLACE = "suggest"


@screen
def show(t: Wording) -> None:
    """The form, then the request for what is missing."""
    html.arrive(t("suggest.title"))
    html.write(html.paragraph(t("suggest.lead"), "lead"))
    if session.recall(f"voice.{PLACE}") == "sent":
        html.write(html.notice(t("suggest.thanks"), "good"))
        if st.button(t("suggest.again"), type="tertiary", key="suggest-again"):
            voice.become(PLACE, None)
    else:
        _form(t)
    missing.ask_for(t)
    navigation.link("stories", t("title.stories"))


def _form(t: Wording) -> None:
    labels = read_thesaurus(t.language).topics
    tongues = {code: Locale.parse(code).get_display_name(t.language) or code for code in LANGUAGES}
    with st.form("form-suggest", enter_to_submit=False):
        said = {
            "title": st.text_input(t("suggest.name"), max_chars=LONGEST["title"], key="s-title"),
            "url": st.text_input(
                t("suggest.url"), max_chars=LONGEST["url"], placeholder="https://…", key="s-url"
            ),
            "topic": _choose(t, "topic", labels),
            "page_language": _choose(t, "page_language", tongues),
            "text": st.text_input(t("suggest.text"), max_chars=LONGEST["text"], key="s-text"),
        }
        voice.nameless(t)
        send = st.form_submit_button(t("voice.send"), type="primary")
    if send:
        _send(t, said)


def _choose(t: Wording, name: str, options: dict[str, str]) -> str:
    unknown = t(f"suggest.{name}.unknown")
    chosen: str = st.selectbox(
        t(f"suggest.{name}"),
        ["", *options],
        format_func=lambda one: options.get(one, unknown),
        key=f"s-{name}-{t.language}",
    )
    return chosen


def _send(t: Wording, said: dict[str, str]) -> None:
    address = web_address(said["url"])
    if not said["title"].strip():
        html.write(html.notice(t("suggest.no_name"), "warn", "alert"))
    elif address is None:
        html.write(html.notice(t("suggest.no_url"), "warn", "alert"))
    elif voice.sent(t, lambda: voices.leave("suggest", **(said | {"url": address}))):
        voice.become(PLACE, "sent")


show()
