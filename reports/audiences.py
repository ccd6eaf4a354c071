"""Who a report is for, and the parts it then holds. The first page always comes first.

A part is a name of `PARTS` in reports/outline.py; their order is the one given there.
"""

from collections.abc import Collection

Parts = Collection[str]

FULL = "full"
FIRST_PAGE: Parts = ()
"""No part at all: the first page, alone."""

AUDIENCES: dict[str, tuple[str, ...]] = {
    "board": ("decision", "result", "done", "overview", "glossary"),
    "funder": ("result", "done", "overview", "roadmap", "projects", "programmes", "method"),
    # The words need no explaining; the decision is prepared with the enterprise.
    "adviser": (
        "decision", "result", "context", "find_out", "done", "roadmap", "projects", "programmes",
        "working", "refined", "answers", "method", "glossary",
    ),
    # The roadmap says what the overview says, and more.
    FULL: (
        "decision", "result", "context", "find_out", "done", "roadmap", "projects", "programmes",
        "working", "refined", "answers", "method", "glossary",
    ),
}  # fmt: skip


def parts_for(audience: str) -> Parts:
    """The parts of one of AUDIENCES; KeyError for another name."""
    return AUDIENCES[audience]
