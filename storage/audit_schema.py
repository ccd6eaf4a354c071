"""The table of who saw and changed what. Its rows are added, and go with their assessment."""

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table, Text

from storage.columns import UtcDateTime
from storage.schema import metadata

audit = Table(
    "audit",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column(
        "assessment_id",
        String(32),
        ForeignKey("assessments.id", ondelete="CASCADE"),
        nullable=False,
    ),
    Column("moment", UtcDateTime, nullable=False),
    # Who: a role, the label of the link they came by, six digits of a hash of their browser.
    Column("role", String(16), nullable=False),
    Column("label", Text, nullable=False),
    Column("device", String(8), nullable=False),
    # What: words of access/rules.py, and a detail: a dimension, the label of a key.
    Column("verb", String(8), nullable=False),
    Column("object", String(16), nullable=False),
    Column("about", Text, nullable=False),
    Index("audit_assessment_id", "assessment_id"),
)
