"""The kinds of paper one can take away."""

from collections.abc import Callable
from dataclasses import dataclass

from reports.paper.form import fillable
from reports.paper.paper import Paper
from reports.paper.printed import printed
from reports.paper.spreadsheet import spreadsheet


@dataclass(frozen=True)
class Kind:
    """How a kind is made, and what its file is called by."""

    make: Callable[[Paper], bytes]
    extension: str
    mime: str


_PDF = "application/pdf"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

KINDS: dict[str, Kind] = {
    "pdf": Kind(printed, "pdf", _PDF),
    "form": Kind(fillable, "pdf", _PDF),
    "xlsx": Kind(spreadsheet, "xlsx", _XLSX),
}
"""'pdf' to print, 'form' and 'xlsx' to fill at a computer."""
