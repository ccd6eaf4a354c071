"""Guided sessions: an adviser's portfolio, her notes, what was seen, her words and moves."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

_moment = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "guidances",
        _owner("assessment_id", "assessments"),
        _owner("account_id", "accounts"),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("status", sa.String(16), nullable=False),
        sa.Column("appointment", _moment),
        sa.Column("session_began", _moment),
        sa.Column("agenda", sa.Text),
        sa.Column("since", _moment, nullable=False),
        sa.Column("ended", _moment),
        sa.Column("began", sa.Boolean, nullable=False),
        sa.Column("handed_over", _moment),
    )
    op.create_index("guidances_account_id", "guidances", ["account_id"])
    # A table of their own: no reading of the shared ones can bring them along.
    op.create_table(
        "private_notes",
        _owner("assessment_id", "assessments"),
        _owner("account_id", "accounts"),
        sa.Column("question_id", sa.String(64), primary_key=True),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("saved_at", _moment, nullable=False),
    )
    op.create_index("private_notes_account_id", "private_notes", ["account_id"])
    op.create_table(
        "shared_notes",
        _owner("assessment_id", "assessments"),
        sa.Column("account_id", sa.String(32), primary_key=True),
        sa.Column("question_id", sa.String(64), primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("saved_at", _moment, nullable=False),
    )
    op.create_table(
        "seen_marks",
        _owner("assessment_id", "assessments"),
        sa.Column("question_id", sa.String(64), primary_key=True),
        sa.Column("kind", sa.String(16), primary_key=True),
        sa.Column("value", sa.Text),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
    )
    op.create_table(
        "adviser_words",
        _owner("assessment_id", "assessments"),
        sa.Column("part", sa.String(16), primary_key=True),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("left_out", sa.Boolean, nullable=False),
    )
    op.create_table(
        "adviser_moves",
        _owner("assessment_id", "assessments"),
        sa.Column("action_id", sa.String(64), primary_key=True),
        sa.Column("kind", sa.String(8), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
    )


def _owner(name: str, table: str) -> sa.Column[str]:
    owner = sa.ForeignKey(f"{table}.id", ondelete="CASCADE")
    return sa.Column(name, sa.String(32), owner, primary_key=True, nullable=False)
