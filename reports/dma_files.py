"""The files an estimate along the DMA's structure is given as."""

import datetime as dt
import io
from collections.abc import Callable

from xlsxwriter import Workbook

from reports import formats
from reports.dma import Estimate, dma_json, official_row
from reports.plain import plain
from reports.words import words


def dma_xlsx(estimate: Estimate) -> bytes:
    """A sheet in the official columns, then one that says it is an estimate.

    The same input gives the same bytes. Texts are written as texts, never as formulas.
    """
    saved = io.BytesIO()
    with Workbook(saved, {"in_memory": True}) as book:
        made = dt.datetime.combine(estimate.date, dt.time())
        book.set_properties({"title": plain(estimate.checklist.title), "created": made})
        _results(book, estimate)
        _about(book, estimate)
    return saved.getvalue()


DMA_FORMATS: dict[str, Callable[[Estimate], bytes]] = {"xlsx": dma_xlsx, "json": dma_json}
"""By file extension."""


def _results(book: Workbook, estimate: Estimate) -> None:
    page = book.add_worksheet(estimate.checklist.export.sheet)
    bold = book.add_format({"bold": True, "text_wrap": True})
    score = book.add_format({"num_format": "0.00"})
    for column, (title, value) in enumerate(official_row(estimate).items()):
        page.set_column(column, column, 22)
        page.write_string(0, column, title, bold)
        if isinstance(value, str):
            page.write_string(1, column, plain(value))
        elif value is not None:
            page.write_number(1, column, value, score)
    page.freeze_panes(1, 0)


def _about(book: Workbook, estimate: Estimate) -> None:
    word, checklist = words(estimate.language), estimate.checklist
    page = book.add_worksheet(word("sheet.about"))
    page.set_column(0, 0, 100)
    wrap = book.add_format({"text_wrap": True})
    lines = [
        checklist.title,
        checklist.estimate,
        checklist.attribution,
        formats.day(estimate.date, estimate.language),
        f"{checklist.id} {checklist.version}",
        *(f"{v.title}. {v.text}" for v in checklist.variants if v.id == estimate.variant),
        *checklist.limits,
    ]
    for row, line in enumerate(lines):
        page.write_string(row, 0, plain(line), wrap)
