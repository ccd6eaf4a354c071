"""Which campaigns an account manages: they are found again on any browser it signs in on.

All functions raise StorageUnavailable.
"""

import datetime as dt

from sqlalchemy import ColumnElement, Engine, delete, insert, select

from storage.account_schema import account_campaigns
from storage.campaign_schema import campaigns
from storage.campaigns import CAMPAIGN_COLUMNS, Campaign, campaign_of
from storage.transaction import transaction

_columns = account_campaigns.c


def attach(engine: Engine, account_id: str, campaign_id: str) -> None:
    """From now on this account manages it."""
    with transaction(engine) as connection:
        connection.execute(delete(account_campaigns).where(*_is(account_id, campaign_id)))
        row = {"account_id": account_id, "campaign_id": campaign_id}
        connection.execute(insert(account_campaigns), row)


def detach(engine: Engine, account_id: str, campaign_id: str) -> None:
    """This account manages it no more; the campaign stays."""
    with transaction(engine) as connection:
        connection.execute(delete(account_campaigns).where(*_is(account_id, campaign_id)))


def holds(engine: Engine, account_id: str, campaign_id: str) -> bool:
    """Whether this account manages it: ask before each load."""
    query = select(_columns.campaign_id).where(*_is(account_id, campaign_id))
    with transaction(engine) as connection:
        return connection.execute(query).first() is not None


def listed(engine: Engine, account_id: str, today: dt.date) -> tuple[Campaign, ...]:
    """The campaigns of this account, the newest first."""
    query = (
        select(*CAMPAIGN_COLUMNS)
        .join(account_campaigns)
        .where(_columns.account_id == account_id, campaigns.c.expires_on >= today)
        .order_by(campaigns.c.starts_on.desc(), campaigns.c.id)
    )
    with transaction(engine) as connection:
        return tuple(campaign_of(row) for row in connection.execute(query))


def _is(account_id: str, campaign_id: str) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return _columns.account_id == account_id, _columns.campaign_id == campaign_id
