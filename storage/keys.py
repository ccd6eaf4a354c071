"""Secret links and resume codes of an assessment. Only their hashes are stored."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Engine, or_, select, update

from access.secrets import hash_secret, is_same, new_code, new_link_secret, normalise_code
from storage.schema import assessments, keys
from storage.transaction import transaction

Kind = Literal["link", "code"]
Role = Literal["owner"]


@dataclass(frozen=True)
class Opened:
    """What a good secret opens, and as whom."""

    assessment_id: str
    role: Role


def issue(
    engine: Engine,
    assessment_id: str,
    kind: Kind,
    now: dt.datetime,
    *,
    role: Role = "owner",
    expires_at: dt.datetime | None = None,
) -> str:
    """A new secret, returned this once: it cannot be read again. Raises StorageUnavailable.

    The secret also ends with the assessment.
    """
    secret = new_link_secret() if kind == "link" else new_code()
    row = {
        "hash": _hash(secret, kind),
        "assessment_id": assessment_id,
        "kind": kind,
        "role": role,
        "created_at": now,
        "expires_at": expires_at,
    }
    with transaction(engine) as connection:
        connection.execute(keys.insert(), row)
    return secret


def find(engine: Engine, secret: str, kind: Kind, now: dt.datetime) -> Opened | None:
    """What this secret opens now; None when unknown, expired or revoked: nobody is told which."""
    hashed = _hash(secret, kind)
    if hashed is None:
        return None
    with transaction(engine) as connection:
        row = connection.execute(
            select(keys.c.hash, keys.c.assessment_id, keys.c.role)
            .join(assessments)
            .where(
                keys.c.hash == hashed,
                keys.c.kind == kind,
                keys.c.revoked_at.is_(None),
                or_(keys.c.expires_at.is_(None), keys.c.expires_at > now),
                assessments.c.expires_on >= now.date(),
            )
        ).one_or_none()
    if row is None or not is_same(row.hash, hashed):
        return None
    return Opened(row.assessment_id, row.role)


def revoke(engine: Engine, assessment_id: str, now: dt.datetime, kind: Kind | None = None) -> int:
    """Ends every secret of this assessment, or those of one kind; how many ended."""
    condition = [keys.c.assessment_id == assessment_id, keys.c.revoked_at.is_(None)]
    if kind is not None:
        condition.append(keys.c.kind == kind)
    with transaction(engine) as connection:
        return connection.execute(update(keys).where(*condition).values(revoked_at=now)).rowcount


def _hash(secret: str, kind: Kind) -> str | None:
    plain = secret if kind == "link" else normalise_code(secret)
    return None if plain is None else hash_secret(plain, kind)
