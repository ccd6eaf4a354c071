"""Our own files beside Streamlit's: the style sheet and the mark, kept for ever by the browser."""

import hashlib
from functools import lru_cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from identity.site import logo, read_site
from ui import stylesheet
from ui.middleware.compression import best_encoding, compress_once
from ui.middleware.page_head import PageHead
from ui.middleware.static import FOR_EVER

STATIC = Path(__file__).parents[1] / "static"


def asset(request: Request) -> Response:
    """The style sheet or the mark, by its name with a hash; 404 for any other."""
    name = request.path_params["name"]
    if name == stylesheet.name():
        return _sheet(best_encoding(request.headers.get("accept-encoding", "")))
    if name == mark_name():
        content, kind = logo()
        # An SVG may hold scripts: opened by itself it runs none.
        shut = {"content-security-policy": "default-src 'none'; style-src 'unsafe-inline'"}
        return Response(content, media_type=kind, headers={**FOR_EVER, **shut})
    return PlainTextResponse("not found", status_code=404)


def mark() -> str:
    """The address of the mark, from any screen."""
    return f"./assets/{mark_name()}"


def head() -> PageHead:
    """The head of the page of this site."""
    brand = read_site("en").brand
    font = next(STATIC.glob("*-latin.woff2"))
    return PageHead(
        title=brand.name,
        icon=mark(),
        style=f"./assets/{stylesheet.name()}",
        font=f"./app/static/{font.name}",
        bar=brand.colours.bar,
    )


@lru_cache(maxsize=1)
def mark_name() -> str:
    """The mark's file name, which changes with its content."""
    content, kind = logo()
    ending = "svg" if "svg" in kind else "png"
    return f"mark-{hashlib.sha256(content).hexdigest()[:12]}.{ending}"


def _sheet(encoding: str | None) -> Response:
    content, headers = stylesheet.sheet().encode(), dict(FOR_EVER)
    if encoding is not None:
        content, headers["content-encoding"] = compress_once(content, encoding), encoding
    return Response(content, media_type="text/css", headers=headers)
