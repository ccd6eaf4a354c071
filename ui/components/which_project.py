"""The project an address speaks of."""

import streamlit as st

from content.wording import Wording
from reports.dossier import Dossier
from reports.finding import Found, find_project
from ui import navigation
from ui.components import html


def which(t: Wording, dossier: Dossier) -> Found:
    """The project `p`, or the first of the plan; an unknown one is said so, and stops there."""
    found = find_project(dossier, navigation.parameter("p"))
    if found is None:
        html.arrive(t("project.unknown"))
        html.write(html.paragraph(t("project.unknown_text")))
        navigation.link("roadmap", t("project.plan"))
        st.stop()
    return found
