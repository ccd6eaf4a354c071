"""The table of what readers give back: a day, no moment; no browser, no assessment."""

from sqlalchemy import Column, Date, Index, String, Table, Text

from storage.schema import metadata

# Without a row id SQLite keeps rows in the order of their random keys: nothing tells which came
# first on a day, nor next to which answer.
voices = Table(
    "voices",
    metadata,
    Column("id", String(12), primary_key=True),
    Column("kind", String(8), nullable=False),
    Column("about", String(64)),
    Column("said", Text, nullable=False),
    Column("language", String(16), nullable=False),
    Column("day", Date, nullable=False),
    Column("status", String(8), nullable=False),
    Index("voices_status", "status"),
    sqlite_with_rowid=False,
)
