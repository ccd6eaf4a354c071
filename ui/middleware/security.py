"""Headers that keep the page from loading, sending or being framed elsewhere."""

import base64
import hashlib
import re
from pathlib import Path

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.middleware.arrival import SCRIPT

_HSTS = "max-age=31536000"
"""A year, for this name alone: other names of the same organisation are not ours to decide."""


def content_security_policy(page: str) -> str:
    """The strictest policy under which Streamlit's page works (measured in Chromium).

    `page` is its index.html: the inline scripts it holds and ours (arrival) are allowed by their
    hash, no other.
    """
    scripts = (*re.findall(r"<script>(.*?)</script>", page, re.DOTALL), SCRIPT)
    hashes = " ".join(
        f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
        for script in scripts
    )
    rules = {
        "default-src": "'self'",
        "script-src": f"'self' {hashes}".strip(),
        # Streamlit's components write their styles at run time.
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": "'self'",
        "media-src": "'self' blob: data:",
        "object-src": "'none'",
        "base-uri": "'self'",
        "form-action": "'self'",
        "frame-ancestors": "'self'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


class SecurityMiddleware:
    """Adds the headers to every response that does not set its own."""

    def __init__(self, app: ASGIApp, page: Path) -> None:
        self.app = app
        self._headers = {
            "content-security-policy": content_security_policy(page.read_text(encoding="utf-8")),
            "x-content-type-options": "nosniff",
            "x-frame-options": "SAMEORIGIN",
            # Addresses hold assessment ids: they go to no other site.
            "referrer-policy": "same-origin",
            "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=()",
            "cross-origin-opener-policy": "same-origin",
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on and completes the answer's headers."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers.setdefault(name, value)
                if scope.get("scheme") == "https":
                    headers.setdefault("strict-transport-security", _HSTS)
            await send(message)

        await self.app(scope, receive, with_headers)
