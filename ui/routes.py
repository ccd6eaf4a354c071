"""Addresses beside the screens: open a secret link, sign in and out, leave this device."""

import datetime as dt

from sqlalchemy import Engine
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from access.secrets import new_device_secret
from access.throttle import Throttle
from storage import devices, keys, sign_ins
from storage.errors import StorageUnavailable
from ui import database
from ui.assets import asset
from ui.middleware.device import device_cookie, device_of, no_device_cookie
from ui.middleware.sign_in import no_sign_in_cookie, sign_in_cookie, sign_in_of

WRONG_KEYS = Throttle(limit=10, window=dt.timedelta(minutes=10))
"""Wrong links and codes by client address. Good ones are not counted: an office shares one."""

_CLEAN = {"cache-control": "no-store", "referrer-policy": "no-referrer"}


def open_link(request: Request) -> Response:
    """Exchanges the secret of `?key=` for this browser's cookie, and goes to a clean address.

    A wrong key goes to /resume?refused=1, too many to ?refused=wait, no database to ?refused=later.
    """
    client, now = client_of(request), database.now()
    if WRONG_KEYS.wait(client, now):
        return _go("/resume?refused=wait")
    try:
        opened = keys.find(database.engine(), request.query_params.get("key", ""), "link", now)
        if opened is None:
            WRONG_KEYS.allow(client, now)
            return _go("/resume?refused=1")
        return _entered(request, database.engine(), opened, now)
    except StorageUnavailable:
        return _go("/resume?refused=later")


def leave(request: Request) -> Response:
    """Forgets this browser's assessments (they stay) and takes its cookie away.

    A link on another site, or a browser reading ahead, changes nothing.
    """
    if request.headers.get("sec-fetch-site") == "cross-site" or "sec-purpose" in request.headers:
        return _go("/")
    device = device_of(request.scope)
    try:
        if device is not None:
            devices.detach(database.engine(), device)
            sign_ins.end_device(database.engine(), device)
    except StorageUnavailable:
        # The cookie goes all the same: without it the browser opens nothing.
        pass
    response = _go("/?left=1")
    response.headers.append("set-cookie", no_device_cookie(request.scope))
    response.headers.append("set-cookie", no_sign_in_cookie(request.scope))
    return response


def signed_in(request: Request) -> Response:
    """Exchanges a ticket of this browser for the cookie of its sign-in, made now and never before.

    A secret that somebody else put on this browser is not taken over, and a ticket that was made
    for another browser opens nothing.
    """
    now, device = database.now(), device_of(request.scope)
    try:
        engine, shown = database.engine(), request.query_params.get("ticket", "")
        secret = sign_ins.redeem(engine, shown, device, now) if device is not None else None
        if secret is None:
            return _go("/sign-in?refused=1")
        earlier = sign_in_of(request.scope)
        if earlier is not None:
            sign_ins.end(engine, earlier)
    except StorageUnavailable:
        return _go("/sign-in?refused=later")
    response = _go("/account")
    response.headers.append("set-cookie", sign_in_cookie(request.scope, secret))
    return response


def signed_out(request: Request) -> Response:
    """Takes the cookie of a sign-in away; the sign-in itself was ended by the screen."""
    response = _go("/sign-in?out=1")
    response.headers.append("set-cookie", no_sign_in_cookie(request.scope))
    return response


ROUTES = [
    Route("/assets/{name}", asset),
    Route("/open", open_link),
    Route("/leave", leave),
    Route("/signed-in", signed_in),
    Route("/signed-out", signed_out),
]


def client_of(request: Request) -> str:
    """The visitor's network address, as uvicorn saw or was told by a trusted proxy."""
    return request.client.host if request.client else "unknown"


def _entered(request: Request, engine: Engine, opened: keys.Opened, now: dt.datetime) -> Response:
    device = device_of(request.scope) or new_device_secret()
    devices.enter(engine, device, opened.hash, now)
    # An adviser's link opens nothing yet: her account accepts it, and the address names nothing.
    advises = opened.role == "adviser"
    response = _go("/portfolio" if advises else f"/?a={opened.assessment_id}")
    response.headers.append("set-cookie", device_cookie(request.scope, device))
    return response


def _go(address: str) -> Response:
    return RedirectResponse(address, 303, headers=_CLEAN)
