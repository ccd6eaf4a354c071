"""A dossier in the format of a file extension."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from reports.audiences import Parts
from reports.docx import docx, written
from reports.dossier import Dossier
from reports.ics import ics
from reports.json_report import json_report
from reports.pdf import pdf, typeset
from reports.xlsx import xlsx

_IN_PARTS: dict[str, Callable[[Dossier, Parts | None], bytes]] = {
    "pdf": pdf,
    "docx": docx,
    "json": json_report,
}
_WHOLE: dict[str, Callable[[Dossier], bytes]] = {"xlsx": xlsx, "ics": ics}
"""A workbook redoes the score from every answer; a calendar holds dates only."""

FORMATS = ("pdf", "docx", "xlsx", "json", "ics")
MIME = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
    "ics": "text/calendar",
}


def export(dossier: Dossier, extension: str, parts: Parts | None = None) -> bytes:
    """The report; `extension` is one of FORMATS, with or without the dot, any case.

    `parts` are those of reports/outline.py, None for the full report; a format that stays whole
    ignores them. The same dossier gives the same bytes. Raises KeyError for another extension.
    """
    kind = extension.lower().removeprefix(".")
    if kind in _IN_PARTS:
        return _IN_PARTS[kind](dossier, parts)
    return _WHOLE[kind](dossier)


def comes_in_parts(extension: str) -> bool:
    """Whether one may choose what this format holds; the others stay whole."""
    return extension in _IN_PARTS


DOCUMENTS: dict[str, Callable[[dict[str, Any], dt.date], bytes]] = {
    "pdf": typeset,
    "docx": written,
}


def export_document(outlined: dict[str, Any], extension: str, on: dt.date) -> bytes:
    """One document other than the report (`outline.framed`), dated on this day.

    `extension` is one of DOCUMENTS; KeyError for another.
    """
    return DOCUMENTS[extension](outlined, on)
