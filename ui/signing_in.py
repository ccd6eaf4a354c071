"""Signing in with an account of this site: every try is counted, and takes as long as any other.

Nothing here tells whether an account exists: a login that nobody has is counted, locked and
compared like one that somebody has.
"""

import datetime as dt
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal, NoReturn

from access import passwords, second_factor
from access.lockout import Strangers
from access.passwords import Problem
from access.secrets import hash_secret
from access.throttle import Throttle
from storage import accounts, sign_ins
from storage import second_factor as factors
from storage.accounts import Kept
from ui import codes, database, navigation, session, visitor
from ui.leaving import leave_for
from ui.routes import WRONG_KEYS
from ui.standing import browser

WRONG_SIGN_INS = Throttle(limit=20, window=dt.timedelta(minutes=10))
"""Wrong tries by network address, whatever the login: an office shares one."""

BETWEEN = dt.timedelta(minutes=5)
"""How long the telephone's code may follow the password."""

FLOOR_SECONDS = 0.7
"""Every try takes this long at least: what is looked at, and what is not, cannot be timed."""

LONGEST_PASSWORD = passwords.LONGEST + 100
"""What a field takes: too long a password is told, not cut in silence."""

STRANGERS = Strangers()

Said = Literal["wrong", "busy", "second", "in"]


@dataclass(frozen=True)
class Answer:
    """What became of a try. `busy`: too many from this place; `second`: the telephone's code now.

    `locked_until` is the moment from which this login may be tried again; None when it may now.
    """

    said: Said
    locked_until: dt.datetime | None = None


def with_password(login: str, password: str) -> Answer:
    """Tries a password. `in`: call `enter` next. Raises StorageUnavailable."""
    known = accounts.by_login(database.engine(), login)
    answer = _tried(known, login, password)
    return answer if known is None or answer.said != "in" else _first_is_right(known, password)


def proves(known: Kept, password: str) -> Answer:
    """Whether who is signed in knows her password, before she changes what protects her."""
    answer = _tried(known, known.login or "", password)
    if answer.said == "in":
        accounts.forget_tries(database.engine(), known.id)
    return answer


def _tried(known: Kept | None, login: str, password: str) -> Answer:
    here = Here()
    with as_long_as_any():
        if not here.free:
            return Answer("busy")
        locked_until = _count(known, login)
        if locked_until is not None:
            return Answer("wrong", locked_until)
        # Compared before anything is said: one that is disabled takes as long.
        right = passwords.is_right(known.password_hash if known else None, password)
        if known is None or not right or known.disabled_at is not None:
            here.wrong()
            return Answer("wrong")
        return Answer("in")


def _first_is_right(known: Kept, password: str) -> Answer:
    if known.password_hash is not None and passwords.is_dated(known.password_hash):
        accounts.rehash(database.engine(), known.id, passwords.hash_password(password))
    return _next_step(known)


def _next_step(known: Kept) -> Answer:
    """The telephone's code where there is one, else in; remembered in this tab alone."""
    step: Said = "in" if known.totp_secret is None else "second"
    session.remember("sign_in.first", (known.id, database.now(), step))
    if step == "in":
        # With a telephone the count goes on: a password does not buy more guesses at its code.
        accounts.forget_tries(database.engine(), known.id)
    return Answer(step)


def waits_for_second() -> bool:
    """Whether this tab has given a password and owes the telephone's code."""
    first = _first()
    return first is not None and first[1] == "second"


def with_second(typed: str) -> Answer:
    """Tries the telephone's code, or a recovery code. Raises StorageUnavailable."""
    here = Here()
    with as_long_as_any():
        first = _first()
        if first is None:
            return Answer("wrong")
        if not here.free:
            return Answer("busy")
        known = accounts.load(database.engine(), first[0])
        locked_until = accounts.count_try(database.engine(), known.id, database.now())
        if locked_until is not None:
            return Answer("wrong", locked_until)
        if known.disabled_at is not None or not _second_is_right(known, typed):
            here.wrong()
            return Answer("wrong")
        session.remember("sign_in.first", (known.id, database.now(), "in"))
        accounts.forget_tries(database.engine(), known.id)
        return Answer("in")


def _second_is_right(known: Kept, typed: str) -> bool:
    engine, secret = database.engine(), known.totp_secret
    if secret is None:
        # Turned off meanwhile, on another browser.
        return True
    step = second_factor.step_of(secret, typed, database.now(), known.totp_step)
    if step is not None:
        return factors.take(engine, known.id, step)
    return factors.take_recovery(engine, known.id, typed)


def give_up() -> None:
    """Forgets the password this tab has given."""
    session.forget("sign_in.first")


def enter() -> NoReturn:
    """Signs this browser in, after an answer `in`, and goes to the account."""
    first = _first()
    if first is None or first[1] != "in":
        raise PermissionError("nothing was proved in this tab")
    give_up()
    let_in(first[0])


def let_in(account_id: str) -> NoReturn:
    """Signs this browser in as this account, whose person was proved in this run."""
    now, engine = database.now(), database.engine()
    ticket = sign_ins.ticket(engine, account_id, browser(), now)
    if visitor.device() is None:
        # No cookie can be given here: this tab alone is signed in.
        session.remember("sign_in", sign_ins.redeem(engine, ticket, browser(), now))
        navigation.go("account", a=None)
    leave_for(f"/signed-in?ticket={ticket}")


def by_code(typed: str) -> Kept | None:
    """The account whose code this is. PermissionError: too many wrong codes from this place."""
    now = database.now()
    return codes.counted(WRONG_KEYS, lambda: accounts.by_code(database.engine(), typed, now))


def choose_password(typed_code: str, password: str) -> Problem | Answer | None:
    """A first or new password with a code; None for a wrong code. `in`: call `enter` next.

    PermissionError: too many wrong codes from this place. Raises StorageUnavailable.
    """
    known = by_code(typed_code)
    if known is None:
        return None
    why = passwords.problem(password, known.login or "", known.name)
    if why is not None:
        return why
    accounts.set_password(database.engine(), known.id, passwords.hash_password(password))
    return _next_step(known)


def _first() -> tuple[str, Said] | None:
    """The account whose password this tab has given a moment ago, and what comes next."""
    kept = session.recall("sign_in.first")
    if kept is None or database.now() - kept[1] > BETWEEN:
        return None
    return kept[0], kept[2]


def _count(known: Kept | None, login: str) -> dt.datetime | None:
    now = database.now()
    if known is not None:
        return accounts.count_try(database.engine(), known.id, now)
    return STRANGERS.counts(hash_secret(accounts.same_login(login), "sign-in-name"), now)


class Here:
    """The tries from this visitor's network address."""

    def __init__(self) -> None:
        self._who, self._now = visitor.address(), database.now()
        self.free = not WRONG_SIGN_INS.wait(self._who, self._now)

    def wrong(self) -> None:
        """Counts one that was wrong."""
        WRONG_SIGN_INS.allow(self._who, self._now)


@contextmanager
def as_long_as_any() -> Iterator[None]:
    """Whatever happens inside takes the same time."""
    began = time.monotonic()
    try:
        yield
    finally:
        time.sleep(max(0.0, FLOOR_SECONDS - (time.monotonic() - began)))
