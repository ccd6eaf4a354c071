"""Passwords that people choose: what is refused, how they are kept (argon2id), how compared."""

import threading
import unicodedata
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Literal

from argon2 import PasswordHasher, Type
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST = 12
LONGEST = 200
"""Longer ones would only make the server work."""

Problem = Literal["short", "long", "common", "own"]
"""Why a password is refused; `own`: the login or the name with something around it."""

# What RFC 9106 recommends where memory is scarce, in one lane: 64 MiB and about a tenth of a
# second for each guess.
_HASHER = PasswordHasher(time_cost=3, memory_cost=65_536, parallelism=1, type=Type.ID)
_ALSO_OF_OTHERS = 4
# So many at once: a crowd at the door cannot take all the memory.
_DOOR = threading.Semaphore(2)
_LIST = Path(__file__).with_name("common-passwords.txt")


def problem(password: str, *own: str) -> Problem | None:
    """Why this password is refused; None when it will do. `own` are the person's login and name.

    Length counts, not signs of each kind: rules of composition make passwords that are forgotten.
    """
    same = _normal(password)
    if len(same) < SHORTEST:
        return "short"
    if len(same) > LONGEST:
        return "long"
    bare = _letters(same)
    if bare in _common() or _is_dull(same):
        return "common"
    words = {word for text in own for word in _parts(text)}
    return "own" if bare in words else None


def hash_password(password: str) -> str:
    """What is stored: the parameters, a random salt and the hash."""
    with _DOOR:
        return _HASHER.hash(_normal(password))


def is_right(stored: str | None, password: str) -> bool:
    """Whether this is the password. Without a stored one: no, after as long a time."""
    with _DOOR:
        try:
            return _HASHER.verify(stored or _dummy(), _cut(password)) and stored is not None
        except (VerificationError, InvalidHashError):
            return False


def is_dated(stored: str) -> bool:
    """Whether it was hashed at another cost than today's, to be hashed again when it is shown."""
    return _HASHER.check_needs_rehash(stored)


@lru_cache(maxsize=1)
def _dummy() -> str:
    return _HASHER.hash("nobody has this password")


def _cut(password: str) -> str:
    return _normal(password[: 4 * LONGEST])


def _normal(password: str) -> str:
    """One form for signs that can be typed in two ways: an accent on one keyboard or another."""
    whole = password.encode("utf-8", "replace").decode("utf-8")
    return unicodedata.normalize("NFKC", whole)


def _letters(text: str) -> str:
    """The letters alone, without accents nor capitals: 'Motdepasse-2026!' is 'motdepasse'."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in plain if sign.isalpha())


def _parts(text: str) -> set[str]:
    """A login or a name, whole and word by word; short words stand in other words too."""
    found = {_letters(text), *(_letters(word) for word in text.replace("@", " ").split())}
    return {word for word in found if len(word) >= _ALSO_OF_OTHERS}


def _is_dull(password: str) -> bool:
    """One sign, a short piece over and over, or signs in the order of the alphabet."""
    folded = password.casefold()
    repeated = any(
        (folded[:size] * len(folded))[: len(folded)] == folded
        for size in range(1, len(folded) // 2)
    )
    steps = {ord(after) - ord(before) for before, after in pairwise(folded)}
    # 123456789012 goes from 9 to 0 once.
    return repeated or steps <= {1, -9} or steps <= {-1, 9}


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    lines = _LIST.read_text(encoding="utf-8").splitlines()
    return frozenset(_letters(line) for line in lines if line and not line.startswith("#")) | {""}
