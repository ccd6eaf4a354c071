"""A re-assessment knows the assessment it follows."""

from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    # Written out: on SQLite, Alembic would copy the table to add a reference, and dropping the
    # old one would take every answer with it.
    op.execute(
        "ALTER TABLE assessments ADD COLUMN follows_id VARCHAR(32) "
        "REFERENCES assessments (id) ON DELETE SET NULL"
    )
    op.create_index("assessments_follows_id", "assessments", ["follows_id"])
