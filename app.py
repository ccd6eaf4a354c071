"""The web app: what stands around every screen. `make run`, or `streamlit run app.py`."""

import streamlit as st

from ui import navigation, texts
from ui.components import frame

t = texts.current()
page = st.navigation(navigation.pages(t), position="hidden")
st.set_page_config(page_icon="📍", layout="centered", initial_sidebar_state="collapsed")
frame.top(t)
page.run()
frame.bottom(t)
