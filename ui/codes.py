"""Codes that many people type on a phone: each wrong one counts once, too many must wait."""

import datetime as dt
from collections.abc import Callable
from typing import TypeVar

from access.throttle import Throttle
from ui import database, session, visitor

T = TypeVar("T")

WRONG_JOIN_CODES = Throttle(limit=20, window=dt.timedelta(minutes=10))
"""Wrong join codes by address: more than for keys, since a whole room types at one address."""


def opens(kind: str, typed: str, find: Callable[[str], T | None]) -> T | None:
    """What the code opens, or None; `kind` names what it is a code of.

    Raises PermissionError after too many wrong codes, StorageUnavailable.
    """
    if typed == session.recall(f"{kind}.wrong"):
        # The screen runs again at each click: the same wrong code is one try.
        return None
    found = counted(WRONG_JOIN_CODES, lambda: find(typed))
    if found is None:
        session.remember(f"{kind}.wrong", typed)
    return found


def counted(throttle: Throttle, find: Callable[[], T | None]) -> T | None:
    """What is found, or None, which counts as one wrong try of this address.

    Raises PermissionError after too many, StorageUnavailable.
    """
    who, now = visitor.address(), database.now()
    if throttle.wait(who, now):
        raise PermissionError
    found = find()
    if found is None:
        throttle.allow(who, now)
    return found
