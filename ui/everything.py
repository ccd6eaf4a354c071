"""The file of everything that is kept about an assessment, and the whole trail, for its owner."""

import csv
import datetime as dt
import io
import json
from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import Any

from network.panel import Sheet, picture
from network.panel_scope import questions_of
from storage import everything, panel_sheets, panels
from storage.answer_file import write_answer_file
from storage.audit import Line
from storage.panels import Panel
from storage.record import Record
from ui import contents, database, sheets, vault

FORMAT = "jalon-everything-1"


def file(record: Record, language: str, today: dt.date) -> Callable[[], str]:
    """Makes the file, when it is asked for: needs no screen. Raises NotAllowed here."""
    return vault.taking_everything(record.id, lambda: _written(record, language, today))


def trail_file(lines: Sequence[Line], head: Sequence[str], what: Sequence[str]) -> str:
    """The trail as CSV, the newest first: moments in UTC, `what` says each act in words."""
    made = io.StringIO()
    rows = csv.writer(made)
    rows.writerow(head)
    for line, said in zip(lines, what, strict=True):
        moment = line.moment.isoformat(timespec="seconds")
        rows.writerow(
            _inert(cell) for cell in (moment, line.who.role, line.who.label, line.who.device, said)
        )
    return made.getvalue()


def _inert(cell: str) -> str:
    """A label that a spreadsheet would compute is shown as text."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell


def _written(record: Record, language: str, today: dt.date) -> str:
    engine, now = database.engine(), database.now()
    kept = everything.everything(engine, record.id, now)
    seen = {
        panel.id: _picture(panel, language, today)
        for panel in panels.of_assessment(engine, record.id, now.date())
    }
    for each in kept["panels"]:
        each["picture"] = seen.get(each["id"])
    content = {
        "format": FORMAT,
        "made_on": today.isoformat(),
        "answer_file": json.loads(write_answer_file(record, today)),
        **kept,
    }
    return json.dumps(content, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def _picture(panel: Panel, language: str, today: dt.date) -> dict[str, Any] | None:
    """What the owner sees of it on the screen: sums, never a sheet."""
    instrument = contents.questionnaire(language)
    releases = [
        [Sheet(one.role, sheets.known_answers(one.answers, instrument)) for one in release]
        for release in panel_sheets.show(database.engine(), panel.id, today)
    ]
    found = picture(questions_of(instrument, panel.scope), releases)
    return None if found is None else asdict(found)
