"""Accounts: who may sign in, with which roles. Passwords and codes are stored as hashes only.

The clock is the caller's. All functions raise StorageUnavailable; those that take an account's id
raise UnknownAccount when it does not exist.
"""

import datetime as dt
import uuid
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Engine, delete, insert, or_, select, update
from sqlalchemy.exc import IntegrityError

from access import lockout
from access.rules import ACCOUNT_ROLES, AccountRole
from access.secrets import hash_code, new_code
from storage.account_schema import accounts, sign_ins
from storage.columns import storable
from storage.transaction import transaction

CODE_LIVES = dt.timedelta(days=7)
"""How long the code lives with which somebody chooses her password."""

_CODE = "account-code"
_columns = accounts.c


class UnknownAccount(LookupError):
    """No account has this id."""


class LoginTaken(ValueError):
    """Another account has this login."""


@dataclass(frozen=True)
class Account:
    """Who is signed in: what screens need and no more."""

    id: str
    name: str
    roles: frozenset[AccountRole]


@dataclass(frozen=True)
class Kept:
    """An account as stored. `login` is None for one of an outside identity provider.

    `totp_step` is the last time step a code was taken of. Moments are in UTC.
    """

    id: str
    name: str
    login: str | None
    roles: frozenset[AccountRole]
    password_hash: str | None
    totp_secret: str | None
    totp_step: int | None
    issuer: str | None
    subject: str | None
    created_at: dt.datetime
    disabled_at: dt.datetime | None
    code_ends_at: dt.datetime | None
    failed: int
    locked_until: dt.datetime | None

    @property
    def public(self) -> Account:
        """What screens need of it."""
        return Account(self.id, self.name, self.roles)


_KEPT = [_columns[name] for name in Kept.__dataclass_fields__]


def same_login(typed: str) -> str:
    """A login as it is stored and compared: no spaces around, no capitals."""
    return storable(typed).strip().casefold()


def add(
    engine: Engine, now: dt.datetime, login: str, name: str, roles: Iterable[AccountRole]
) -> tuple[Account, str]:
    """A local account and the code with which its person chooses her password, shown this once.

    Raises LoginTaken.
    """
    made = Account(uuid.uuid4().hex, storable(name).strip(), _known(roles))
    code = new_code()
    row = {
        **_row(made, now),
        "login": same_login(login),
        "code_hash": hash_code(code, _CODE),
        "code_ends_at": now + CODE_LIVES,
    }
    try:
        with transaction(engine) as connection:
            connection.execute(insert(accounts), row)
    except IntegrityError:
        raise LoginTaken(login) from None
    return made, code


def of_identity(
    engine: Engine,
    now: dt.datetime,
    issuer: str,
    subject: str,
    name: str,
    roles: Iterable[AccountRole] | None,
) -> Kept:
    """The account of an outside identity, made when it comes first; its name follows it.

    Its roles too; None leaves them as the operator set them, and gives none to a new account.
    Only issuer and subject tell who it is: an address may pass to somebody else.
    """
    who = (_columns.issuer == issuer, _columns.subject == subject)
    told = {"name": storable(name).strip()}
    if roles is not None:
        told["roles"] = _joined(_known(roles))
    made = Account(uuid.uuid4().hex, told["name"], frozenset())
    try:
        with transaction(engine) as connection:
            if connection.execute(update(accounts).where(*who).values(told)).rowcount == 0:
                row = {**_row(made, now), **told, "issuer": issuer, "subject": subject}
                connection.execute(insert(accounts), row)
    except IntegrityError:
        # Two tabs came back at once: the other one made it.
        pass
    found = _one(engine, *who)
    if found is None:
        raise UnknownAccount(subject)
    return found


def by_login(engine: Engine, login: str) -> Kept | None:
    """The local account of this login, disabled ones included."""
    return _one(engine, _columns.login == same_login(login))


def by_code(engine: Engine, typed: str, now: dt.datetime) -> Kept | None:
    """The account whose code this is, while the code lives and the account is not disabled."""
    hashed = hash_code(typed, _CODE)
    if hashed is None:
        return None
    alive = (_columns.code_ends_at > now, _columns.disabled_at.is_(None))
    return _one(engine, _columns.code_hash == hashed, *alive)


def load(engine: Engine, account_id: str) -> Kept:
    """The account of this id."""
    found = _one(engine, _columns.id == account_id)
    if found is None:
        raise UnknownAccount(account_id)
    return found


def listed(engine: Engine) -> tuple[Kept, ...]:
    """All accounts, the oldest first."""
    query = select(*_KEPT).order_by(_columns.created_at, _columns.id)
    with transaction(engine) as connection:
        return tuple(_kept(dict(row._mapping)) for row in connection.execute(query))


