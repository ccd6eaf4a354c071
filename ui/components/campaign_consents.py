"""The four things a member may agree to, each with what it means."""

import streamlit as st

from content.wording import Wording
from storage.campaign_members import Consents
from storage.campaigns import Campaign
from ui import campaign_figures, session
from ui.components import html

NAMES = tuple(Consents.__dataclass_fields__)
_CORE_ONLY = ("pooling", "peer")
"""A DMA estimate makes no plan and names no question that others have solved."""


def consent_fields(t: Wording, one: Campaign, record_id: str, kept: Consents) -> Consents:
    """A box a line, as kept; what it means stands below each."""
    given = {}
    for name in NAMES:
        if name in _CORE_ONLY and one.instrument != campaign_figures.CORE:
            given[name] = False
            continue
        now = getattr(kept, name)
        key = session.field(f"consent.{name}.{one.id}.{record_id}", now)
        given[name] = st.checkbox(t(f"campaign.consent.{name}"), value=now, key=key)
        html.write(html.paragraph(t(f"campaign.consent.{name}_text"), "small"))
    return Consents(**given)
