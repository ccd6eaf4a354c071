"""What people agreed on after talking: written into the assessment, kept beside their answers.

The clock is the caller's. All functions raise StorageUnavailable.
"""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import Connection, Engine, select

from storage.assessments import write_answers
from storage.columns import storable
from storage.panel_schema import panel_agreed, panels
from storage.panels import UnknownPanel, hold, read
from storage.schema import answers
from storage.transaction import transaction
from storage.upsert import upsert

LONGEST_REASON = 500
"""The most characters of a reason; a longer one is cut."""

_columns = panel_agreed.c


class PanelOpen(Exception):
    """People may still answer: agree once the panel is closed."""


@dataclass(frozen=True)
class Agreed:
    """An answer agreed on, the one before it (None: there was none), why, and when."""

    panel_id: str
    question_id: str
    value: str
    before: str | None
    reason: str
    agreed_on: dt.date


def agree(
    engine: Engine, panel_id: str, question_id: str, value: str, reason: str, now: dt.datetime
) -> dt.datetime:
    """Makes it the assessment's answer and keeps the reason; the moment it was saved at.

    Agreeing again on the same question replaces answer and reason; what stood before all of it
    stays. Raises UnknownPanel, UnknownAssessment, PanelOpen.
    """
    with transaction(engine) as connection:
        hold(connection, panel_id)
        found = read(connection, now.date(), panels.c.id == panel_id)
        if not found:
            raise UnknownPanel(panel_id)
        if found[0].closed_on is None:
            raise PanelOpen(panel_id)
        owner = found[0].assessment_id
        row = {
            "panel_id": panel_id,
            "question_id": question_id,
            "value": value,
            "before": _before(connection, panel_id, owner, question_id),
            "reason": storable(reason)[:LONGEST_REASON],
            "agreed_on": now.date(),
        }
        write_answers(connection, owner, {question_id: value}, now)
        upsert(connection, panel_agreed, [row])
    return now


def of_panel(engine: Engine, panel_id: str) -> dict[str, Agreed]:
    """What this panel agreed on, by question."""
    query = select(panel_agreed).where(_columns.panel_id == panel_id).order_by(_columns.question_id)
    with transaction(engine) as connection:
        rows = connection.execute(query).all()
    return {row.question_id: Agreed(**row._mapping) for row in rows}


def of_assessment(engine: Engine, assessment_id: str) -> tuple[Agreed, ...]:
    """What all panels of this assessment agreed on, the newest first."""
    query = (
        select(panel_agreed)
        .join(panels)
        .where(panels.c.assessment_id == assessment_id)
        .order_by(_columns.agreed_on.desc(), panels.c.opened_on.desc(), _columns.question_id)
    )
    with transaction(engine) as connection:
        return tuple(Agreed(**row._mapping) for row in connection.execute(query))


def _before(
    connection: Connection, panel_id: str, assessment_id: str, question_id: str
) -> str | None:
    earlier = connection.execute(
        select(_columns.before).where(
            _columns.panel_id == panel_id, _columns.question_id == question_id
        )
    ).one_or_none()
    if earlier is not None:
        return None if earlier.before is None else str(earlier.before)
    return connection.execute(
        select(answers.c.value).where(
            answers.c.assessment_id == assessment_id, answers.c.question_id == question_id
        )
    ).scalar_one_or_none()
