"""`jalon serve`: the web app, as ASGI under uvicorn."""

import threading
import webbrowser
from typing import Annotated

import typer


def serve(
    port: Annotated[int, typer.Option(min=1, max=65535)] = 8501,
    host: Annotated[
        str, typer.Option(help="0.0.0.0 to be seen from other machines.")
    ] = "127.0.0.1",
    open_browser: Annotated[bool, typer.Option("--open", help="Open it in the browser.")] = False,
) -> None:
    """Serve the web app until stopped."""
    import uvicorn

    if open_browser:
        # The server needs about two seconds before it answers.
        threading.Timer(3, webbrowser.open, [f"http://localhost:{port}"]).start()
    uvicorn.run("ui.asgi:app", host=host, port=port, log_level="info")
