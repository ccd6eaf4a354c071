"""Campaigns, who opened them, who joined with which consents, and what was published."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.create_table(
        "campaigns",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("code_hash", sa.String(64), nullable=False, unique=True),
        sa.Column("organiser_hash", sa.String(64), nullable=False, unique=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("instrument", sa.String(64), nullable=False),
        sa.Column("version", sa.String(32), nullable=False),
        sa.Column("invited", sa.Integer),
        sa.Column("questions", sa.Text, nullable=False),
        sa.Column("starts_on", sa.Date, nullable=False),
        sa.Column("ends_on", sa.Date, nullable=False),
        sa.Column("expires_on", sa.Date, nullable=False),
        sa.Column("closed_on", sa.Date),
    )
    op.create_index("campaigns_expires_on", "campaigns", ["expires_on"])
    op.create_table(
        "campaign_organisers",
        sa.Column("device_hash", sa.String(64), primary_key=True),
        _owner("campaign_id", "campaigns"),
    )
    op.create_index("campaign_organisers_campaign_id", "campaign_organisers", ["campaign_id"])
    op.create_table(
        "campaign_members",
        _owner("campaign_id", "campaigns"),
        _owner("assessment_id", "assessments"),
        sa.Column("joined_on", sa.Date, nullable=False),
        sa.Column("aggregate", sa.Boolean, nullable=False),
        sa.Column("named", sa.Boolean, nullable=False),
        sa.Column("pooling", sa.Boolean, nullable=False),
        sa.Column("peer", sa.Boolean, nullable=False),
    )
    op.create_index("campaign_members_assessment_id", "campaign_members", ["assessment_id"])
    op.create_table(
        "campaign_own_answers",
        _owner("campaign_id", "campaigns"),
        _owner("assessment_id", "assessments"),
        sa.Column("question_id", sa.String(32), primary_key=True),
        sa.Column("option", sa.Integer, nullable=False),
    )
    op.create_index("campaign_own_answers_assessment_id", "campaign_own_answers", ["assessment_id"])
    op.create_table(
        "campaign_aggregates",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("campaign_id", sa.String(32), nullable=False),
        sa.Column("instrument", sa.String(64), nullable=False),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("final", sa.Boolean, nullable=False),
        sa.Column("published_on", sa.Date, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("ledger", sa.Text, nullable=False),
    )
    op.create_index("campaign_aggregates_campaign_id", "campaign_aggregates", ["campaign_id"])
    op.create_index("campaign_aggregates_instrument", "campaign_aggregates", ["instrument"])


def _owner(name: str, table: str) -> sa.Column[str]:
    owner = sa.ForeignKey(f"{table}.id", ondelete="CASCADE")
    return sa.Column(name, sa.String(32), owner, primary_key=True, nullable=False)
