"""What campaigns published: frozen, and compared with before anything more is published.

All raise StorageUnavailable, and UnknownCampaign where they take a campaign's id.
"""

import datetime as dt
import uuid
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Engine, func, insert, select, text, update

from storage.campaign_members import Joined, members
from storage.campaign_schema import campaign_aggregates, campaigns
from storage.campaigns import UnknownCampaign
from storage.columns import from_json, to_json
from storage.transaction import transaction

Made = tuple[Mapping[str, Any], Mapping[str, Any]]
Make = Callable[[tuple[Joined, ...], Sequence[Mapping[str, Any]]], Made | None]
"""From the members and every earlier ledger of the instrument: what to freeze, and its ledger.

None: nothing more is published now. It must not touch the database.
"""
_columns = campaign_aggregates.c
_ONE_AT_A_TIME = 5_346_019


def publish_running(engine: Engine, campaign_id: str, today: dt.date, make: Make) -> None:
    """Freezes a running picture of an open campaign; a closed one is left as it is."""
    with transaction(engine) as connection:
        _alone(connection)
        held = connection.execute(
            update(campaigns)
            .where(campaigns.c.id == campaign_id, campaigns.c.closed_on.is_(None))
            .values(name=campaigns.c.name)
        )
        if held.rowcount:
            _freeze(connection, campaign_id, today, make, final=False)


def close(engine: Engine, campaign_id: str, today: dt.date, make: Make) -> None:
    """Closes the campaign and freezes its aggregate, both or neither. Twice changes nothing."""
    with transaction(engine) as connection:
        _alone(connection)
        closed = connection.execute(
            update(campaigns)
            .where(campaigns.c.id == campaign_id, campaigns.c.closed_on.is_(None))
            .values(closed_on=today)
        )
        if closed.rowcount:
            _freeze(connection, campaign_id, today, make, final=True)


def latest(engine: Engine, campaign_id: str) -> dict[str, Any] | None:
    """The last thing this campaign published: its aggregate once closed; None: nothing yet."""
    query = (
        select(_columns.content)
        .where(_columns.campaign_id == campaign_id)
        .order_by(_columns.place.desc())
        .limit(1)
    )
    with transaction(engine) as connection:
        return from_json(connection.execute(query).scalar())


def _alone(connection: Connection) -> None:
    """Two publications at once would not know of each other. SQLite has one writer anyway."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ONE_AT_A_TIME})


def _freeze(
    connection: Connection, campaign_id: str, today: dt.date, make: Make, *, final: bool
) -> None:
    instrument = connection.execute(
        select(campaigns.c.instrument).where(campaigns.c.id == campaign_id)
    ).scalar()
    if instrument is None:
        raise UnknownCampaign(campaign_id)
    earlier = connection.execute(
        select(_columns.ledger).where(_columns.instrument == instrument).order_by(_columns.place)
    ).scalars()
    ledgers = [from_json(one) or {} for one in earlier]
    made = make(members(connection, campaign_id, today), ledgers)
    if made is None:
        return
    content, ledger = made
    last = connection.execute(select(func.max(_columns.place))).scalar()
    row = {
        "id": uuid.uuid4().hex,
        "campaign_id": campaign_id,
        "instrument": instrument,
        "place": (last or 0) + 1,
        "final": final,
        "published_on": today,
        "content": to_json(content),
        "ledger": to_json(ledger),
    }
    connection.execute(insert(campaign_aggregates), row)
