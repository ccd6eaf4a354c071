"""Assessments with their answers, keys, devices and tombstones."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_moment = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "assessments",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("created_at", _moment, nullable=False),
        sa.Column("updated_at", _moment, nullable=False),
        sa.Column("expires_on", sa.Date, nullable=False),
        sa.Column("instrument", sa.String(64), nullable=False),
        sa.Column("version", sa.String(32), nullable=False),
        sa.Column("form", sa.String(8), nullable=False),
        sa.Column("stage", sa.String(8), nullable=False),
        sa.Column("language", sa.String(16), nullable=False),
        sa.Column("profile", sa.Text, nullable=False),
        sa.Column("worry", sa.Text, nullable=False),
        sa.Column("plan", sa.Text),
        sa.Column("scorecard", sa.Text),
        sa.Column("scored_version", sa.String(32)),
    )
    op.create_index("assessments_expires_on", "assessments", ["expires_on"])
    op.create_table(
        "answers",
        _assessment_id(primary_key=True),
        sa.Column("question_id", sa.String(64), primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("saved_at", _moment, nullable=False),
    )
    op.create_table(
        "keys",
        sa.Column("hash", sa.String(64), primary_key=True),
        _assessment_id(),
        sa.Column("kind", sa.String(8), nullable=False),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("created_at", _moment, nullable=False),
        sa.Column("expires_at", _moment),
        sa.Column("revoked_at", _moment),
    )
    op.create_index("keys_assessment_id", "keys", ["assessment_id"])
    op.create_table(
        "devices",
        sa.Column("device_hash", sa.String(64), primary_key=True),
        _assessment_id(primary_key=True),
        sa.Column("added_at", _moment, nullable=False),
    )
    op.create_index("devices_assessment_id", "devices", ["assessment_id"])
    op.create_table(
        "tombstones",
        sa.Column("deleted_on", sa.Date, nullable=False),
        sa.Column("reason", sa.String(16), nullable=False),
    )


def _assessment_id(primary_key: bool = False) -> sa.Column[str]:
    owner = sa.ForeignKey("assessments.id", ondelete="CASCADE")
    return sa.Column("assessment_id", sa.String(32), owner, primary_key=primary_key, nullable=False)
