"""The second factor of an account: the secret of its telephone, codes for when it is lost.

All functions raise StorageUnavailable.
"""

from collections.abc import Iterable

from sqlalchemy import Engine, delete, func, insert, or_, select, update

from access.secrets import hash_code
from storage.account_schema import account_recovery, accounts
from storage.transaction import transaction

_RECOVERY = "account-recovery"


def turn_on(
    engine: Engine, account_id: str, secret: str, step: int, recovery_codes: Iterable[str]
) -> None:
    """From now on a code is asked; `step` is that of the code just shown, used up by that."""
    hashed = [
        {"account_id": account_id, "hash": hash_code(code, _RECOVERY)} for code in recovery_codes
    ]
    with transaction(engine) as connection:
        found = accounts.c.id == account_id
        values = {"totp_secret": secret, "totp_step": step}
        connection.execute(update(accounts).where(found).values(values))
        of_it = account_recovery.c.account_id == account_id
        connection.execute(delete(account_recovery).where(of_it))
        if hashed:
            connection.execute(insert(account_recovery), hashed)


def turn_off(engine: Engine, account_id: str) -> None:
    """The password alone signs in."""
    with transaction(engine) as connection:
        found = accounts.c.id == account_id
        values = {"totp_secret": None, "totp_step": None}
        connection.execute(update(accounts).where(found).values(values))
        of_it = account_recovery.c.account_id == account_id
        connection.execute(delete(account_recovery).where(of_it))


def take(engine: Engine, account_id: str, step: int) -> bool:
    """Uses up the code of this time step; False when it, or a later one, was used before."""
    earlier = or_(accounts.c.totp_step.is_(None), accounts.c.totp_step < step)
    with transaction(engine) as connection:
        found = update(accounts).where(accounts.c.id == account_id, earlier)
        return connection.execute(found.values(totp_step=step)).rowcount == 1


def take_recovery(engine: Engine, account_id: str, typed: str) -> bool:
    """Uses up a recovery code; False when it is none of this account's, or was used before."""
    hashed = hash_code(typed, _RECOVERY)
    if hashed is None:
        return False
    with transaction(engine) as connection:
        found = (account_recovery.c.hash == hashed, account_recovery.c.account_id == account_id)
        return connection.execute(delete(account_recovery).where(*found)).rowcount == 1


def recovery_left(engine: Engine, account_id: str) -> int:
    """How many recovery codes were not used yet."""
    query = select(func.count()).where(account_recovery.c.account_id == account_id)
    with transaction(engine) as connection:
        return int(connection.execute(query).scalar_one())
