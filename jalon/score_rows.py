"""`jalon score` of a CSV: a row at a time is read, a hundred at a time are scored.

Neither the file nor what is printed is ever held whole: memory does not follow the number of rows
(the ids alone are remembered, to tell the one that stands twice).
"""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from assessment.answers import answers_of, mistakes
from assessment.as_json import card_as_json
from assessment.model import Questionnaire
from assessment.scorecard import score_cards
from jalon.errors import BadInput
from jalon.inputs import check_is_text
from jalon.output import print_lines
from jalon.telling import tell

_AT_ONCE = 128


@dataclass(frozen=True)
class _Row:
    """One row after the header; `problem` is what is wrong with it, empty when nothing is."""

    line: int
    id: str
    answers: Mapping[str, str]
    problem: str = ""


def score_rows(file: Path, questionnaire: Questionnaire) -> int:
    """Print a card for each good row, tell each bad one with its line; the exit code.

    Raises BadInput when the file cannot be read as a CSV of this questionnaire.
    """
    failed = False
    check_is_text(file)
    with file.open(encoding="utf-8-sig", newline="") as text:
        rows = _rows(file, csv.reader(text), questionnaire)
        while some := list(islice(rows, _AT_ONCE)):
            _print([row for row in some if not row.problem], questionnaire)
            for row in some:
                if row.problem:
                    failed = True
                    tell(f"{file}:{row.line}: {row.problem}")
    return 1 if failed else 0


def _print(rows: list[_Row], questionnaire: Questionnaire) -> None:
    cards = score_cards(questionnaire, [row.answers for row in rows])
    print_lines({"id": row.id, **card_as_json(card)} for row, card in zip(rows, cards, strict=True))


def _rows(file: Path, reader: Any, questionnaire: Questionnaire) -> Iterator[_Row]:
    lines = _lines(file, reader)
    header = next(lines, [])
    _check_header(file, header, questionnaire)
    known = {q.id: frozenset(answers_of(q)) for q in questionnaire.known_questions()}
    seen: set[str] = set()
    for row in lines:
        if not row:
            continue
        cells = dict(zip(header, (cell.strip() for cell in row), strict=False))
        row_id = cells.pop("id", "")
        answers = {question: value for question, value in cells.items() if value}
        problem = _shape_problem(row, header, row_id, seen)
        if not problem and any(value not in known[q] for q, value in answers.items()):
            wrong = mistakes(questionnaire, answers)[0]
            problem = f"{wrong.question}: {wrong.message}"
        seen.add(row_id)
        yield _Row(reader.line_num, row_id, answers, problem)


def _lines(file: Path, reader: Iterator[list[str]]) -> Iterator[list[str]]:
    """The rows; what is no CSV at all stops the command, as bad input."""
    try:
        yield from reader
    except csv.Error as error:
        raise BadInput(f"{file}: not a CSV we can read: {error}; save it as CSV again") from None


def _shape_problem(row: list[str], header: list[str], row_id: str, seen: set[str]) -> str:
    if len(row) != len(header):
        return f"{len(row)} cells where the header has {len(header)}; add or remove some"
    if not row_id:
        return "the id is empty; give each row its own"
    if row_id in seen:
        return f"the id '{row_id}' stands twice; give each row its own"
    return ""


def _check_header(file: Path, header: list[str], questionnaire: Questionnaire) -> None:
    if "id" not in header:
        raise BadInput(f"{file}:1: no 'id' column; the first line names the columns")
    if len(set(header)) < len(header):
        raise BadInput(f"{file}:1: a column stands twice; keep one of each")
    wrong = mistakes(questionnaire, {h: "unknown" for h in header if h != "id"})
    if wrong:
        raise BadInput(f"{file}:1: {wrong[0].message}")
