"""Addresses beside the screens: open a secret link, leave this device, is the server well."""

import datetime as dt

from sqlalchemy import Engine
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from access.secrets import new_device_secret
from access.throttle import Throttle
from storage import devices, keys
from storage.errors import StorageUnavailable
from storage.migrate import HEAD, stored_revision
from ui import database
from ui.middleware.device import device_cookie, device_of, no_device_cookie

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
        return _attached(request, database.engine(), opened.assessment_id, now)
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
    except StorageUnavailable:
        # The cookie goes all the same: without it the browser opens nothing.
        pass
    response = _go("/?left=1")
    response.headers.append("set-cookie", no_device_cookie(request.scope))
    return response


def health(_request: Request) -> Response:
    """The process answers."""
    return JSONResponse({"status": "ok"}, headers=_CLEAN)


def ready(_request: Request) -> Response:
    """The process and its database answer: 200, else 503."""
    try:
        is_ready = stored_revision(database.engine()) == HEAD
    except StorageUnavailable:
        is_ready = False
    status = "ready" if is_ready else "database unavailable"
    return JSONResponse({"status": status}, 200 if is_ready else 503, headers=_CLEAN)


ROUTES = [
    Route("/open", open_link),
    Route("/leave", leave),
    Route("/health", health),
    Route("/ready", ready),
]


def client_of(request: Request) -> str:
    """The visitor's network address, as uvicorn saw or was told by a trusted proxy."""
    return request.client.host if request.client else "unknown"


def _attached(request: Request, engine: Engine, assessment_id: str, now: dt.datetime) -> Response:
    device = device_of(request.scope) or new_device_secret()
    devices.attach(engine, device, assessment_id, now)
    response = _go(f"/?a={assessment_id}")
    response.headers.append("set-cookie", device_cookie(request.scope, device))
    return response


def _go(address: str) -> Response:
    return RedirectResponse(address, 303, headers=_CLEAN)
