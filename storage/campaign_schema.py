"""The tables of campaigns: who opened one, who joined, what each agreed to, what was published."""

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, Integer, String, Table, Text

from storage.schema import metadata


def _campaign_id(primary_key: bool = False) -> Column[str]:
    owner = ForeignKey("campaigns.id", ondelete="CASCADE")
    return Column("campaign_id", String(32), owner, primary_key=primary_key, nullable=False)


def _assessment_id() -> Column[str]:
    # Deleting an assessment takes its membership with it, in the database itself.
    owner = ForeignKey("assessments.id", ondelete="CASCADE")
    return Column("assessment_id", String(32), owner, primary_key=True, nullable=False)


campaigns = Table(
    "campaigns",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("code_hash", String(64), nullable=False, unique=True),
    Column("organiser_hash", String(64), nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("instrument", String(64), nullable=False),
    Column("version", String(32), nullable=False),
    Column("invited", Integer),
    Column("questions", Text, nullable=False),
    Column("starts_on", Date, nullable=False),
    Column("ends_on", Date, nullable=False),
    Column("expires_on", Date, nullable=False),
    Column("closed_on", Date),
    Index("campaigns_expires_on", "expires_on"),
)

campaign_organisers = Table(
    "campaign_organisers",
    metadata,
    Column("device_hash", String(64), primary_key=True),
    _campaign_id(primary_key=True),
    Index("campaign_organisers_campaign_id", "campaign_id"),
)

# One column a consent: each is given, and taken back, apart from the others.
campaign_members = Table(
    "campaign_members",
    metadata,
    _campaign_id(primary_key=True),
    _assessment_id(),
    Column("joined_on", Date, nullable=False),
    Column("aggregate", Boolean, nullable=False),
    Column("named", Boolean, nullable=False),
    Column("pooling", Boolean, nullable=False),
    Column("peer", Boolean, nullable=False),
    Index("campaign_members_assessment_id", "assessment_id"),
)

campaign_own_answers = Table(
    "campaign_own_answers",
    metadata,
    _campaign_id(primary_key=True),
    _assessment_id(),
    Column("question_id", String(32), primary_key=True),
    Column("option", Integer, nullable=False),
    Index("campaign_own_answers_assessment_id", "assessment_id"),
)

# Frozen: no key leads from here to a campaign or a member, so that what was published once stays
# when they are deleted, and later publications are compared with it (network/anonymity.py).
campaign_aggregates = Table(
    "campaign_aggregates",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("campaign_id", String(32), nullable=False),
    Column("instrument", String(64), nullable=False),
    Column("place", Integer, nullable=False),
    Column("final", Boolean, nullable=False),
    Column("published_on", Date, nullable=False),
    Column("content", Text, nullable=False),
    Column("ledger", Text, nullable=False),
    Index("campaign_aggregates_campaign_id", "campaign_id"),
    Index("campaign_aggregates_instrument", "instrument"),
)
