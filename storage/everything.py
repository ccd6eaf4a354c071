"""Everything kept about one assessment, as plain data for its owner: table by table.

Each table of the database stands either in `PARTS` or in `LEFT_OUT` with the reason, and so does
each column: a test compares this file with the schema, so that none is forgotten.
"""

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, Table, select

from storage.assessments import read
from storage.audit_schema import audit
from storage.campaign_schema import campaign_members, campaign_own_answers, campaigns
from storage.guidance_schema import (
    adviser_moves,
    adviser_words,
    guidances,
    seen_marks,
    shared_notes,
)
from storage.panel_schema import panel_agreed, panels
from storage.schema import answers, assessments, devices, entries, keys
from storage.transaction import transaction

_SECRET = "the hash of a secret: whoever has it looks for the secret"
_KNOWN = "the number of this assessment, said once at the top"
_ROW = "a count over the whole site, which tells nothing about this assessment"


@dataclass(frozen=True)
class Part:
    """The rows of a table that hang on an assessment: how they do, and in which order.

    `hidden` are columns that stay here, with the reason; `told` are columns of other tables that
    make a row readable.
    """

    table: Table
    through: tuple[Table, ...] = ()
    order: tuple[str, ...] = ()
    hidden: Mapping[str, str] = field(default_factory=dict)
    told: Mapping[str, ColumnElement[Any]] = field(default_factory=dict)

    def shown(self) -> list[ColumnElement[Any]]:
        """The columns taken out."""
        own = [column for column in self.table.columns if column.name not in self.hidden]
        return [*own, *(column.label(name) for name, column in self.told.items())]


_CAMPAIGN = {"campaign": campaigns.c.name}
_ADVISED = {
    "assessment_id": _KNOWN,
    "account_id": "the number of her account; her name stands beside it",
}

PARTS: Mapping[str, Part] = {
    "assessment": Part(assessments),
    "answers": Part(answers, order=("question_id",), hidden={"assessment_id": _KNOWN}),
    "keys": Part(
        keys, order=("created_at",), hidden={"hash": _SECRET, "assessment_id": _KNOWN}
    ),
    "own_browsers": Part(
        devices, order=("added_at",), hidden={"device_hash": _SECRET, "assessment_id": _KNOWN}
    ),
    "browsers_come_by_a_key": Part(
        entries, (keys,), ("added_at",), {"device_hash": _SECRET, "key_hash": _SECRET},
        {"label": keys.c.label, "role": keys.c.role},
    ),
    "panels": Part(
        panels, order=("opened_on", "id"), hidden={"code_hash": _SECRET, "assessment_id": _KNOWN}
    ),
    "agreed": Part(panel_agreed, (panels,), ("agreed_on", "question_id")),
    "campaigns": Part(
        campaign_members, (campaigns,), ("joined_on",), {"assessment_id": _KNOWN},
        _CAMPAIGN | {name: campaigns.c[name] for name in ("starts_on", "ends_on", "closed_on")},
    ),
    "campaign_answers": Part(
        campaign_own_answers, (campaigns,), ("question_id",), {"assessment_id": _KNOWN},
        _CAMPAIGN | {"questions": campaigns.c.questions},
    ),
    "advisers": Part(guidances, order=("since",), hidden=_ADVISED),
    "shared_notes": Part(shared_notes, order=("saved_at", "question_id"), hidden=_ADVISED),
    "seen_with_an_adviser": Part(
        seen_marks, order=("question_id", "kind"), hidden={"assessment_id": _KNOWN}
    ),
    "adviser_words": Part(adviser_words, order=("part",), hidden={"assessment_id": _KNOWN}),
    "adviser_moves": Part(adviser_moves, order=("action_id",), hidden={"assessment_id": _KNOWN}),
    "trail": Part(audit, order=("moment", "id"), hidden={"id": _ROW, "assessment_id": _KNOWN}),
}  # fmt: skip
"""What the file holds: the name of each part, and the table it comes from."""

LEFT_OUT: Mapping[str, str] = {
    "panel_sheets": "each belongs to who sent it: the owner sees them five together",
    "panel_voices": "who has answered: of use until the closing, and nobody's to read",
    "campaigns": "the coordinator's; its name and days stand beside each consent",
    "campaign_organisers": "the coordinator's browsers",
    "campaign_aggregates": "names nobody; a member reads it on the campaign's screen",
    "private_notes": "her own working notes, which nobody else reads; they go with the assessment",
    "accounts": "those of advisers and of who runs the site; her name stands with what she did",
    "account_recovery": "the same",
    "account_campaigns": "the coordinator's",
    "sign_ins": "browsers of those with an account",
    "team_rounds": "hangs on no assessment; its organiser deletes it herself",
    "team_organisers": "the same",
    "team_sheets": "the same, and each belongs to who sent it",
    "team_voices": "the same",
    "voices": "said to the curators without any link to an assessment",
    "service_days": "the day of the last purge of the site",
    "tombstones": "a day and a reason: they name nothing",
}
"""The tables that are not in it, and why."""

_AS_JSON = ("profile", "plan", "scorecard", "questions", "agenda")


def everything(engine: Engine, assessment_id: str, now: dt.datetime) -> dict[str, Any]:
    """All of it, ready for JSON: moments and days as text, in UTC.

    Raises UnknownAssessment, StorageUnavailable.
    """
    with transaction(engine) as connection:
        read(connection, assessment_id, now.date())
        return {name: _rows(connection, part, assessment_id) for name, part in PARTS.items()}


def _rows(connection: Connection, part: Part, assessment_id: str) -> Any:
    source: Any = part.table
    for other in part.through:
        source = source.join(other)
    query = select(*part.shown()).select_from(source).where(_owner(part) == assessment_id)
    rows = connection.execute(query.order_by(*(part.table.c[name] for name in part.order)))
    found = [{name: _plain(name, value) for name, value in row._mapping.items()} for row in rows]
    return found[0] if part.table is assessments else found


def _owner(part: Part) -> ColumnElement[str]:
    """The column that says which assessment a row hangs on."""
    if part.table is assessments:
        return assessments.c.id
    tables = (part.table, *part.through)
    return next(table.c.assessment_id for table in tables if "assessment_id" in table.c)


def _plain(name: str, value: Any) -> Any:
    if isinstance(value, dt.date | dt.datetime):
        return value.isoformat()
    return json.loads(value) if name in _AS_JSON and value is not None else value
