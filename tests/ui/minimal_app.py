"""A screen with one of each thing the page's rules could stop."""

import plotly.graph_objects as go
import streamlit as st

SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>'

st.title("Minimal")
st.radio("Question", ["a", "b"])
st.plotly_chart(go.Figure(go.Bar(x=["a", "b"], y=[1, 2])), alt="Two bars")
st.dataframe({"a": [1, 2]})
st.download_button("Download", data=b"text", file_name="x.txt")
st.image(SQUARE)
st.file_uploader("File")
st.write(f"device {'jalon_device' in st.context.cookies}, lang {st.context.cookies.get('lang')}")
