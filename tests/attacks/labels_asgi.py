"""`uvicorn tests.attacks.labels_asgi:app`: that screen under the server's own policy."""

from pathlib import Path

from ui.asgi import build_app

app = build_app(Path(__file__).with_name("labels_app.py"), preload=lambda: None)
