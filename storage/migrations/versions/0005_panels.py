"""Several voices on one assessment: panels, their sheets, who has answered, what was agreed."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "panels",
        sa.Column("id", sa.String(32), primary_key=True),
        _owner("assessment_id", "assessments"),
        sa.Column("code_hash", sa.String(64), nullable=False, unique=True),
        sa.Column("scope", sa.Text, nullable=False),
        sa.Column("version", sa.String(32), nullable=False),
        sa.Column("slips", sa.Boolean, nullable=False),
        sa.Column("opened_on", sa.Date, nullable=False),
        sa.Column("closed_on", sa.Date),
        sa.Column("answers", sa.Integer, nullable=False),
        sa.Column("shown", sa.Integer, nullable=False),
        sa.Column("releases", sa.Integer, nullable=False),
    )
    op.create_index("panels_assessment_id", "panels", ["assessment_id"])
    # Without a row id SQLite keeps rows in the order of their random keys: nothing tells which
    # sheet came when, or with which slip or browser.
    op.create_table(
        "panel_sheets",
        sa.Column("id", sa.String(32), primary_key=True),
        _owner("panel_id", "panels"),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("release", sa.Integer),
        sa.Column("answers", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("panel_sheets_panel_id", "panel_sheets", ["panel_id"])
    op.create_table(
        "panel_voices",
        sa.Column("voice_hash", sa.String(64), primary_key=True),
        _owner("panel_id", "panels"),
        sa.Column("used", sa.Boolean, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("panel_voices_panel_id", "panel_voices", ["panel_id"])
    op.create_table(
        "panel_agreed",
        _owner("panel_id", "panels", primary_key=True),
        sa.Column("question_id", sa.String(64), primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("before", sa.Text),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("agreed_on", sa.Date, nullable=False),
    )


def _owner(name: str, table: str, primary_key: bool = False) -> sa.Column[str]:
    owner = sa.ForeignKey(f"{table}.id", ondelete="CASCADE")
    return sa.Column(name, sa.String(32), owner, primary_key=primary_key, nullable=False)
