"""Above and below every screen: the name, the languages, my data, the licence."""

from pathlib import Path
from urllib.parse import urlencode

import streamlit as st
from babel import Locale

from content.languages import LANGUAGES
from content.wording import Wording
from ui import navigation, session, visitor
from ui.components import html

STYLE = Path(__file__).parents[1] / "style.css"


def top(t: Wording) -> None:
    """The style sheet and the header."""
    # Passed as a path, Streamlit puts it in the page's head: it takes no room on the page.
    st.html(STYLE)
    with st.container(key="jalon-header", horizontal=True, vertical_alignment="center"):
        navigation.link("landing", "Jalon", key="jalon-brand")
        with st.container(key="jalon-tools", horizontal=True, horizontal_alignment="right"):
            _languages(t)
            if session.recall("last") or navigation.parameter("a"):
                navigation.link("my_data", t("frame.my_data"), key="jalon-mine")


def bottom(t: Wording) -> None:
    """The footer: privacy, the words explained, and what this is."""
    with st.container(key="jalon-footer", horizontal=True, vertical_alignment="center"):
        navigation.link("privacy", t("frame.privacy"))
        navigation.link("glossary", t("title.glossary"))
        html.write(f"<p class='jalon-small'>{html.esc(t('frame.about'))}</p>")


def _languages(t: Wording) -> None:
    others = [code for code in LANGUAGES if code != t.language]
    if visitor.device() is None:
        # Without the device cookie a reload would lose the way back to the answers.
        with st.popover(_own_name(t.language), type="tertiary"):
            for code in others:
                if st.button(_own_name(code), key=f"jalon-language-{code}", type="tertiary"):
                    st.query_params["lang"] = code
                    st.rerun()
        return
    links = "".join(_language_link(code) for code in others)
    html.write(
        f"<details class='jalon-languages'><summary>{_own_name(t.language)}</summary>"
        f"<div>{links}</div></details>"
    )


def _language_link(code: str) -> str:
    asked = urlencode({**st.query_params.to_dict(), "lang": code})
    return (
        f"<a class='jalon-language' href='?{html.esc(asked)}' target='_self' "
        f"lang='{code}' hreflang='{code}'>{_own_name(code)}</a>"
    )


def _own_name(code: str) -> str:
    """A language as its speakers call it: 'Nederlands', with a capital."""
    return (Locale.parse(code).get_display_name(code) or code).capitalize()
