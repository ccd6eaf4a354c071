"""Who is signed in on this browser, and what she may do: asked again at each call, only here."""

from typing import NoReturn

import streamlit as st

from access.rules import AccountRole, NotAllowed, Object, Verb, may
from storage import sign_ins
from storage.accounts import Account as Account
from ui import database, navigation, outside, session, visitor
from ui.leaving import leave_for
from ui.visitor import browser


class NobodySignedIn(Exception):
    """This asks for an account, and nobody is signed in on this browser (any more)."""


def current() -> Account | None:
    """Who is signed in on this browser now; None for nobody.

    A sign-in that ended and a disabled account are nobody. Raises StorageUnavailable.
    """
    secret = _secret()
    if secret is None:
        return None
    return sign_ins.who(database.engine(), secret, browser(), database.now())


def has(role: AccountRole) -> bool:
    """Whether somebody with this role is signed in on this browser now."""
    account = current()
    return account is not None and role in account.roles


def somebody() -> Account:
    """Who is signed in. Raises NobodySignedIn."""
    account = current()
    if account is None:
        raise NobodySignedIn
    return account


def require(verb: Verb, thing: Object) -> Account:
    """Who is signed in, if one of her roles may do this. Raises NobodySignedIn, NotAllowed."""
    account = somebody()
    if not any(may(role, verb, thing) for role in account.roles):
        raise NotAllowed(min(account.roles, default="nobody"), verb, thing)
    return account


def sign_out() -> NoReturn:
    """This browser is signed out, here and at the outside identity provider she came by."""
    secret = _secret()
    if secret is not None:
        sign_ins.end(database.engine(), secret)
    _out()


def sign_out_everywhere() -> NoReturn:
    """Every browser of who is signed in is signed out."""
    account = current()
    if account is not None:
        sign_ins.end_all(database.engine(), account.id)
    _out()


def _out() -> NoReturn:
    session.forget("sign_in")
    if outside.is_signed_in():
        st.logout()
        st.stop()
    if visitor.device() is None:
        navigation.go("sign_in", a=None)
    leave_for("/signed-out")


def _secret() -> str | None:
    """The sign-in's secret: the cookie's; where there are no cookies, this tab's."""
    if visitor.device() is None:
        kept: str | None = session.recall("sign_in")
        return kept
    return visitor.sign_in()
