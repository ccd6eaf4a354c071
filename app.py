"""The web app: what stands around every screen. `make run`, or `streamlit run app.py`."""

import streamlit as st

from ui import navigation, stylesheet, texts
from ui.components import frame, pad
from ui.serving.doors import running

# Counted: a server asked to stop waits for the runs under way, one of which may be saving.
with running:
    pad.catch_up()
    t = texts.current()
    page = st.navigation(navigation.pages(t), position="hidden")
    icon = None if stylesheet.linked else "📍"
    st.set_page_config(page_icon=icon, layout="centered", initial_sidebar_state="collapsed")
    frame.top(t)
    page.run()
    pad.say_unsaved(t)
    frame.bottom(t)
