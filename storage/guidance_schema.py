"""The tables of guided sessions: who advises which enterprise, and what an adviser writes there.

All of it goes with its assessment. Private notes stand in a table of their own, which nothing but
storage/private_notes.py reads.
"""

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, String, Table, Text

from storage.columns import UtcDateTime
from storage.schema import assessments, metadata


def _assessment() -> Column[str]:
    owner = ForeignKey(f"{assessments.name}.id", ondelete="CASCADE")
    return Column("assessment_id", String(32), owner, primary_key=True, nullable=False)


def _account() -> Column[str]:
    owner = ForeignKey("accounts.id", ondelete="CASCADE")
    return Column("account_id", String(32), owner, primary_key=True, nullable=False)


guidances = Table(
    "guidances",
    metadata,
    _assessment(),
    _account(),
    # As the enterprise reads it.
    Column("name", Text, nullable=False),
    Column("status", String(16), nullable=False),
    Column("appointment", UtcDateTime),
    Column("session_began", UtcDateTime),
    # The hour as it was planned when it began: it does not move while questions are answered.
    Column("agenda", Text),
    Column("since", UtcDateTime, nullable=False),
    Column("ended", UtcDateTime),
    # Whether she began the assessment herself, and when she handed it over.
    Column("began", Boolean, nullable=False),
    Column("handed_over", UtcDateTime),
    Index("guidances_account_id", "account_id"),
)

private_notes = Table(
    "private_notes",
    metadata,
    _assessment(),
    _account(),
    # Empty: about the whole.
    Column("question_id", String(64), primary_key=True),
    Column("text", Text, nullable=False),
    Column("saved_at", UtcDateTime, nullable=False),
    Index("private_notes_account_id", "account_id"),
)

# They are the enterprise's too: they stay, with the name, when the account goes.
shared_notes = Table(
    "shared_notes",
    metadata,
    _assessment(),
    Column("account_id", String(32), primary_key=True),
    Column("question_id", String(64), primary_key=True),
    Column("name", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("saved_at", UtcDateTime, nullable=False),
)

# `kind`: 'proof' or 'together'; `value` is the answer it was seen with.
seen_marks = Table(
    "seen_marks",
    metadata,
    _assessment(),
    Column("question_id", String(64), primary_key=True),
    Column("kind", String(16), primary_key=True),
    Column("value", Text),
    Column("name", Text, nullable=False),
    Column("day", Date, nullable=False),
)

# A paragraph of hers in a part of the result; the enterprise may leave it out.
adviser_words = Table(
    "adviser_words",
    metadata,
    _assessment(),
    Column("part", String(16), primary_key=True),
    Column("text", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("day", Date, nullable=False),
    Column("left_out", Boolean, nullable=False),
)

# Which actions stand where she put them.
adviser_moves = Table(
    "adviser_moves",
    metadata,
    _assessment(),
    Column("action_id", String(64), primary_key=True),
    Column("kind", String(8), nullable=False),
    Column("name", Text, nullable=False),
    Column("day", Date, nullable=False),
)
