"""The figures as a workbook: answers, working with live sums, roadmap, funding.

Every text is written as a string, so that '=cmd()' stays a text and never a formula.
"""

import datetime as dt
import io
from collections.abc import Callable, Iterator
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from assessment.explanation import Line
from content.wording import Wording
from recommendations.eligibility import Match
from recommendations.roadmap import Step
from reports import formats
from reports.dossier import Dossier
from reports.naming import answer_text, brought, kept_score, organisation, project_title
from reports.plain import plain
from reports.sections.programmes import last_day, proposed
from reports.sections.refined import added_lines, all_lines
from reports.sections.roadmap import why_now
from reports.words import words

_MONEY = (
    "once_min", "once_max", "year_min", "year_max", "aid_min", "aid_max", "own_min", "own_max"
)  # fmt: skip
_A4 = 9
"""Its number among the paper sizes of a workbook (Office Open XML, 18.3.1.63)."""
_GROUND = "#EEEEEE"
_LONGEST = 32_767
"""Characters a cell may hold (Excel specification)."""


class _Sheet:
    """A worksheet written row by row; texts are never read as formulas or links."""

    def __init__(self, book: Workbook, name: str, widths: tuple[float, ...]) -> None:
        self.page: Worksheet = book.add_worksheet(name)
        self.wrap: Format = book.add_format({"text_wrap": True, "valign": "top"})
        self.bold: Format = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        self.title: Format = book.add_format(
            {"bold": True, "text_wrap": True, "valign": "top", "bg_color": _GROUND, "bottom": 1}
        )
        self.score: Format = book.add_format({"bold": True, "valign": "top", "num_format": "0.0"})
        self.day: Format = book.add_format({"num_format": "yyyy-mm-dd", "valign": "top"})
        self.row = 0
        for column, width in enumerate(widths):
            self.page.set_column(column, column, width)
        self._printed()

    def _printed(self) -> None:
        """A4 on its side, as wide as the page, numbered."""
        self.page.set_landscape()
        self.page.set_paper(_A4)
        self.page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        self.page.fit_to_pages(1, 0)
        self.page.set_footer("&L&A&R&P / &N")

    def head(self, *titles: str) -> None:
        """The header and the first column, kept in view; the header on each printed page."""
        self.write(*titles, look=self.title)
        self.page.freeze_panes(self.row, 1)
        self.page.repeat_rows(0)

    def write(self, *values: Any, look: Format | None = None) -> None:
        """One row; None leaves a cell empty."""
        for column, value in enumerate(values):
            self._cell(column, value, look or self.wrap)
        self.row += 1

    def sum_cell(self, column: int, formula: str, value: float, look: Format) -> None:
        """A formula with its value, for readers that do not calculate."""
        self.page.write_formula(self.row, column, formula, look, value)

    def _cell(self, column: int, value: Any, look: Format) -> None:
        if isinstance(value, str):
            self.page.write_string(self.row, column, plain(value)[:_LONGEST], look)
        elif isinstance(value, dt.date):
            self.page.write_datetime(self.row, column, value, self.day)
        elif value is not None:
            self.page.write_number(self.row, column, float(value), look)


def xlsx(dossier: Dossier) -> bytes:
    """The workbook; the same dossier gives the same bytes."""
    word = words(dossier.language)
    saved = io.BytesIO()
    with Workbook(saved, {"in_memory": True}) as book:
        title = plain(word("report.title", name=organisation(dossier, word)))[:255]
        made = dt.datetime.combine(dossier.on, dt.time())
        book.set_properties({"title": title, "created": made})
        sheets: tuple[Callable[[Workbook, Dossier, Wording], None], ...] = (
            _about, _working, _refined, _answers, _roadmap, _funding
        )  # fmt: skip
        for sheet in sheets:
            sheet(book, dossier, word)
    return saved.getvalue()


