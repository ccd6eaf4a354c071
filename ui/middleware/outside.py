"""Who comes back from an outside identity provider goes to the sign-in screen, not to the start."""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_BACK = "/oauth2callback"
_OWN = (_BACK, "/auth/")
_FAILED = "/sign-in?refused=outside"
_COOKIE = "_streamlit_user="


class OutsideMiddleware:
    """Around Streamlit's own addresses of OpenID Connect: where they lead, how cookies travel."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Mends the answers of those addresses; everything else passes untouched."""
        if scope["type"] != "http" or not scope["path"].startswith(_OWN):
            await self.app(scope, receive, send)
            return

        async def mended(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["cache-control"] = "no-store"
                given = headers.getlist("set-cookie")
                if scope["path"] != _BACK and message["status"] >= 400:
                    # The provider did not answer; Streamlit says so in English, on a bare page.
                    message["status"] = 303
                    headers["location"] = _FAILED
                if scope["path"] == _BACK and headers.get("location") == "/":
                    headers["location"] = _way_on(scope, given)
                if scope.get("scheme") == "https" and given:
                    del headers["set-cookie"]
                    for line in given:
                        headers.append("set-cookie", _secure(line))
            await send(message)

        await self.app(scope, receive, mended)


def _way_on(scope: Scope, given: list[str]) -> str:
    if any(line.startswith(_COOKIE) and not line.startswith(f'{_COOKIE}"";') for line in given):
        return "/sign-in?from=outside"
    # Back from signing out there, nothing stands in the address; from a failed sign-in, it does.
    return _FAILED if scope["query_string"] else "/sign-in?out=1"


def _secure(line: str) -> str:
    return line if "; secure" in line.lower() else f"{line}; Secure"
