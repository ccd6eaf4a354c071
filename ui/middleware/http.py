"""Small readings of an ASGI request, shared by the middleware."""

from http.cookies import CookieError, SimpleCookie

from starlette.datastructures import MutableHeaders
from starlette.types import Message, Scope

_NOT_PAGES = ("/static/", "/assets/", "/_stcore/", "/media/", "/component/", "/app/", "/auth/")


def is_page_request(scope: Scope) -> bool:
    """Whether this may be a visitor asking for the page itself (Streamlit gives it anywhere)."""
    return (
        scope["type"] == "http"
        and scope["method"] in ("GET", "HEAD")
        and not scope["path"].startswith(_NOT_PAGES)
    )


def is_html(message: Message) -> bool:
    """Whether this start of a response announces a page."""
    kind = MutableHeaders(scope=message).get("content-type", "")
    return message["status"] == 200 and kind.startswith("text/html")


def header(scope: Scope, name: str) -> str:
    """All values of a request header, joined by commas; empty when absent."""
    wanted = name.encode()
    return ", ".join(value.decode("latin-1") for key, value in scope["headers"] if key == wanted)


def without_headers(scope: Scope, *names: str) -> Scope:
    """The request without these headers."""
    dropped = {name.encode() for name in names}
    kept = [(key, value) for key, value in scope["headers"] if key not in dropped]
    return {**scope, "headers": kept}


def cookies(scope: Scope) -> dict[str, str]:
    """The cookies of a request; one that cannot be read is left out."""
    found: dict[str, str] = {}
    for part in header(scope, "cookie").replace(",", ";").split(";"):
        try:
            found.update({name: morsel.value for name, morsel in SimpleCookie(part).items()})
        except CookieError:
            continue
    return found


def cookie_header(
    scope: Scope, name: str, value: str, max_age: int | None, *, http_only: bool = True
) -> str:
    """A Set-Cookie line for the whole site: SameSite=Lax, Secure over https.

    `max_age` in seconds; None ends with the browser's session; 0 takes the cookie away.
    """
    parts = [f"{name}={value}", "Path=/", "SameSite=Lax"]
    if max_age is not None:
        parts.append(f"Max-Age={max_age}")
    if http_only:
        parts.append("HttpOnly")
    if scope.get("scheme") == "https":
        parts.append("Secure")
    return "; ".join(parts)
