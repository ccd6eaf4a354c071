"""Accounts of advisers, coordinators, curators and operators; an enterprise needs none."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    moment = sa.DateTime(timezone=True)
    op.create_table(
        "accounts",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("login", sa.String(254), unique=True),
        sa.Column("roles", sa.String(64), nullable=False),
        sa.Column("password_hash", sa.Text),
        sa.Column("code_hash", sa.String(64), unique=True),
        sa.Column("code_ends_at", moment),
        sa.Column("totp_secret", sa.String(64)),
        sa.Column("totp_step", sa.Integer),
        sa.Column("issuer", sa.Text),
        sa.Column("subject", sa.Text),
        sa.Column("created_at", moment, nullable=False),
        sa.Column("disabled_at", moment),
        sa.Column("failed", sa.Integer, nullable=False, server_default="0"),
        sa.Column("locked_until", moment),
        sa.UniqueConstraint("issuer", "subject", name="accounts_identity"),
    )
    op.create_table(
        "account_recovery",
        sa.Column("hash", sa.String(64), primary_key=True),
        _owner("account_id", "accounts"),
    )
    op.create_index("account_recovery_account_id", "account_recovery", ["account_id"])
    op.create_table(
        "sign_ins",
        sa.Column("hash", sa.String(64), primary_key=True),
        _owner("account_id", "accounts"),
        sa.Column("device_hash", sa.String(64), nullable=False),
        sa.Column("since", moment, nullable=False),
        sa.Column("ends_at", moment, nullable=False),
    )
    op.create_index("sign_ins_account_id", "sign_ins", ["account_id"])
    op.create_index("sign_ins_device_hash", "sign_ins", ["device_hash"])
    op.create_index("sign_ins_ends_at", "sign_ins", ["ends_at"])
    op.create_table(
        "account_campaigns",
        _owner("account_id", "accounts", primary_key=True),
        _owner("campaign_id", "campaigns", primary_key=True),
    )
    op.create_index("account_campaigns_campaign_id", "account_campaigns", ["campaign_id"])
    op.create_table(
        "service_days",
        sa.Column("act", sa.String(16), primary_key=True),
        sa.Column("day", sa.Date, nullable=False),
    )


def _owner(name: str, table: str, primary_key: bool = False) -> sa.Column[str]:
    owner = sa.ForeignKey(f"{table}.id", ondelete="CASCADE")
    return sa.Column(name, sa.String(32), owner, primary_key=primary_key, nullable=False)
