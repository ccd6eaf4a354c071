"""`jalon score`: the score card of one answer file, or of each row of a CSV."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from assessment.answers import mistakes
from assessment.as_json import card_as_json
from assessment.model import Questionnaire
from assessment.scorecard import score_card
from jalon.checklists import estimate_of, is_checklist, no_q7
from jalon.errors import BadInput
from jalon.inputs import (
    answer_file_of,
    check_answers,
    check_choices,
    date_of,
    language_of,
    questionnaire_of,
    text_of,
)
from jalon.output import print_json
from jalon.telling import tell


def score(
    file: Annotated[Path, typer.Argument(help="An answer file (JSON), or a CSV of many.")],
    instrument: Annotated[
        str, typer.Option(help="The instrument of a CSV; a JSON file names its own.")
    ] = "digital-maturity",
    on: Annotated[str | None, typer.Option(help="Date, year-month-day.")] = None,
    q7: Annotated[
        str | None, typer.Option("--q7", help="dma-sme: how to count the negative item.")
    ] = None,
    language: Annotated[str, typer.Option()] = "fr",
) -> int:
    """Print the score card; for a CSV, one line a row."""
    day = date_of(on)
    if file.suffix.lower() == ".csv":
        no_q7(q7, "a CSV")
        return _score_rows(file, questionnaire_of(instrument, language_of(language)))
    sheet = answer_file_of(file)
    if is_checklist(sheet.instrument):
        estimate = estimate_of(sheet, file, language_of(language), day, q7)
        print_json(card_as_json(estimate.card))
        return 0
    no_q7(q7, sheet.instrument)
    questionnaire = questionnaire_of(sheet.instrument, language_of(language))
    check_choices(sheet, file)
    check_answers(questionnaire, sheet.answers, str(file))
    print_json(card_as_json(score_card(questionnaire, sheet.answers, sheet.form)))
    return 0


def _score_rows(file: Path, questionnaire: Questionnaire) -> int:
    failed = False
    for line, row_id, answers, problem in _rows(file, questionnaire):
        if problem:
            failed = True
            tell(f"{file}:{line}: {problem}")
        else:
            card = card_as_json(score_card(questionnaire, answers))
            print_json({"id": row_id, **card}, indent=None)
    return 1 if failed else 0


def _rows(
    file: Path, questionnaire: Questionnaire
) -> Iterator[tuple[int, str, dict[str, str], str]]:
    """Line number, id, answers and what is wrong (empty when nothing is) of each row."""
    reader = csv.reader(io.StringIO(text_of(file), newline=""))
    lines = _lines(file, reader)
    header = next(lines, [])
    _check_header(file, header, questionnaire)
    seen: set[str] = set()
    for row in lines:
        if not row:
            continue
        cells = dict(zip(header, (cell.strip() for cell in row), strict=False))
        row_id = cells.pop("id", "")
        answers = {question: value for question, value in cells.items() if value}
        problem = _row_problem(row, header, row_id, seen, questionnaire, answers)
        seen.add(row_id)
        yield reader.line_num, row_id, answers, problem


def _lines(file: Path, reader: Iterator[list[str]]) -> Iterator[list[str]]:
    """The rows; what is no CSV at all stops the command, as bad input."""
    try:
        yield from reader
    except csv.Error as error:
        raise BadInput(f"{file}: not a CSV we can read: {error}; save it as CSV again") from None


def _row_problem(
    row: list[str],
    header: list[str],
    row_id: str,
    seen: set[str],
    questionnaire: Questionnaire,
    answers: dict[str, str],
) -> str:
    if len(row) != len(header):
        return f"{len(row)} cells where the header has {len(header)}; add or remove some"
    if not row_id:
        return "the id is empty; give each row its own"
    if row_id in seen:
        return f"the id '{row_id}' stands twice; give each row its own"
    wrong = mistakes(questionnaire, answers)
    return f"{wrong[0].question}: {wrong[0].message}" if wrong else ""


def _check_header(file: Path, header: list[str], questionnaire: Questionnaire) -> None:
    if "id" not in header:
        raise BadInput(f"{file}:1: no 'id' column; the first line names the columns")
    if len(set(header)) < len(header):
        raise BadInput(f"{file}:1: a column stands twice; keep one of each")
    wrong = mistakes(questionnaire, {h: "unknown" for h in header if h != "id"})
    if wrong:
        raise BadInput(f"{file}:1: {wrong[0].message}")
