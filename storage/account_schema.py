"""The tables of accounts: who signs in, on which browser, and the campaigns she attached."""

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table, Text, UniqueConstraint

from storage.campaign_schema import campaigns
from storage.columns import UtcDateTime
from storage.schema import metadata


def _account_id(primary_key: bool = False) -> Column[str]:
    # Removing an account takes its sign-ins and codes with it, in the database itself.
    owner = ForeignKey("accounts.id", ondelete="CASCADE")
    return Column("account_id", String(32), owner, primary_key=primary_key, nullable=False)


# Either a login of this site (with a password, or a code to choose one) or an outside identity.
accounts = Table(
    "accounts",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("name", Text, nullable=False),
    Column("login", String(254), unique=True),
    Column("roles", String(64), nullable=False),
    Column("password_hash", Text),
    Column("code_hash", String(64), unique=True),
    Column("code_ends_at", UtcDateTime),
    Column("totp_secret", String(64)),
    # The last time step a code was taken of: the same code opens nothing twice.
    Column("totp_step", Integer),
    Column("issuer", Text),
    Column("subject", Text),
    Column("created_at", UtcDateTime, nullable=False),
    Column("disabled_at", UtcDateTime),
    Column("failed", Integer, nullable=False, server_default="0"),
    Column("locked_until", UtcDateTime),
    UniqueConstraint("issuer", "subject", name="accounts_identity"),
)

account_recovery = Table(
    "account_recovery",
    metadata,
    Column("hash", String(64), primary_key=True),
    _account_id(),
    Index("account_recovery_account_id", "account_id"),
)

# `hash` is that of a ticket (a minute, then it is exchanged) or of the browser's own secret.
sign_ins = Table(
    "sign_ins",
    metadata,
    Column("hash", String(64), primary_key=True),
    _account_id(),
    Column("device_hash", String(64), nullable=False),
    Column("since", UtcDateTime, nullable=False),
    Column("ends_at", UtcDateTime, nullable=False),
    Index("sign_ins_account_id", "account_id"),
    Index("sign_ins_device_hash", "device_hash"),
    Index("sign_ins_ends_at", "ends_at"),
)

_campaign = ForeignKey(campaigns.c.id, ondelete="CASCADE")

account_campaigns = Table(
    "account_campaigns",
    metadata,
    _account_id(primary_key=True),
    Column("campaign_id", String(32), _campaign, primary_key=True, nullable=False),
    Index("account_campaigns_campaign_id", "campaign_id"),
)
