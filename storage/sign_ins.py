"""Which browsers are signed in: each holds a secret made at that moment, only its hash is kept.

A sign-in counts only together with the browser's device cookie, so that neither is enough alone.
All functions raise StorageUnavailable.
"""

import datetime as dt

from sqlalchemy import ColumnElement, Connection, Engine, delete, func, insert, select

from access.secrets import hash_secret, new_device_secret
from storage.account_schema import accounts, sign_ins
from storage.accounts import Account, roles_in
from storage.transaction import transaction

LASTS = dt.timedelta(hours=12)
"""A working day, counted from the password, whatever is done meanwhile."""

TICKET_LASTS = dt.timedelta(seconds=60)

_columns = sign_ins.c
_SECRET, _TICKET = "sign-in", "sign-in-ticket"


def ticket(engine: Engine, account_id: str, device: str, now: dt.datetime) -> str:
    """What this browser, and no other, exchanges within a minute for its own secret."""
    made = new_device_secret()
    with transaction(engine) as connection:
        connection.execute(delete(sign_ins).where(_columns.ends_at <= now))
        _insert(connection, made, _TICKET, account_id, device, now, TICKET_LASTS)
    return made


def redeem(engine: Engine, shown: str, device: str, now: dt.datetime) -> str | None:
    """The secret of a new sign-in, for a ticket of this browser that nobody used; else None."""
    found = _is(shown, _TICKET, device, now)
    with transaction(engine) as connection:
        account_id = connection.execute(select(_columns.account_id).where(*found)).scalar()
        # Whoever removes the line has it: two requests at once make one sign-in.
        if connection.execute(delete(sign_ins).where(*found)).rowcount == 0:
            return None
        secret = new_device_secret()
        _insert(connection, secret, _SECRET, str(account_id), device, now, LASTS)
    return secret


def who(engine: Engine, secret: str, device: str, now: dt.datetime) -> Account | None:
    """Who is signed in with this secret on this browser now; ask at each call."""
    query = (
        select(accounts.c.id, accounts.c.name, accounts.c.roles)
        .join(sign_ins)
        .where(*_is(secret, _SECRET, device, now), accounts.c.disabled_at.is_(None))
    )
    with transaction(engine) as connection:
        row = connection.execute(query).first()
    return None if row is None else Account(row.id, row.name, roles_in(row.roles))


def end(engine: Engine, secret: str) -> None:
    """This browser is signed out."""
    with transaction(engine) as connection:
        hashed = hash_secret(secret, _SECRET)
        connection.execute(delete(sign_ins).where(_columns.hash == hashed))


def end_device(engine: Engine, device: str) -> None:
    """Whoever is signed in on this browser is signed out."""
    with transaction(engine) as connection:
        connection.execute(delete(sign_ins).where(_columns.device_hash == _device(device)))


def count(engine: Engine, account_id: str, now: dt.datetime) -> int:
    """On how many browsers this account is signed in now."""
    query = select(func.count()).where(
        _columns.account_id == account_id, _columns.ends_at > now + TICKET_LASTS
    )
    with transaction(engine) as connection:
        return int(connection.execute(query).scalar_one())


def end_all(engine: Engine, account_id: str) -> None:
    """Every browser of this account is signed out."""
    with transaction(engine) as connection:
        connection.execute(delete(sign_ins).where(_columns.account_id == account_id))


def _is(shown: str, purpose: str, device: str, now: dt.datetime) -> tuple[ColumnElement[bool], ...]:
    return (
        _columns.hash == hash_secret(shown, purpose),
        _columns.device_hash == _device(device),
        _columns.ends_at > now,
    )


def _insert(
    connection: Connection,
    secret: str,
    purpose: str,
    account_id: str,
    device: str,
    now: dt.datetime,
    lasts: dt.timedelta,
) -> None:
    row = {
        "hash": hash_secret(secret, purpose),
        "account_id": account_id,
        "device_hash": _device(device),
        "since": now,
        "ends_at": now + lasts,
    }
    connection.execute(insert(sign_ins), row)


def _device(device: str) -> str:
    return hash_secret(device, "sign-in-device")