def rename(engine: Engine, account_id: str, name: str) -> None:
    """Changes the name shown."""
    _change(engine, account_id, name=storable(name).strip())


def set_roles(engine: Engine, account_id: str, roles: Iterable[AccountRole]) -> None:
    """Gives these roles and no other."""
    _change(engine, account_id, roles=_joined(_known(roles)))


def disable(engine: Engine, account_id: str, now: dt.datetime) -> None:
    """Nobody signs in with it any more, and whoever is signed in is out at her next click."""
    _change(engine, account_id, ends_sign_ins=True, disabled_at=now, code_hash=None)


def enable(engine: Engine, account_id: str) -> None:
    """Signing in works again, with the password of before."""
    _change(engine, account_id, disabled_at=None, failed=0, locked_until=None)


def remove(engine: Engine, account_id: str) -> None:
    """Removes it with its sign-ins; the campaigns it managed stay."""
    with transaction(engine) as connection:
        if connection.execute(delete(accounts).where(_columns.id == account_id)).rowcount == 0:
            raise UnknownAccount(account_id)


def new_password_code(engine: Engine, account_id: str, now: dt.datetime) -> str:
    """Another code to choose a password with; the password and the sign-ins end now."""
    code = new_code()
    _change(
        engine, account_id, ends_sign_ins=True, password_hash=None, failed=0, locked_until=None,
        code_hash=hash_code(code, _CODE), code_ends_at=now + CODE_LIVES,
    )  # fmt: skip
    return code


def set_password(engine: Engine, account_id: str, password_hash: str) -> None:
    """A new password: its code is used up, and every browser signed in is out."""
    _change(
        engine, account_id, ends_sign_ins=True, password_hash=password_hash, code_hash=None,
        code_ends_at=None, failed=0, locked_until=None,
    )  # fmt: skip


def rehash(engine: Engine, account_id: str, password_hash: str) -> None:
    """The same password, hashed with the cost of today."""
    _change(engine, account_id, password_hash=password_hash)


def count_try(engine: Engine, account_id: str, now: dt.datetime) -> dt.datetime | None:
    """Counts a try before it is looked at, so that many at once count as many.

    The moment until which nobody may try; None when this one may go on.
    """
    open_now = or_(_columns.locked_until.is_(None), _columns.locked_until <= now)
    found = _columns.id == account_id
    with transaction(engine) as connection:
        # Writing first makes the next one wait, on both databases.
        touched = update(accounts).where(found, open_now).values(failed=_columns.failed)
        let_by = connection.execute(touched).rowcount == 1
        query = select(_columns.failed, _columns.locked_until).where(found)
        row = connection.execute(query).first()
        if row is None:
            raise UnknownAccount(account_id)
        if not let_by:
            until: dt.datetime = row.locked_until
            return until
        failed, locked_until = lockout.counted(row.failed, row.locked_until, now)
        values = {"failed": failed, "locked_until": locked_until}
        connection.execute(update(accounts).where(found).values(values))
    return None


def forget_tries(engine: Engine, account_id: str) -> None:
    """Starts the count again, after a good one."""
    _change(engine, account_id, failed=0, locked_until=None)


def _change(engine: Engine, account_id: str, *, ends_sign_ins: bool = False, **values: Any) -> None:
    with transaction(engine) as connection:
        found = _columns.id == account_id
        if connection.execute(update(accounts).where(found).values(values)).rowcount == 0:
            raise UnknownAccount(account_id)
        if ends_sign_ins:
            connection.execute(delete(sign_ins).where(sign_ins.c.account_id == account_id))


def _one(engine: Engine, *conditions: ColumnElement[bool]) -> Kept | None:
    with transaction(engine) as connection:
        row = connection.execute(select(*_KEPT).where(*conditions)).first()
    return None if row is None else _kept(dict(row._mapping))


def _kept(row: dict[str, Any]) -> Kept:
    return Kept(**(row | {"roles": roles_in(row["roles"])}))


def roles_in(stored: str) -> frozenset[AccountRole]:
    """The roles of a stored line; what is none of ours gives no right."""
    words = stored.split()
    return frozenset(role for role in ACCOUNT_ROLES if role in words)


def _row(made: Account, now: dt.datetime) -> dict[str, Any]:
    return {"id": made.id, "name": made.name, "roles": _joined(made.roles), "created_at": now}


def _joined(roles: Collection[AccountRole]) -> str:
    return " ".join(role for role in ACCOUNT_ROLES if role in roles)


def _known(roles: Iterable[AccountRole]) -> frozenset[AccountRole]:
    wanted = frozenset(roles)
    if unknown := wanted - set(ACCOUNT_ROLES):
        raise ValueError(f"'{min(unknown)}' is no role of an account")
    return wanted
