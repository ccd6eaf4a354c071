"""Insert or replace, written once for both databases."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite


def upsert(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Each row stands in the table afterwards, whatever stood under its primary key before.

    Sending the same rows twice leaves the same table. No rows, no change.
    """
    if not rows:
        return
    is_sqlite = connection.dialect.name == "sqlite"
    statement = sqlite.insert(table) if is_sqlite else postgresql.insert(table)
    key = [column.name for column in table.primary_key]
    others = {c.name: statement.excluded[c.name] for c in table.columns if c.name not in key}
    connection.execute(
        statement.on_conflict_do_update(index_elements=key, set_=others),
        [dict(row) for row in rows],
    )
