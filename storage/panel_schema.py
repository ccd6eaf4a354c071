"""The tables of panels: several voices on one assessment. A sheet carries no name, no moment, no
browser; all of it goes with its assessment.
"""

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, Integer, String, Table, Text

from storage.schema import assessments, metadata


def _owner(name: str, table: str, primary_key: bool = False) -> Column[str]:
    owner = ForeignKey(f"{table}.id", ondelete="CASCADE")
    return Column(name, String(32), owner, primary_key=primary_key, nullable=False)


panels = Table(
    "panels",
    metadata,
    Column("id", String(32), primary_key=True),
    _owner("assessment_id", assessments.name),
    Column("code_hash", String(64), nullable=False, unique=True),
    # What is asked: 'flash', or dimensions parted by spaces (network/panel_scope.py).
    Column("scope", Text, nullable=False),
    Column("version", String(32), nullable=False),
    # Whether one answers with a slip of paper of one's own, else with the code shared by all.
    Column("slips", Boolean, nullable=False),
    Column("opened_on", Date, nullable=False),
    Column("closed_on", Date),
    Column("answers", Integer, nullable=False),
    # How many sheets the picture holds, and how many times it has moved (network/panel.py).
    Column("shown", Integer, nullable=False),
    Column("releases", Integer, nullable=False),
    Index("panels_assessment_id", "assessment_id"),
)

# Without a row id SQLite keeps rows in the order of their random keys: nothing tells which sheet
# came when, or with which slip or browser. `release` is empty while nobody has seen the sheet.
panel_sheets = Table(
    "panel_sheets",
    metadata,
    Column("id", String(32), primary_key=True),
    _owner("panel_id", "panels"),
    Column("role", String(16), nullable=False),
    Column("release", Integer),
    Column("answers", Text, nullable=False),
    Index("panel_sheets_panel_id", "panel_id"),
    sqlite_with_rowid=False,
)

# The browsers that have answered, hashed with the panel, and the slips, answered with or not.
panel_voices = Table(
    "panel_voices",
    metadata,
    Column("voice_hash", String(64), primary_key=True),
    _owner("panel_id", "panels"),
    Column("used", Boolean, nullable=False),
    Index("panel_voices_panel_id", "panel_id"),
    sqlite_with_rowid=False,
)

# What people agreed on after talking; `before` is what the assessment said until then.
panel_agreed = Table(
    "panel_agreed",
    metadata,
    _owner("panel_id", "panels", primary_key=True),
    Column("question_id", String(64), primary_key=True),
    Column("value", Text, nullable=False),
    Column("before", Text),
    Column("reason", Text, nullable=False),
    Column("agreed_on", Date, nullable=False),
)
