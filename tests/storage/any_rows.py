"""Rows for every table of any schema, as that schema stood: what a released version might hold."""

import datetime as dt
from typing import Any

from sqlalchemy import Boolean, Column, Connection, Date, Integer, Table

from storage.columns import UtcDateTime
from storage.portable import as_they_stand

SOME_MOMENT = dt.datetime(2026, 3, 29, 1, 30, 0, 250_000, tzinfo=dt.UTC)
KEPT_UNTIL = dt.date(2099, 12, 31)


def fill_every_table(connection: Connection, rows: int = 3) -> None:
    """So many rows in each table; where a table refers to another, row n to row n."""
    for table in as_they_stand(connection).values():
        connection.execute(table.insert(), [_row(table, number) for number in range(rows)])


def _row(table: Table, number: int) -> dict[str, Any]:
    return {column.name: _value(column, number) for column in table.columns}


def _value(column: Column[Any], number: int) -> Any:
    for key in column.foreign_keys:
        referred = key.target_fullname.partition(".")
        if referred[0] == column.table.name:
            return None  # whoever wants a chain makes one
        return _text(referred[2], 64, number)
    match column.type:
        case Boolean():
            return number % 2 == 1
        case Integer():
            return number + 1
        case UtcDateTime():
            return SOME_MOMENT + dt.timedelta(days=number)
        case Date():
            return KEPT_UNTIL
    return _text(column.name, getattr(column.type, "length", None), number)


def _text(name: str, length: int | None, number: int) -> str:
    # A long text of ours is JSON where it is not words, and any words will do where it is.
    return f"{number}{name}"[:length] if length else f'{{"n":"{number} é 漢 🧩"}}'
