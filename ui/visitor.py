"""Who is looking: language, time zone, browser. Nothing that names a person."""

import datetime as dt
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st

from access.secrets import new_device_secret
from content.languages import LANGUAGES
from ui import session

DEVICE_COOKIE = "jalon_device"
SIGN_IN_COOKIE = "jalon_sign_in"
_DEFAULT_ZONE = "Europe/Brussels"


def language() -> str:
    """Asked for in the address, else chosen in this tab, else the cookie's, else the browser's."""
    asked = st.query_params.get("lang")
    if asked in LANGUAGES:
        session.remember("language", asked)
    candidates = (asked, session.recall("language"), _cookies().get("lang"), _locale())
    return next((code for code in candidates if code in LANGUAGES), LANGUAGES[0])


def device() -> str | None:
    """The browser's secret; None where the web server gives none (plain `streamlit run`)."""
    return _cookies().get(DEVICE_COOKIE)


def browser() -> str:
    """The browser's secret; where there is no cookie, one of this tab."""
    return device() or session.once("tab", None, new_device_secret)


def sign_in() -> str | None:
    """The secret of the sign-in of this browser, if it shows one."""
    return _cookies().get(SIGN_IN_COOKIE)


def zone() -> dt.tzinfo:
    """The visitor's time zone, as the browser says it."""
    try:
        return ZoneInfo(st.context.timezone or _DEFAULT_ZONE)
    except (ZoneInfoNotFoundError, ValueError):
        return dt.UTC


def address() -> str:
    """What an unfriendly visitor cannot change between two tries: the network address."""
    return st.context.ip_address or "unknown"


def site() -> str:
    """Scheme and host of this page, to build a link that works elsewhere."""
    parts = (st.context.url or "").split("/")
    return "/".join(parts[:3]) if len(parts) > 2 else ""


def _cookies() -> dict[str, str]:
    try:
        return dict(st.context.cookies)
    except Exception:  # no browser at the other end: a test, a background thread
        return {}


def _locale() -> str:
    return (st.context.locale or "").split("-")[0].lower()
