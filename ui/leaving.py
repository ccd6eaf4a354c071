"""Sends the browser from a screen to an address that only the web server can answer.

A screen writes over a socket and cannot set a cookie: an address beside the screens can.
"""

from typing import NoReturn

import streamlit as st
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.scriptrunner import get_script_run_ctx


def leave_for(address: str) -> NoReturn:
    """The browser loads this address of ours, as after `st.login`; the screen ends here."""
    context = get_script_run_ctx()
    if context is not None:
        message = ForwardMsg()
        message.auth_redirect.url = address
        context.enqueue(message)
    st.stop()
