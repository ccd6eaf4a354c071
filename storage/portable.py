"""Rows in a form that belongs to neither database: plain JSON values, table by table.

A database of any schema we know can be read so, and an empty one filled, whichever of the two
databases either is. Nothing is held in memory but a handful of rows.
"""

import datetime as dt
import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby, islice
from typing import Any, Protocol

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Date,
    DateTime,
    Integer,
    MetaData,
    String,
    Table,
    func,
    inspect,
    select,
    text,
    update,
)
from sqlalchemy.types import TypeEngine

from storage.columns import UtcDateTime
from storage.tables import NAMES

Row = list[Any]
Read = Callable[[Any], Any]

_TOGETHER = 500
"""How many rows travel at a time."""

_MODULUS = 1 << 256


class Source(Protocol):
    """Where rows come from: a database at one moment, or a file."""

    @property
    def schema(self) -> str:
        """The schema revision of the rows."""
        ...

    @property
    def columns(self) -> Mapping[str, Sequence[str]]:
        """The names of the columns by table, a table after those it refers to."""
        ...

    def rows(self) -> Iterator[tuple[str, Row]]:
        """Every row with the name of its table, table after table; from the start at each call."""
        ...


class Digest:
    """What a set of rows is like: how many by table, and a sum over each row of its hash.

    The same rows give the same digest in any order: the two databases sort differently.
    """

    def __init__(self) -> None:
        self.counts: dict[str, int] = dict.fromkeys(NAMES, 0)
        self._sum = 0

    def add(self, table: str, row: Row) -> None:
        """Counts one more row."""
        self.counts[table] = self.counts.get(table, 0) + 1
        hashed = hashlib.sha256(f"{table} {as_line(row)}".encode()).digest()
        self._sum = (self._sum + int.from_bytes(hashed, "big")) % _MODULUS

    @property
    def value(self) -> str:
        """The sum, 64 hex digits."""
        return f"{self._sum:064x}"


def as_line(value: object) -> str:
    """Compact JSON on one line; the same value, the same line."""
    return json.dumps(value, ensure_ascii=True, allow_nan=False, separators=(",", ":"))


def digest_of(source: Source) -> Digest:
    """The digest of all its rows."""
    found = Digest()
    for table, row in source.rows():
        found.add(table, row)
    return found


class InDatabase:
    """The rows of a database as this transaction sees it: open it on one moment."""

    def __init__(self, connection: Connection, schema: str) -> None:
        self._connection, self.schema = connection, schema
        self._tables = as_they_stand(connection)
        self.columns = {name: table.columns.keys() for name, table in self._tables.items()}

    def rows(self) -> Iterator[tuple[str, Row]]:
        """Ordered by key: the order in which rows arrived is nobody's business."""
        for name, table in self._tables.items():
            order = list(table.primary_key.columns) or list(table.columns)
            some = {"yield_per": _TOGETHER}
            query = select(table).order_by(*order)
            found = self._connection.execute(query, execution_options=some)
            written = [_PORTABLE[kind_of(column)][0] for column in table.columns]
            for row in found:
                yield name, [_given(write, v) for write, v in zip(written, row, strict=True)]


def fill(connection: Connection, source: Source) -> Digest:
    """Puts these rows in tables of the same schema, which are empty; the digest of what was put.

    A row that refers to another of its table gets this reference in a second pass: the other may
    come after it.
    """
    tables, put = as_they_stand(connection), Digest()
    for name, rows in groupby(source.rows(), key=lambda named: named[0]):
        table, names = tables[name], source.columns[name]
        later = dict.fromkeys(_own_references(table))
        for some in _batches(row for _, row in rows):
            for row in some:
                put.add(name, row)
            values = [_readable(table, names, row) | later for row in some]
            connection.execute(table.insert(), values)
    _refer(connection, source, tables)
    if connection.dialect.name == "postgresql":
        _count_on(connection, tables)
    return put


def as_they_stand(connection: Connection) -> dict[str, Table]:
    """Our tables as this database has them, a table after those it refers to."""
    present = set(inspect(connection).get_table_names())
    found = MetaData()
    found.reflect(connection, only=[name for name in NAMES if name in present])
    for table in found.sorted_tables:
        for column in table.columns:
            if isinstance(column.type, DateTime):
                column.type = UtcDateTime()
    return {table.name: table for table in found.sorted_tables}


def kind_of(column: Column[Any]) -> type[TypeEngine[Any]]:
    """Which of the kinds of value we know; TypeError for another."""
    kind = UtcDateTime if isinstance(column.type, UtcDateTime) else None
    found = kind or next((one for one in _PORTABLE if isinstance(column.type, one)), None)
    if found is None:
        raise TypeError(f"{column}: {column.type!r} has no portable form")
    return found


_SAME: tuple[Read, Read] = (lambda value: value, lambda value: value)
_PORTABLE: dict[Any, tuple[Read, Read]] = {
    UtcDateTime: (dt.datetime.isoformat, dt.datetime.fromisoformat),
    Date: (dt.date.isoformat, dt.date.fromisoformat),
    Boolean: _SAME,
    Integer: _SAME,
    String: _SAME,
}


def _given(change: Read, value: Any) -> Any:
    return None if value is None else change(value)


def _readable(table: Table, names: Sequence[str], row: Row) -> dict[str, Any]:
    """The row as this database takes it, by column."""
    return {
        name: _given(_PORTABLE[kind_of(table.columns[name])][1], value)
        for name, value in zip(names, row, strict=True)
    }


def _batches(rows: Iterator[Row]) -> Iterator[list[Row]]:
    while some := list(islice(rows, _TOGETHER)):
        yield some


def _own_references(table: Table) -> list[str]:
    return [
        column.name
        for column in table.columns
        for key in column.foreign_keys
        if key.target_fullname.partition(".")[0] == table.name
    ]


def _refer(connection: Connection, source: Source, tables: Mapping[str, Table]) -> None:
    """Gives each row its references to rows of the same table."""
    own = {name: columns for name in tables if (columns := _own_references(tables[name]))}
    if not own:
        return
    for name, row in source.rows():
        if name not in own:
            continue
        said = _readable(tables[name], source.columns[name], row)
        referring = {column: said[column] for column in own[name] if said[column] is not None}
        if referring:
            same = [column == said[column.name] for column in tables[name].primary_key.columns]
            connection.execute(update(tables[name]).where(*same).values(referring))


def _count_on(connection: Connection, tables: Mapping[str, Table]) -> None:
    """PostgreSQL numbers new rows apart: it goes on after the last number put."""
    for name, table in tables.items():
        for column in table.primary_key.columns:
            if not isinstance(column.type, Integer):
                continue
            last = connection.execute(select(func.max(column))).scalar()
            if last is not None:
                following = text("SELECT setval(pg_get_serial_sequence(:table, :column), :last)")
                values = {"table": name, "column": column.name, "last": last}
                connection.execute(following, values)
