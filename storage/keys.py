"""Secret links and resume codes of an assessment. Only their hashes are stored."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import BindParameter, ColumnElement, Engine, or_, select, update

from access.rules import KeyRole
from access.secrets import hash_code, hash_secret, is_same, new_code, new_link_secret
from storage.columns import storable
from storage.schema import assessments, keys
from storage.transaction import transaction

Kind = Literal["link", "code"]


@dataclass(frozen=True)
class Opened:
    """What a good secret opens, as whom, and under which hash it is stored."""

    assessment_id: str
    role: KeyRole
    hash: str


@dataclass(frozen=True)
class Key:
    """A key as its owner sees it: never the secret. Moments are in UTC."""

    hash: str
    kind: Kind
    role: KeyRole
    label: str
    created_at: dt.datetime
    expires_at: dt.datetime | None
    revoked_at: dt.datetime | None

    def ended(self, now: dt.datetime) -> bool:
        """Whether it opens nothing any more."""
        past = self.expires_at is not None and self.expires_at <= now
        return past or self.revoked_at is not None


_LISTED = [keys.c[name] for name in Key.__dataclass_fields__]


def issue(
    engine: Engine,
    assessment_id: str,
    kind: Kind,
    now: dt.datetime,
    *,
    role: KeyRole = "owner",
    expires_at: dt.datetime | None = None,
    label: str = "",
) -> str:
    """A new secret, returned this once: it cannot be read again. Raises StorageUnavailable.

    The secret also ends with the assessment. `label` says whom it is for.
    """
    secret = new_link_secret() if kind == "link" else new_code()
    row = {
        "hash": _hash(secret, kind),
        "assessment_id": assessment_id,
        "kind": kind,
        "role": role,
        "created_at": now,
        "expires_at": expires_at,
        "label": storable(label),
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
                is_live(now),
                assessments.c.expires_on >= now.date(),
            )
        ).one_or_none()
    if row is None or not is_same(row.hash, hashed):
        return None
    return Opened(row.assessment_id, row.role, row.hash)


def is_live(now: dt.datetime | BindParameter[dt.datetime]) -> ColumnElement[bool]:
    """The condition under which a key opens something, its assessment's last day apart."""
    lasting = or_(keys.c.expires_at.is_(None), keys.c.expires_at > now)
    return keys.c.revoked_at.is_(None) & lasting


def listed(engine: Engine, assessment_id: str) -> tuple[Key, ...]:
    """Every key ever made for this assessment, the newest first. Raises StorageUnavailable."""
    query = (
        select(*_LISTED)
        .where(keys.c.assessment_id == assessment_id)
        .order_by(keys.c.created_at.desc(), keys.c.hash)
    )
    with transaction(engine) as connection:
        return tuple(Key(**row._mapping) for row in connection.execute(query))


def revoke(
    engine: Engine,
    assessment_id: str,
    now: dt.datetime,
    kind: Kind | None = None,
    *,
    spared: str = "",
) -> int:
    """Ends the owner's own secrets, all or those of one kind; how many ended.

    What was made for others stays: each of those is ended by itself. So does the key whose hash
    is `spared`.
    """
    condition = [keys.c.role == "owner", keys.c.hash != spared]
    if kind is not None:
        condition.append(keys.c.kind == kind)
    return _revoke(engine, assessment_id, now, *condition)


def revoke_one(engine: Engine, assessment_id: str, hashed: str, now: dt.datetime) -> bool:
    """Ends this key of this assessment, and with it the browsers that came by it alone."""
    return _revoke(engine, assessment_id, now, keys.c.hash == hashed) == 1


def _revoke(
    engine: Engine, assessment_id: str, now: dt.datetime, *condition: ColumnElement[bool]
) -> int:
    live = (keys.c.assessment_id == assessment_id, keys.c.revoked_at.is_(None), *condition)
    with transaction(engine) as connection:
        return connection.execute(update(keys).where(*live).values(revoked_at=now)).rowcount


def _hash(secret: str, kind: Kind) -> str | None:
    return hash_secret(secret, kind) if kind == "link" else hash_code(secret, kind)
