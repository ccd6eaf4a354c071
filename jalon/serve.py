"""`jalon serve`: the web app, as ASGI under uvicorn."""

import threading
import time
import urllib.error
import urllib.request
import webbrowser
from typing import Annotated

import typer

_PATIENCE_SECONDS = 60


def serve(
    port: Annotated[int, typer.Option(min=1, max=65535)] = 8501,
    host: Annotated[
        str, typer.Option(help="0.0.0.0 to be seen from other machines.")
    ] = "127.0.0.1",
    open_browser: Annotated[bool, typer.Option("--open", help="Open it in the browser.")] = False,
) -> None:
    """Serve the web app until stopped."""
    import uvicorn

    from ui.serving.websocket import PROTOCOL

    if open_browser:
        threading.Thread(target=_open_when_ready, args=(port,), daemon=True).start()
    uvicorn.run("ui.asgi:app", host=host, port=port, ws=PROTOCOL, log_level="info")


def _open_when_ready(port: int) -> None:
    """Open the browser once the server answers: reading the content takes some seconds."""
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(f"http://localhost:{port}/ready", timeout=2):
                webbrowser.open(f"http://localhost:{port}")
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.3)
