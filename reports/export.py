"""A dossier in the format of a file extension."""

from collections.abc import Callable

from reports.docx import docx
from reports.dossier import Dossier
from reports.ics import ics
from reports.json_report import json_report
from reports.pdf import pdf
from reports.xlsx import xlsx

FORMATS: dict[str, Callable[[Dossier], bytes]] = {
    "pdf": pdf,
    "docx": docx,
    "xlsx": xlsx,
    "json": json_report,
    "ics": ics,
}
MIME = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
    "ics": "text/calendar",
}


def export(dossier: Dossier, extension: str) -> bytes:
    """The report; `extension` is one of FORMATS, with or without the dot, any case.

    The same dossier gives the same bytes. Raises KeyError for another extension.
    """
    return FORMATS[extension.lower().removeprefix(".")](dossier)
