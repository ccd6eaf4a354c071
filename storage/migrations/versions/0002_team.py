"""Team rounds, who opened them, their sheets, and which browsers have answered."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "team_rounds",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("code_hash", sa.String(64), nullable=False, unique=True),
        sa.Column("organiser_hash", sa.String(64), nullable=False, unique=True),
        sa.Column("instrument", sa.String(64), nullable=False),
        sa.Column("version", sa.String(32), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("created_on", sa.Date, nullable=False),
        sa.Column("expires_on", sa.Date, nullable=False),
        sa.Column("closed_on", sa.Date),
        sa.Column("answers", sa.Integer, nullable=False),
        sa.Column("shown", sa.Integer, nullable=False),
    )
    op.create_index("team_rounds_expires_on", "team_rounds", ["expires_on"])
    op.create_table(
        "team_organisers",
        sa.Column("device_hash", sa.String(64), primary_key=True),
        _round_id(primary_key=True),
    )
    op.create_index("team_organisers_round_id", "team_organisers", ["round_id"])
    # Without a row id SQLite keeps rows in the order of their random keys: nothing tells which
    # sheet came when, or which sheet came with which browser.
    op.create_table(
        "team_sheets",
        sa.Column("id", sa.String(32), primary_key=True),
        _round_id(),
        sa.Column("batch", sa.Integer, nullable=False),
        sa.Column("answers", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("team_sheets_round_id", "team_sheets", ["round_id"])
    op.create_table(
        "team_voices",
        sa.Column("voice_hash", sa.String(64), primary_key=True),
        _round_id(),
        sqlite_with_rowid=False,
    )
    op.create_index("team_voices_round_id", "team_voices", ["round_id"])


def _round_id(primary_key: bool = False) -> sa.Column[str]:
    owner = sa.ForeignKey("team_rounds.id", ondelete="CASCADE")
    return sa.Column("round_id", sa.String(32), owner, primary_key=primary_key, nullable=False)
