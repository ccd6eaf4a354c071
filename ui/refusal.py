"""The page of a visitor who must come back in a minute: no screen of ours can be run for it."""

from functools import lru_cache
from html import escape
from urllib.parse import parse_qs

from starlette.types import Scope

from content.languages import LANGUAGES
from identity.site import read_site
from ui import assets, stylesheet, texts
from ui.middleware.http import cookies, header
from ui.middleware.language import COOKIE, PARAMETER, choose_language


def refusal(scope: Scope, why: str) -> tuple[bytes, str]:
    """The page and its language; `why` is 'full' (many people are here) or 'closing'."""
    query = parse_qs(scope.get("query_string", b"").decode("latin-1"))
    language = choose_language(
        query.get(PARAMETER, [""])[-1],
        cookies(scope).get(COOKIE, ""),
        header(scope, "accept-language"),
        LANGUAGES,
    )
    return _page(language, why), language


@lru_cache(maxsize=32)
def _page(language: str, why: str) -> bytes:
    t, brand = texts.words(language), read_site(language).brand
    # An empty address is this very page, with all it asked for.
    return f"""<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{escape(t(f"busy.{why}.title"))} · {escape(brand.name)}</title>
<link rel="icon" href="/assets/{assets.mark_name()}">
<link rel="stylesheet" href="/assets/{stylesheet.name()}">
</head>
<body class="jalon-busy">
<header><img src="/assets/{assets.mark_name()}" alt=""><p>{escape(brand.name)}</p></header>
<main>
<h1>{escape(t(f"busy.{why}.title"))}</h1>
<p>{escape(t(f"busy.{why}.text"))}</p>
<p>{escape(t("busy.kept"))}</p>
<p><a href="">{escape(t("busy.again"))}</a></p>
</main>
</body>
</html>
""".encode()
