"""A filled workbook or CSV, read back."""

from collections.abc import Iterator, Mapping

from reports.paper.found import Desk, Found, UnreadableFile
from reports.paper.gathering import Said, gather, marked
from reports.paper.grid import Grid, csv_grid, place
from reports.paper.paper import PROFILE
from reports.paper.spreadsheet import ANSWER_COLUMN, CODES_MARK, FACT_COLUMN, PROFILE_MARK
from reports.paper.zipped import workbook

_ID_COLUMN, _WORDS_COLUMN = 1, 3


def read_workbook(content: bytes, desk: Desk) -> Found:
    """What a workbook says; its sheets may have been renamed or moved."""
    return _read(workbook(content, desk.word), desk)


def read_csv(content: bytes, desk: Desk) -> Found:
    """What the sheet of questions says once saved as CSV; it has no profile."""
    return _read({"": csv_grid(content, desk.word)}, desk)


def _read(sheets: Mapping[str, Grid], desk: Desk) -> Found:
    by_mark = {grid.text(1, _ID_COLUMN): (name, grid) for name, grid in sheets.items()}
    own = next((mark for mark in by_mark if mark.startswith("jalon|")), None)
    if own is None:
        raise UnreadableFile(desk.word("paper.file.not_ours"))
    listed = _listed(by_mark.get(CODES_MARK, ("", Grid()))[1])
    answers = _said(*by_mark[own], ANSWER_COLUMN, listed)
    facts = _said(*by_mark.get(PROFILE_MARK, ("", Grid())), FACT_COLUMN, {})
    return gather(
        marked(own, desk), answers, (fact for fact in facts if fact.about in PROFILE), desk
    )


def _said(
    name: str, grid: Grid, column: int, listed: Mapping[str, Mapping[str, str]]
) -> Iterator[Said]:
    """What stands in the column to fill, of each row that says what it is about."""
    for row in grid.rows[1:]:
        about, cell = grid.text(row, _ID_COLUMN), grid.cells.get((row, column))
        if about and cell is not None:
            where = f"{name}!{place(row, column)}" if name else place(row, column)
            words = grid.text(row, _WORDS_COLUMN)
            yield Said(where, about, cell.text, cell.formula, words, listed.get(about, {}))


def _listed(grid: Grid) -> dict[str, dict[str, str]]:
    """What is chosen in, to its words and their values, as the file was made."""
    found: dict[str, dict[str, str]] = {}
    for row in grid.rows[1:]:
        about, value, words = (grid.text(row, column) for column in (1, 2, 3))
        if about and value and words:
            found.setdefault(about, {})[words] = value
    return found
