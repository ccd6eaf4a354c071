"""A screen with a hostile text as the label of each kind of field, and as a paragraph."""

import streamlit as st

from tests.hostile import HOSTILE, sent
from ui import texts
from ui.components import html

for place, text in enumerate(HOSTILE.values()):
    label = texts.plain(sent(text))
    with st.container(key=f"hostile-{place}"):
        st.button(label, key=f"button-{place}")
        st.checkbox(label, key=f"checkbox-{place}")
        html.write(html.paragraph(sent(text)), html.notice(sent(text)))
st.html("<p id='all-drawn'>.</p>")
