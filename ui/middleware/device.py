"""A secret cookie that tells one browser from another, so that it finds its assessments again."""

import re

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from access.secrets import new_device_secret
from ui.middleware.http import cookie_header, cookies, is_html, is_page_request

COOKIE = "jalon_device"
_WELL_FORMED = re.compile(r"[A-Za-z0-9_-]{22,64}")
_MAX_AGE = 400 * 24 * 3600
"""The longest that browsers keep a cookie; each visit starts it again."""


def device_of(scope: Scope) -> str | None:
    """The secret this browser shows; None when it shows none, or not one of ours."""
    return well_formed(cookies(scope).get(COOKIE))


def well_formed(device: str | None) -> str | None:
    """The cookie's value when it may be one of ours, else None."""
    return device if device is not None and _WELL_FORMED.fullmatch(device) else None


def device_cookie(scope: Scope, device: str) -> str:
    """The Set-Cookie line that gives or renews it."""
    return cookie_header(scope, COOKIE, device, _MAX_AGE)


def no_device_cookie(scope: Scope) -> str:
    """The Set-Cookie line that takes it away."""
    return cookie_header(scope, COOKIE, "", 0)


class DeviceMiddleware:
    """Gives each browser its cookie with the page, before the screens need it."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Adds the cookie to pages; everything else passes untouched."""
        if not is_page_request(scope):
            await self.app(scope, receive, send)
            return

        async def with_cookie(message: Message) -> None:
            if message["type"] == "http.response.start" and is_html(message):
                line = device_cookie(scope, device_of(scope) or new_device_secret())
                MutableHeaders(scope=message).append("set-cookie", line)
            await send(message)

        await self.app(scope, receive, with_cookie)
