"""Is this process well: for a service manager, a proxy, and whoever watches the figures."""

import hmac
import ipaddress

from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from storage.errors import StorageUnavailable
from storage.migrate import HEAD, stored_revision
from ui import database, startup
from ui.serving.doors import Doors

_FRESH = {"cache-control": "no-store"}
_FORWARDED = ("x-forwarded-for", "x-real-ip", "forwarded", "via")


def routes(doors: Doors, metrics_token: str) -> list[Route]:
    """The addresses; `metrics_token` opens the figures from elsewhere, unless it is empty."""

    def ready(_request: Request) -> Response:
        return _ready(doors)

    def metrics(request: Request) -> Response:
        return _metrics(request, metrics_token)

    return [
        Route("/health/live", live),
        Route("/health/ready", ready),
        Route("/metrics", metrics),
        # Shorter names of the first two.
        Route("/health", live),
        Route("/ready", ready),
    ]


def live(_request: Request) -> Response:
    """The process answers: 200, also while its database is away. Else: start it again."""
    return JSONResponse({"status": "ok"}, headers=_FRESH)


def _ready(doors: Doors) -> Response:
    """Whether new visitors may be sent here: 200, else 503 and what is missing.

    The database answers and has the schema of this version, the content of every language was
    read, and nobody asked the process to stop.
    """
    checks = {
        "database": _database(),
        "content": "unread: " + ", ".join(startup.unread) if startup.unread else "ok",
        "stopping": "yes" if doors.draining else "ok",
    }
    well = set(checks.values()) == {"ok"}
    status = {"status": "ready" if well else "not ready", **checks}
    return JSONResponse(status, 200 if well else 503, headers=_FRESH)


def _database() -> str:
    try:
        stored = stored_revision(database.engine())
    except StorageUnavailable:
        return "unavailable"
    return "ok" if stored == HEAD else "another schema"


def _metrics(request: Request, token: str) -> Response:
    """The figures, for this machine or whoever shows the token; for others there is no such page.

    A request that came through a proxy is not from this machine, whatever its address.
    """
    if not _may_count(request, token):
        return PlainTextResponse("not found", 404, headers=_FRESH)
    return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST, headers=_FRESH)


def _may_count(request: Request, token: str) -> bool:
    shown = request.headers.get("authorization", "")
    if token and hmac.compare_digest(shown.encode(), f"Bearer {token}".encode()):
        return True
    if any(name in request.headers for name in _FORWARDED):
        return False
    try:
        return ipaddress.ip_address(request.client.host if request.client else "").is_loopback
    except ValueError:
        return False
