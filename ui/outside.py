"""Outside identity providers (OpenID Connect), by Streamlit's own login.

What the provider says is believed for a moment, to sign in with; who is signed in afterwards is
decided by ui/accounts.py, so that a disabled account is out at once.
"""

import datetime as dt
import logging
from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from access.rules import ACCOUNT_ROLES, AccountRole
from identity.site import read_site
from storage import accounts
from storage.accounts import Kept
from ui import database, visitor

FRESH = dt.timedelta(minutes=10)
"""How long after it was made a provider's word signs somebody in."""

_log = logging.getLogger("jalon.accounts")
_NAMES = ("name", "preferred_username", "email")
_LONGEST_NAME = 80
_SETTINGS = ("redirect_uri", "cookie_secret")


def providers() -> tuple[str, ...]:
    """The providers of `.streamlit/secrets.toml`: ('default',) for one without a name."""
    if not st.secrets.load_if_toml_exists():
        return ()
    told: Mapping[str, Any] = st.secrets.get("auth", {})
    if any(name not in told for name in _SETTINGS):
        return ()
    named = tuple(name for name, value in told.items() if isinstance(value, Mapping))
    return named or (("default",) if "server_metadata_url" in told else ())


def go_to(provider: str) -> None:
    """Sends the browser to the provider; it comes back to the screen "sign_in"."""
    st.login(None if provider == "default" else provider)


def is_signed_in() -> bool:
    """Whether the provider's word is kept on this browser, fresh or not."""
    return bool(providers()) and bool(_claims().get("is_logged_in"))


def arrived() -> Kept | None:
    """The account of who has just come back from a provider; None for nobody, or too long ago.

    Made at the first time: with no role, unless the provider gives one the site knows. Raises
    StorageUnavailable.
    """
    claims = _claims() if providers() else {}
    issuer, subject = claims.get("iss"), claims.get("sub")
    if not claims.get("is_logged_in") or not _is_fresh(claims):
        return None
    if not (isinstance(issuer, str) and isinstance(subject, str) and issuer and subject):
        _log.warning("an outside identity without issuer or subject was refused")
        return None
    return accounts.of_identity(
        database.engine(), database.now(), issuer, subject, _name(claims), _roles(claims)
    )


def _claims() -> dict[str, Any]:
    return dict(st.user.to_dict())


def _is_fresh(claims: Mapping[str, Any]) -> bool:
    made = claims.get("iat")
    if not isinstance(made, int | float):
        return False
    return abs(database.now().timestamp() - made) < FRESH.total_seconds()


def _name(claims: Mapping[str, Any]) -> str:
    said = (str(claims.get(name) or "").strip() for name in _NAMES)
    return next((name[:_LONGEST_NAME] for name in said if name), "?")


def _roles(claims: Mapping[str, Any]) -> tuple[AccountRole, ...] | None:
    """The roles the provider gives; None where the site says roles are given by hand."""
    outside = read_site(visitor.language()).accounts.outside
    if not outside.roles_claim:
        return None
    held = _words(claims, outside.roles_claim.split("."))
    words = outside.roles.model_dump()
    return tuple(role for role in ACCOUNT_ROLES if words[role] and words[role] in held)


def _words(claims: Mapping[str, Any], path: Sequence[str]) -> tuple[str, ...]:
    """The words at this place; none where there is something else."""
    found: Any = claims
    for step in path:
        found = found.get(step) if isinstance(found, Mapping) else None
    if isinstance(found, str):
        return (found,)
    return tuple(one for one in found if isinstance(one, str)) if isinstance(found, list) else ()