def _about(book: Workbook, dossier: Dossier, word: Wording) -> None:
    sheet = _Sheet(book, word("sheet.about"), (28, 90))
    language, instrument = dossier.language, dossier.library.questionnaire
    sheet.write(word("report.title", name=organisation(dossier, word)), look=sheet.bold)
    sheet.write(word("method.made"), formats.day(dossier.on, language))
    sheet.write(word("method.instrument"), f"{instrument.title} ({instrument.id})")
    sheet.write(word("method.version"), dossier.card.version)
    sheet.write(word("answers.worry"), dossier.sheet.worry)
    for key in ("working.rule", "method.funding", "method.licence"):
        sheet.write(None, word(key))


def _working(book: Workbook, dossier: Dossier, word: Wording) -> None:
    sheet = _Sheet(book, word("sheet.working"), (34, 34, 50, 22, 9, 9, 9, 14))
    sheet.head(
        *(word(f"sheet.{key}") for key in ("dimension",)),
        *(word(f"working.head.{key}") for key in ("question", "answer", "brought")),
        *(word(f"sheet.{key}") for key in ("points", "best", "weight", "value")),
    )
    means = [cell for cell in _dimensions(sheet, dossier, word) if cell]
    whole = dossier.card.overall.value
    if kept := kept_score(dossier, word):
        sheet.write(word("sheet.overall"), *[None] * 6, whole, look=sheet.bold)
        sheet.write(kept)
        return
    if means and whole is not None:
        sheet.sum_cell(7, f"=AVERAGE({','.join(means)})", whole, sheet.score)
    sheet.write(word("sheet.overall"), look=sheet.bold)


def _dimensions(sheet: _Sheet, dossier: Dossier, word: Wording) -> Iterator[str | None]:
    """One block of rows a dimension, its sum below; yields the cell of each score."""
    for name, score in dossier.card.dimensions.items():
        title = dossier.library.questionnaire.dimension(name).title
        first = sheet.row
        for line in (line for line in dossier.lines if line.dimension == name):
            _line(sheet, dossier, line, title, word)
        if score.value is not None and kept_score(dossier, word):
            sheet.write(title, *[None] * 6, score.value, look=sheet.bold)
            continue
        if score.value is not None:
            sheet.sum_cell(7, _score_formula(first, sheet.row - 1), score.value, sheet.score)
            yield xl_rowcol_to_cell(sheet.row, 7)
        sheet.write(title, look=sheet.bold)


def _refined(book: Workbook, dossier: Dossier, word: Wording) -> None:
    """Core and deep-dive lines of each opened dimension, with their live sum."""
    if not dossier.card.refined:
        return
    sheet = _Sheet(book, word("sheet.refined"), (34, 34, 50, 22, 9, 9, 9, 14))
    sheet.head(
        word("sheet.dimension"),
        *(word(f"working.head.{key}") for key in ("question", "answer", "brought")),
        *(word(f"sheet.{key}") for key in ("points", "best", "weight", "value")),
    )
    for name, score in dossier.card.refined.items():
        title, first = dossier.library.questionnaire.dimension(name).title, sheet.row
        for line in all_lines(dossier, name):
            _line(sheet, dossier, line, title, word)
        if score.value is not None and not kept_score(dossier, word):
            sheet.sum_cell(7, _score_formula(first, sheet.row - 1), score.value, sheet.score)
            sheet.write(title, look=sheet.bold)
        elif score.value is not None:
            sheet.write(title, *[None] * 6, score.value, look=sheet.bold)
    sheet.write(None, None, word("refined.rule"))


def _line(sheet: _Sheet, dossier: Dossier, line: Line, title: str, word: Wording) -> None:
    short = dossier.library.questionnaire.question(line.question).short
    answer = answer_text(dossier, line, word)
    known = line.points is not None
    sheet.write(
        title, short, answer, brought(line, word), line.points,
        line.best if known else None, line.weight if known else None,
    )  # fmt: skip


