"""Which assessment was taken again from which: T1 follows T0, T2 follows T1."""

import datetime as dt

from sqlalchemy import Engine, select

from storage.schema import assessments
from storage.transaction import transaction

_columns = assessments.c


def follower_of(engine: Engine, assessment_id: str, now: dt.datetime) -> str | None:
    """The last one started from this one and still kept; None when there is none.

    Raises StorageUnavailable.
    """
    with transaction(engine) as connection:
        return connection.execute(
            select(_columns.id)
            .where(_columns.follows_id == assessment_id, _columns.expires_on >= now.date())
            .order_by(_columns.created_at.desc(), _columns.id)
            .limit(1)
        ).scalar()
