"""The cookie of a sign-in: a secret of its own, made at that moment, gone with the browser."""

from starlette.types import Scope

from ui.middleware.device import well_formed
from ui.middleware.http import cookie_header, cookies

COOKIE = "jalon_sign_in"


def sign_in_of(scope: Scope) -> str | None:
    """The secret this browser shows; None when it shows none, or not one of ours."""
    return well_formed(cookies(scope).get(COOKIE))


def sign_in_cookie(scope: Scope, secret: str) -> str:
    """The Set-Cookie line that gives it, until the browser closes."""
    return cookie_header(scope, COOKIE, secret, None)


def no_sign_in_cookie(scope: Scope) -> str:
    """The Set-Cookie line that takes it away."""
    return cookie_header(scope, COOKIE, "", 0)