def _score_formula(first: int, last: int) -> str:
    """Weighted mean of points over best, of 100; rows without points count for nothing."""
    points, best, weight = (
        f"{xl_col_to_name(c)}{first + 1}:{xl_col_to_name(c)}{last + 1}" for c in (4, 5, 6)
    )
    # A best of nothing would divide by zero: those rows weigh nothing anyway.
    return f"=100*SUMPRODUCT({points}/(({best}=0)+{best})*{weight})/SUM({weight})"


def _answers(book: Workbook, dossier: Dossier, word: Wording) -> None:
    sheet = _Sheet(book, word("sheet.answers"), (24, 34, 70, 60))
    sheet.head(
        "id", word("sheet.dimension"), word("answers.head.question"), word("answers.head.answer")
    )
    deep = [line for name in dossier.card.refined for line in added_lines(dossier, name)]
    for line in (*dossier.lines, *deep):
        question = dossier.library.questionnaire.question(line.question)
        title = dossier.library.questionnaire.dimension(line.dimension).title
        sheet.write(question.id, title, question.text, answer_text(dossier, line, word))


def _roadmap(book: Workbook, dossier: Dossier, word: Wording) -> None:
    sheet = _Sheet(book, word("sheet.roadmap"), (44, 44, 12, 12, 9, *[14] * 8, 40, 30))
    keys = ("project", "reason", "start", "end", "hours")
    sheet.head(
        *(word(f"sheet.{key}") for key in (*keys, *_MONEY)),
        word("funding.head.name"), word("funding.head.verdict"),
    )  # fmt: skip
    for step in dossier.roadmap.steps:
        sheet.write(*_step(dossier, step, word))
    last = sheet.row
    if last > 1:
        rows = [_step(dossier, step, word) for step in dossier.roadmap.steps]
        for column in range(4, 5 + len(_MONEY)):
            name, seen = xl_col_to_name(column), [row[column] for row in rows]
            # A bound that was not seen leaves the sum not seen.
            if None not in seen:
                sheet.sum_cell(column, f"=SUM({name}2:{name}{last})", float(sum(seen)), sheet.bold)
        sheet.write(word("sheet.total"), look=sheet.bold)
    for left in dossier.roadmap.left_aside:
        reason = f"{word('left_out.heading')} ({word(f'left_out.short.{left.reason}')})"
        sheet.write(project_title(left.project, word), reason)


def _step(dossier: Dossier, step: Step, word: Wording) -> tuple[Any, ...]:
    project = step.project
    return (
        project_title(project, word), why_now(dossier, step, word), step.start, step.end,
        project.hours, project.one_off.min, project.one_off.max,
        project.yearly.min, project.yearly.max,
        step.aid.min, step.aid.max, step.own.min, step.own.max, *_payer(step, word),
    )  # fmt: skip


def _payer(step: Step, word: Wording) -> tuple[str | None, str | None]:
    if step.payment is None:
        return None, None
    match = step.payment.match
    return match.programme.name, word(f"verdict.{match.verdict}")


def _funding(book: Workbook, dossier: Dossier, word: Wording) -> None:
    sheet = _Sheet(book, word("sheet.funding"), (44, 30, 30, 28, 12, 12, 10, 60, 40, 60))
    sheet.head(
        *(word(f"funding.head.{key}") for key in ("name", "verdict")),
        word("programme.funder"), word("funding.head.until"),
        *(word(f"sheet.{key}") for key in ("min", "max", "currency", "reason")),
        word("programme.ask"), word("programme.source"),
    )  # fmt: skip
    for match in proposed(dossier):
        sheet.write(*_match(match, dossier.language, word))


def _match(match: Match, language: str, word: Wording) -> tuple[Any, ...]:
    programme, seen = match.programme, match.amount
    reasons = "\n".join(criterion.reason for criterion in match.criteria)
    return (
        programme.name, word(f"verdict.{match.verdict}"), programme.funder,
        last_day(match, language, word),
        seen.min if seen else None, seen.max if seen else None, seen.currency if seen else None,
        reasons, f"{programme.ask.who} {programme.ask.question}", programme.source.url,
    )  # fmt: skip
