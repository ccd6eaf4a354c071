"""Papers of the real questionnaire, filled by somebody at a computer."""

import datetime as dt
import io
import re
import zipfile
from collections.abc import Mapping
from functools import lru_cache
from xml.sax.saxutils import escape

import pikepdf

from assessment.scorecard import Form
from questionnaires import read
from reports.paper.form import FACT
from reports.paper.found import Desk
from reports.paper.paper import Lists, Paper
from reports.paper.spreadsheet import spreadsheet
from reports.words import words

ON = dt.date(2026, 11, 30)
SITE = "https://jalon.example/paper"


@lru_cache
def paper(form: Form = "core", language: str = "fr") -> Paper:
    lists = Lists(
        {"BE-WAL": "Belgique, Wallonie", "LU": "Luxembourg"}, {"be-asbl": "ASBL", "scop": "Scop"}
    )
    return Paper(read("digital-maturity", language), form, language, ON, lists, SITE)


def desk(language: str = "fr") -> Desk:
    return Desk(words(language), paper)


def filled_pdf(content: bytes, said: Mapping[str, str], name: str = "") -> bytes:
    """The form with these buttons pressed, as a reader of PDF saves it."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        for field in pdf.Root.AcroForm.Fields:
            title = str(field.T)
            if title in said:
                field.V = pikepdf.Name(f"/{said[title]}")
            elif title == f"{FACT}name":
                field.V = pikepdf.String(name)
        pdf.save(out)
    return out.getvalue()


def filled_sheet(made: Paper, said: Mapping[str, str], sheet: int = 2) -> bytes:
    """The workbook with these texts in the cells named 'D4', as a spreadsheet program saves it."""
    return edited(
        spreadsheet(made), f"xl/worksheets/sheet{sheet}.xml", lambda xml: _typed(xml, said)
    )


def edited(content: bytes, part: str, change) -> bytes:
    """The archive with one part changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            new.writestr(name, change(text.decode()).encode() if name == part else text)
    return out.getvalue()


def _typed(xml: str, said: Mapping[str, str]) -> str:
    for place, text in said.items():
        cell = f'<c r="{place}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'
        xml, times = re.subn(rf'<c r="{place}"[^>]*/>', lambda _, cell=cell: cell, xml)
        assert times == 1, f"{place} is no cell to fill"
    return xml


def rows_of(made: Paper) -> dict[str, str]:
    """Question id to the cell where its answer goes."""
    rows, row, dimension = {}, 3, ""
    for asked in made.asked:
        if asked.dimension.id != dimension:
            dimension, row = asked.dimension.id, row + 1
        rows[asked.question.id] = f"D{row}"
        row += 1
    return rows
