"""Labels of keys, browsers that came by a key, and who saw or changed what."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_moment = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.add_column("keys", sa.Column("label", sa.Text, nullable=False, server_default=""))
    # Browsers known so far stay in `devices`: they are owners.
    op.create_table(
        "entries",
        sa.Column("device_hash", sa.String(64), primary_key=True),
        sa.Column(
            "key_hash",
            sa.String(64),
            sa.ForeignKey("keys.hash", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("added_at", _moment, nullable=False),
    )
    op.create_index("entries_key_hash", "entries", ["key_hash"])
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column(
            "assessment_id",
            sa.String(32),
            sa.ForeignKey("assessments.id", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("moment", _moment, nullable=False),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("label", sa.Text, nullable=False),
        sa.Column("device", sa.String(8), nullable=False),
        sa.Column("verb", sa.String(8), nullable=False),
        sa.Column("object", sa.String(16), nullable=False),
        sa.Column("about", sa.Text, nullable=False),
    )
    op.create_index("audit_assessment_id", "audit", ["assessment_id"])
