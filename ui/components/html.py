"""Small pieces of HTML. Whatever comes from people or files goes through `esc`."""

from collections.abc import Iterable
from html import escape

import streamlit as st

from ui.middleware.arrival import SCRIPT

ARRIVAL = f"<script>{SCRIPT}</script>"
TITLE = "jalon-title"
"""The id of the heading of every screen."""


def esc(text: object) -> str:
    """The text as data, never markup."""
    return escape(str(text), quote=True)


def arrive(title: str, *before: str) -> None:
    """Opens a screen: what stands before its heading, then the heading.

    Streamlit leaves the page scrolled where it was and the focus on a button that is gone:
    arrival.js (allowed by its hash in the page's policy) brings both to the new heading.
    """
    with st.container(gap=None):
        # Apart: a progress that moves on would run the script again, and take the focus away
        # from the answer just chosen.
        write(*before)
        st.html(heading(title, ident=TITLE) + ARRIVAL, unsafe_allow_javascript=True)


def skip_link(text: str) -> str:
    """The first stop of the keyboard: past the header, to the heading of the screen.

    In the reader's language: Streamlit's own link is English, and is not shown.
    """
    return f"<a class='jalon-skip' href='#{TITLE}'>{esc(text)}</a>"


def own_word(key: str, text: str) -> str:
    """A style that shows our word on the button of a field; Streamlit's is English for everyone.

    `key` is the field's; the word comes from ui/wording.yaml.
    """
    button = f".st-key-{esc(key)} button[data-testid='stBaseButton-secondary']"
    word = text.replace("\\", "").replace("'", "’").replace("<", "")
    return (
        # Out of sight and not out of the page: a button needs a text of its own.
        f"<style>{button} p{{position:absolute;clip-path:inset(50%)}}"
        f"{button} [data-has-shortcut]::after{{content:'{word}'}}</style>"
    )


def write(*pieces: str) -> None:
    """Puts these pieces of HTML on the page, one after the other; nothing when all are empty."""
    whole = "".join(pieces)
    if whole:
        st.html(whole)


def heading(text: str, level: int = 1, ident: str | None = None) -> str:
    """A heading of this level."""
    name = f' id="{esc(ident)}"' if ident else ""
    return f"<h{level} class='jalon-h{level}'{name}>{esc(text)}</h{level}>"


def paragraph(text: str, style: str = "") -> str:
    """A paragraph; `style` names a class of ui/styles without its prefix."""
    chosen = f" class='jalon-{style}'" if style else ""
    return f"<p{chosen}>{esc(text)}</p>"


def items(texts: Iterable[str], style: str = "list") -> str:
    """A bulleted list."""
    return f"<ul class='jalon-{style}'>" + "".join(f"<li>{esc(t)}</li>" for t in texts) + "</ul>"


def fold(summary: str, inner: str) -> str:
    """A text that opens on demand; `inner` is HTML."""
    return f"<details class='jalon-fold'><summary>{esc(summary)}</summary>{inner}</details>"


def out(url: str, label: str) -> str:
    """A link to somebody else's page."""
    return (
        f"<a href='{esc(url)}' target='_blank' rel='noopener noreferrer'>{esc(label)}"
        "<span aria-hidden='true'> ↗</span></a>"
    )


def notice(text: str, kind: str = "info", role: str = "status") -> str:
    """A framed message: 'info', 'good' or 'warn'; with role 'alert' it is read at once."""
    return (
        f"<div class='jalon-notice jalon-{esc(kind)}' role='{esc(role)}'><p>{esc(text)}</p></div>"
    )
