"""Cells of a table, wherever they come from: a workbook or a CSV."""

import csv
import io
from dataclasses import dataclass, field
from itertools import islice

from content.wording import Wording
from reports.paper.found import UnreadableFile

_ENCODINGS = ("utf-8-sig", "cp1252")
_SEPARATORS = ";,\t"
MOST_ROWS, MOST_COLUMNS = 2_000, 60
"""What lies beyond is none of ours, in a workbook or a CSV."""
_MOST_CSV = 500_000
"""Bytes; a filled questionnaire saved as CSV has under 100,000."""


@dataclass(frozen=True)
class Cell:
    """What a cell shows; `formula` when it is calculated, which no answer is."""

    text: str
    formula: bool = False


@dataclass(frozen=True)
class Grid:
    """(row, column), both from 1, to the cells that hold something."""

    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)

    def text(self, row: int, column: int) -> str:
        """The text of a cell, '' when it holds nothing."""
        cell = self.cells.get((row, column))
        return cell.text.strip() if cell else ""

    @property
    def rows(self) -> list[int]:
        """The rows that hold something, in order."""
        return sorted({row for row, _ in self.cells})


def place(row: int, column: int) -> str:
    """The name of a cell: 'C12'. Columns beyond Z are not ours."""
    return f"{chr(ord('A') + column - 1)}{row}"


def csv_grid(content: bytes, word: Wording) -> Grid:
    """The cells of a CSV, as Excel or LibreOffice saves it; UnreadableFile in one sentence."""
    if len(content) > _MOST_CSV:
        raise UnreadableFile(word("paper.file.too_big"))
    text = _decoded(content)
    first = text.partition("\n")[0]
    separator = max(_SEPARATORS, key=first.count)
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        rows = [row[:MOST_COLUMNS] for row in islice(reader, MOST_ROWS)]
    except csv.Error:
        raise UnreadableFile(word("paper.file.damaged")) from None
    return Grid(
        {
            (row, column): Cell(value)
            for row, values in enumerate(rows, 1)
            for column, value in enumerate(values, 1)
            if value.strip()
        }
    )


def _decoded(content: bytes) -> str:
    try:
        return content.decode(_ENCODINGS[0])
    except UnicodeDecodeError:
        # Excel still saves a CSV in the letters of Windows unless asked otherwise.
        return content.decode(_ENCODINGS[1], errors="replace")
