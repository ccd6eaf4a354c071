"""The tables of team rounds. A sheet carries no name, no moment, no browser."""

from sqlalchemy import Column, Date, ForeignKey, Index, Integer, String, Table, Text

from storage.schema import metadata


def _round_id(primary_key: bool = False) -> Column[str]:
    owner = ForeignKey("team_rounds.id", ondelete="CASCADE")
    return Column("round_id", String(32), owner, primary_key=primary_key, nullable=False)


team_rounds = Table(
    "team_rounds",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("code_hash", String(64), nullable=False, unique=True),
    Column("organiser_hash", String(64), nullable=False, unique=True),
    Column("instrument", String(64), nullable=False),
    Column("version", String(32), nullable=False),
    Column("name", Text, nullable=False),
    Column("created_on", Date, nullable=False),
    Column("expires_on", Date, nullable=False),
    Column("closed_on", Date),
    # Counted here, so that two people who send at the same time are put in order.
    Column("answers", Integer, nullable=False),
    # How many sheets the last picture that anyone saw held (network/team.py).
    Column("shown", Integer, nullable=False),
    Index("team_rounds_expires_on", "expires_on"),
)

team_organisers = Table(
    "team_organisers",
    metadata,
    Column("device_hash", String(64), primary_key=True),
    _round_id(primary_key=True),
    Index("team_organisers_round_id", "round_id"),
)

# Without a row id SQLite keeps rows in the order of their random keys: nothing tells which sheet
# came when, or which sheet came with which browser.
team_sheets = Table(
    "team_sheets",
    metadata,
    Column("id", String(32), primary_key=True),
    _round_id(),
    Column("batch", Integer, nullable=False),
    Column("answers", Text, nullable=False),
    Index("team_sheets_round_id", "round_id"),
    sqlite_with_rowid=False,
)

# The browsers that have answered, hashed with the round: the hash of the same browser elsewhere
# is another one.
team_voices = Table(
    "team_voices",
    metadata,
    Column("voice_hash", String(64), primary_key=True),
    _round_id(),
    Index("team_voices_round_id", "round_id"),
    sqlite_with_rowid=False,
)
