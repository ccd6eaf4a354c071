"""What readers give back: suggestions, reviews, requests, unclear questions."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    # Without a row id SQLite keeps rows in the order of their random keys: nothing tells which
    # came first on a day.
    op.create_table(
        "voices",
        sa.Column("id", sa.String(12), primary_key=True),
        sa.Column("kind", sa.String(8), nullable=False),
        sa.Column("about", sa.String(64)),
        sa.Column("said", sa.Text, nullable=False),
        sa.Column("language", sa.String(16), nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("status", sa.String(8), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("voices_status", "voices", ["status"])
