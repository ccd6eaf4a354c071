"""The screens, their addresses, and how to go from one to another."""

from collections.abc import Mapping
from contextlib import nullcontext
from typing import NoReturn

import streamlit as st

from content.wording import Wording
from ui import session

SCREENS = {
    "landing": "",
    "profile": "profile",
    "worry": "worry",
    "question": "question",
    "breather": "pause",
    "check": "check",
    "results": "results",
    "why": "why",
    "then_and_now": "then-and-now",
    "follow_up": "follow-up",
    "again": "again",
    "targets": "targets",
    "intervision": "peer-session",
    "deep": "deeper",
    "roadmap": "roadmap",
    "funding": "funding",
    "enterprise": "enterprise",
    "project": "project",
    "specification": "specification",
    "what_if": "what-if",
    "report": "report",
    "keep": "keep",
    "resume": "resume",
    "paper": "paper",
    "paper_type": "paper-type",
    "paper_check": "paper-check",
    "my_data": "my-data",
    "share": "share",
    "portfolio": "portfolio",
    "guided": "session",
    "hand_over": "hand-over",
    "example": "example",
    "privacy": "privacy",
    "accessibility": "accessibility",
    "team": "team",
    "team_round": "team-round",
    "team_answer": "team-answer",
    "team_thanks": "team-thanks",
    "team_picture": "team-picture",
    "panel": "panel",
    "panel_answer": "panel-answer",
    "panel_thanks": "panel-thanks",
    "panel_picture": "panel-picture",
    "panel_projector": "panel-projector",
    "campaign": "campaign",
    "campaign_board": "campaign-board",
    "campaign_join": "campaign-join",
    "campaign_member": "campaign-member",
    "stories": "stories",
    "suggest": "suggest",
    "glossary": "glossary",
    "search": "search",
    "others": "others",
    "sign_in": "sign-in",
    "new_password": "new-password",
    "account": "account",
    "two_steps": "two-steps",
    "readers_said": "readers-said",
    "service": "service",
    "dma": "dma",
    "dma_question": "dma-question",
    "dma_results": "dma-results",
}
"""Name of the screen's file to its address."""


def pages(t: Wording) -> list[st.Page]:
    """Every screen, titled in the visitor's language; the first is where one lands.

    Made once a tab and language: Streamlit looks each file up on the disk again, at each run.
    """
    return session.once("pages", t.language, lambda: _pages(t))


def _pages(t: Wording) -> list[st.Page]:
    return [
        st.Page(
            path(name),
            title=f"{t(f'title.{name}')} · Jalon" if url else "Jalon",
            url_path=url or None,
            default=not url,
        )
        for name, url in SCREENS.items()
    ]


def path(screen: str) -> str:
    """The file of a screen, from app.py."""
    return f"ui/screens/{screen}.py"


def parameter(name: str) -> str | None:
    """A parameter of the address."""
    return st.query_params.get(name)


def go(screen: str, **parameters: str | None) -> NoReturn:
    """Opens a screen. The assessment of the address stays, unless another `a` is given."""
    st.switch_page(path(screen), query_params=_kept(parameters))


def link(screen: str, label: str, key: str | None = None, **parameters: str | None) -> None:
    """A link to a screen, named by what it opens."""
    with st.container(key=key) if key else nullcontext():
        st.page_link(path(screen), label=label, query_params=_kept(parameters))


def _kept(parameters: Mapping[str, str | None]) -> dict[str, str]:
    wanted = {"a": parameter("a"), **parameters}
    return {name: value for name, value in wanted.items() if value}
