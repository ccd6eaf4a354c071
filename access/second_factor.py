"""Codes of six digits that a telephone shows (TOTP), and codes for when it is lost."""

import datetime as dt
import re

import pyotp

from access.secrets import is_same, new_code

RECOVERY_CODES = 8

_SECONDS = 30
_EITHER_SIDE = 1
"""Steps before and after now that count: clocks differ, and typing takes time."""

_SPACES = re.compile(r"\s+")


def new_secret() -> str:
    """160 random bits in the letters that telephones read."""
    return str(pyotp.random_base32(32))


def address(secret: str, who: str, site: str) -> str:
    """What the square to photograph says: `who` and `site` name it in the telephone's list."""
    made: str = pyotp.TOTP(secret).provisioning_uri(name=who, issuer_name=site)
    return made


def step_of(secret: str, typed: str, now: dt.datetime, last: int | None) -> int | None:
    """The time step this code is of; None when it is wrong, or not later than the last one taken.

    Every step is compared, so that the time tells nothing.
    """
    code = _SPACES.sub("", typed)
    if not re.fullmatch(r"[0-9]{6}", code):
        return None
    current = int(now.timestamp()) // _SECONDS
    one = pyotp.TOTP(secret)
    found = None
    for step in range(current - _EITHER_SIDE, current + _EITHER_SIDE + 1):
        right = is_same(code, one.at(step * _SECONDS))
        if right and (last is None or step > last):
            found = step
    return found


def new_recovery_codes() -> tuple[str, ...]:
    """Codes that each open once in place of the telephone's; 80 bits each."""
    return tuple(new_code() for _ in range(RECOVERY_CODES))
