"""Above and below every screen: the name, the languages, my data, the licence."""

from base64 import b64encode
from collections.abc import Mapping
from functools import lru_cache
from urllib.parse import urlencode

import streamlit as st
from babel import Locale

from content.languages import LANGUAGES
from content.wording import SOFTWARE, Wording
from identity.site import logo, read_site
from ui import assets, navigation, session, stylesheet, texts, visitor
from ui.components import html


def top(t: Wording) -> None:
    """The style sheet and the header."""
    if not stylesheet.linked:
        # Nothing but a style sheet: Streamlit gives it no room on the page.
        st.html(f"<style>{stylesheet.sheet()}</style>")
    html.write(html.skip_link(t("frame.skip")))
    with st.container(key="jalon-header", horizontal=True, vertical_alignment="center"):
        _brand(t)
        with st.container(key="jalon-tools", horizontal=True, horizontal_alignment="right"):
            _languages(t)
            if session.recall("last") or navigation.parameter("a"):
                navigation.link("my_data", t("frame.my_data"), key="jalon-mine")


def _brand(t: Wording) -> None:
    with st.container(key="jalon-brand", horizontal=True, vertical_alignment="center", gap="small"):
        # An ornament: the name beside it says whose site this is.
        html.write(f"<img class='jalon-mark' src='{_mark()}' alt=''>")
        navigation.link("landing", texts.plain(read_site(t.language).brand.name))


@lru_cache(maxsize=1)
def _mark() -> str:
    """The mark's address; under `streamlit run`, which has no address of ours, the mark itself."""
    if stylesheet.linked:
        return assets.mark()
    content, kind = logo()
    return f"data:{kind};base64,{b64encode(content).decode()}"


def bottom(t: Wording) -> None:
    """The footer: privacy, the words explained, and what this is."""
    with st.container(key="jalon-footer", horizontal=True, vertical_alignment="center"):
        navigation.link("privacy", t("frame.privacy"))
        navigation.link("accessibility", t("frame.accessibility"))
        navigation.link("glossary", t("title.glossary"))
        navigation.link("sign_in", t("frame.support"), a=None)
        html.write(f"<p class='jalon-small'>{html.esc(t('frame.about', software=SOFTWARE))}</p>")


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
    asked = st.query_params.to_dict()
    links = "".join(_language_link(code, asked) for code in others)
    html.write(
        f"<details class='jalon-languages'><summary>{_own_name(t.language)}</summary>"
        f"<div>{links}</div></details>"
    )


def _language_link(code: str, asked: Mapping[str, str]) -> str:
    address = urlencode({**asked, "lang": code})
    return (
        f"<a class='jalon-language' href='?{html.esc(address)}' target='_self' "
        f"lang='{code}' hreflang='{code}'>{_own_name(code)}</a>"
    )


@lru_cache(maxsize=len(LANGUAGES))
def _own_name(code: str) -> str:
    """A language as its speakers call it: 'Nederlands', with a capital."""
    return (Locale.parse(code).get_display_name(code) or code).capitalize()
