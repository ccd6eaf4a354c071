"""The whole server around a minimal screen: `uvicorn tests.ui.minimal_asgi:app`."""

from pathlib import Path

from ui.asgi import build_app

app = build_app(Path(__file__).with_name("minimal_app.py"), preload=lambda: None)
