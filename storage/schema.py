"""The tables, the same on both databases. A change here needs a file in migrations/versions."""

from sqlalchemy import Column, Date, ForeignKey, Index, MetaData, String, Table, Text

from storage.columns import UtcDateTime

metadata = MetaData()


def _assessment_id(primary_key: bool = False) -> Column[str]:
    # Deleting an assessment takes its answers, keys and devices with it, in the database itself.
    owner = ForeignKey("assessments.id", ondelete="CASCADE")
    return Column("assessment_id", String(32), owner, primary_key=primary_key, nullable=False)


assessments = Table(
    "assessments",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("created_at", UtcDateTime, nullable=False),
    Column("updated_at", UtcDateTime, nullable=False),
    Column("expires_on", Date, nullable=False),
    Column("instrument", String(64), nullable=False),
    Column("version", String(32), nullable=False),
    Column("form", String(8), nullable=False),
    Column("stage", String(8), nullable=False),
    Column("language", String(16), nullable=False),
    Column("profile", Text, nullable=False),
    Column("worry", Text, nullable=False),
    Column("plan", Text),
    Column("scorecard", Text),
    Column("scored_version", String(32)),
    # The one before it, while that one is kept: deleting a T0 leaves its T1 whole.
    Column("follows_id", String(32), ForeignKey("assessments.id", ondelete="SET NULL")),
    Index("assessments_expires_on", "expires_on"),
    Index("assessments_follows_id", "follows_id"),
)

answers = Table(
    "answers",
    metadata,
    _assessment_id(primary_key=True),
    Column("question_id", String(64), primary_key=True),
    Column("value", Text, nullable=False),
    Column("saved_at", UtcDateTime, nullable=False),
)

keys = Table(
    "keys",
    metadata,
    Column("hash", String(64), primary_key=True),
    _assessment_id(),
    Column("kind", String(8), nullable=False),
    Column("role", String(16), nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("expires_at", UtcDateTime),
    Column("revoked_at", UtcDateTime),
    # Whom it was made for, in the owner's words; empty for her own ways back.
    Column("label", Text, nullable=False, server_default=""),
    Index("keys_assessment_id", "assessment_id"),
)

# The browsers that began an assessment: owners, whatever becomes of the keys.
devices = Table(
    "devices",
    metadata,
    Column("device_hash", String(64), primary_key=True),
    _assessment_id(primary_key=True),
    Column("added_at", UtcDateTime, nullable=False),
    Index("devices_assessment_id", "assessment_id"),
)

# The browsers that came by a key: they open what it opens, as long as it does.
entries = Table(
    "entries",
    metadata,
    Column("device_hash", String(64), primary_key=True),
    Column("key_hash", String(64), ForeignKey("keys.hash", ondelete="CASCADE"), primary_key=True),
    Column("added_at", UtcDateTime, nullable=False),
    Index("entries_key_hash", "key_hash"),
)

# What remains of a deleted assessment: a day and a reason, nothing that names it.
tombstones = Table(
    "tombstones",
    metadata,
    Column("deleted_on", Date, nullable=False),
    Column("reason", String(16), nullable=False),
)

# What the service did itself, and the last day it did: nothing about anybody.
service_days = Table(
    "service_days",
    metadata,
    Column("act", String(16), primary_key=True),
    Column("day", Date, nullable=False),
)
