"""The questionnaire as a workbook to fill without network: a question a row, its answers in a list.

Column A of each sheet is hidden and says what a row is about, so that rows may be moved.
"""

import datetime as dt
import io
from collections.abc import Iterable

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from reports.paper.numbered import Answer
from reports.paper.paper import PROFILE, Paper
from reports.plain import plain

CODES = "codes"
"""The hidden sheet of lists: what is chosen in, the value, the words."""
PROFILE_MARK = "jalon-profile"
CODES_MARK = "jalon-codes"
ANSWER_COLUMN, FACT_COLUMN = 4, 3
"""Where one writes, from 1: D on the sheet of questions, C on that of the profile."""

_WIDTHS = (10, 5, 46, 58, 46, 46, 28)
_HEADS = ("number", "question", "answer", "simpler", "why", "who")


def label(answer: Answer) -> str:
    """What the list of a cell shows: 'b · A copy exists…'."""
    return f"{answer.sign} · {answer.text}"


def spreadsheet(paper: Paper) -> bytes:
    """The workbook; the same paper gives the same bytes."""
    saved = io.BytesIO()
    with Workbook(saved, {"in_memory": True, "strings_to_formulas": False}) as book:
        made = dt.datetime.combine(paper.on, dt.time())
        book.set_properties({"title": paper.questionnaire.title, "created": made})
        pages = _Pages(book, paper)
        pages.guide()
        pages.questions()
        pages.profile()
        pages.codes()
    return saved.getvalue()


class _Pages:
    """The sheets of one workbook."""

    def __init__(self, book: Workbook, paper: Paper) -> None:
        self.book, self.paper, self.word = book, paper, paper.word
        base = {"text_wrap": True, "valign": "top"}
        self.text: Format = book.add_format(base)
        self.bold: Format = book.add_format({**base, "bold": True})
        self.title: Format = book.add_format({**base, "bold": True, "font_size": 15})
        self.head: Format = book.add_format({**base, "bold": True, "bottom": 2})
        self.fill: Format = book.add_format(
            {**base, "locked": False, "border": 1, "bg_color": "#F3F6F8"}
        )
        self.ranges: dict[str, str] = {}
        """What is chosen in to its cells on the sheet of codes."""
        self.rows: list[tuple[str, str, str]] = []
        self._list_all()

    def guide(self) -> None:
        """How to fill it in and bring it back."""
        sheet = self._sheet("paper.sheet.guide", (100,), hidden=False)
        word, site = self.word, self.paper.site
        self._put(sheet, 0, 0, self.paper.questionnaire.title, self.title)
        lines = [word(f"paper.sheet.guide_{n}") for n in range(1, 5)]
        lines += [word("paper.at_site", site=site) if site else word("paper.at_jalon")]
        lines += [word(f"paper.back_{key}") for key in ("save", "adviser", "yours")]
        for row, line in enumerate(lines, 2):
            self._put(sheet, row, 0, line, self.text)

    def questions(self) -> None:
        """One row a question, under the title of its dimension."""
        sheet = self._sheet("paper.sheet.questions", _WIDTHS)
        self._put(sheet, 0, 0, self.paper.mark, self.text)
        self._put(sheet, 0, 2, self.paper.questionnaire.title, self.title)
        for column, key in enumerate(_HEADS, 1):
            self._put(sheet, 1, column, self.word(f"paper.head.{key}"), self.head)
        sheet.freeze_panes(2, 3)
        sheet.repeat_rows(1)
        row, dimension = 2, ""
        for asked in self.paper.asked:
            if asked.dimension.id != dimension:
                dimension = asked.dimension.id
                self._put(sheet, row, 2, asked.dimension.title, self.bold)
                row += 1
            question = asked.question
            self._put(sheet, row, 0, question.id, self.text)
            sheet.write_number(row, 1, asked.number, self.bold)
            self._put(sheet, row, 2, question.text, self.text)
            self._choose(sheet, row, ANSWER_COLUMN - 1, question.id)
            aids = (question.plain_language, question.why_we_ask, question.who_might_know)
            for column, said in enumerate(aids, ANSWER_COLUMN):
                self._put(sheet, row, column, said, self.text)
            row += 1

    def profile(self) -> None:
        """Who the enterprise is."""
        sheet = self._sheet("paper.about", (10, 46, 58))
        self._put(sheet, 0, 0, PROFILE_MARK, self.text)
        self._put(sheet, 0, 1, self.word("paper.about_lead"), self.text)
        for row, name in enumerate(PROFILE, 2):
            self._put(sheet, row, 0, name, self.text)
            self._put(sheet, row, 1, self.word(f"paper.{name}"), self.bold)
            if name in self.ranges:
                self._choose(sheet, row, FACT_COLUMN - 1, name)
            else:
                sheet.write_blank(row, FACT_COLUMN - 1, None, self.fill)
            if name == "size":
                sheet.data_validation(
                    row, FACT_COLUMN - 1, row, FACT_COLUMN - 1,
                    {"validate": "decimal", "criteria": ">=", "value": 0,
                     "error_title": self.word("paper.sheet.wrong"),
                     "error_message": self.word("paper.problem.size_hint")},
                )  # fmt: skip

    def codes(self) -> None:
        """The lists the other sheets choose in."""
        sheet = self.book.add_worksheet(CODES)
        self._put(sheet, 0, 0, CODES_MARK, self.text)
        for row, values in enumerate(self.rows, 1):
            for column, value in enumerate(values):
                self._put(sheet, row, column, value, self.text)
        sheet.protect()
        sheet.hide()

    def _list_all(self) -> None:
        for asked in self.paper.asked:
            pairs = ((answer.value, label(answer)) for answer in asked.answers)
            self._list(asked.question.id, pairs)
        for name in PROFILE:
            if choices := self.paper.lists.of(name):
                self._list(name, choices.items())

    def _list(self, name: str, pairs: Iterable[tuple[str, str]]) -> None:
        first = len(self.rows) + 2
        self.rows += [(name, value, words) for value, words in pairs]
        self.ranges[name] = f"={CODES}!$C${first}:$C${len(self.rows) + 1}"

    def _choose(self, sheet: Worksheet, row: int, column: int, name: str) -> None:
        sheet.write_blank(row, column, None, self.fill)
        sheet.data_validation(
            row, column, row, column,
            {"validate": "list", "source": self.ranges[name],
             "error_title": self.word("paper.sheet.wrong"),
             "error_message": self.word("paper.sheet.choose")},
        )  # fmt: skip

    def _sheet(self, key: str, widths: tuple[int, ...], hidden: bool = True) -> Worksheet:
        """A protected sheet; its first column is hidden."""
        sheet: Worksheet = self.book.add_worksheet(self.word(key)[:31])
        for column, width in enumerate(widths):
            options = {"hidden": 1} if hidden and column == 0 else {}
            sheet.set_column(column, column, width, None, options)
        sheet.protect("", {"format_columns": True, "format_rows": True})
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        return sheet

    def _put(self, sheet: Worksheet, row: int, column: int, text: str, look: Format) -> None:
        """A text, never a formula nor a link."""
        sheet.write_string(row, column, plain(text), look)
