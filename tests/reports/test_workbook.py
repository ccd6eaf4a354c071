"""The workbook redoes the score by itself, from its own cells, and prints."""

import io
import re
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

import numpy
import pytest

from reports.xlsx import xlsx
from tests.reports.builders import HALF, dossier
from tests.reports.test_export import XML

CELL = re.compile(r"([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?")
MIXED = {"plan": "some", "board": "minuted", "backup": "none", "sign-in": "unknown"}


class Sheet:
    """A worksheet as Excel holds it: numbers and formulas by cell; nothing is taken as given."""

    def __init__(self, xml: bytes) -> None:
        self.root = ElementTree.fromstring(xml)
        self.numbers: dict[str, float] = {}
        self.formulas: dict[str, str] = {}
        self.kept: dict[str, float] = {}
        for cell in self.root.iter(f"{XML}c"):
            name, formula, value = (
                cell.attrib["r"],
                cell.findtext(f"{XML}f"),
                cell.findtext(f"{XML}v"),
            )
            if formula:
                self.formulas[name], self.kept[name] = formula, float(value or "nan")
            elif cell.get("t") is None and value is not None:
                self.numbers[name] = float(value)

    def value(self, name: str) -> float:
        """What the cell is worth now; an empty one is 0."""
        if name in self.formulas:
            return self.calculate(self.formulas[name])
        return self.numbers.get(name, 0.0)

    def calculate(self, formula: str) -> float:
        """The few functions our formulas use, over their own cells."""
        values: dict[str, object] = {}

        def named(match: re.Match[str]) -> str:
            first, top, last, bottom = match.groups()
            key = f"v{len(values)}"
            rows = range(int(top), int(bottom or top) + 1)
            found = numpy.array([self.value(f"{first}{row}") for row in rows])
            assert last in (None, first)
            values[key] = found if last else found[0]
            return key

        python = CELL.sub(named, formula).replace("=0", "==0")
        functions = {
            "SUM": lambda *given: float(numpy.sum(given)),
            "SUMPRODUCT": lambda given: float(numpy.sum(given)),
            "AVERAGE": lambda *given: float(numpy.mean(given)),
        }
        return float(eval(python, {"__builtins__": {}}, functions | values))


def sheets(made: bytes) -> Iterator[Sheet]:
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        for name in sorted(archive.namelist()):
            if name.startswith("xl/worksheets/sheet"):
                yield Sheet(archive.read(name))


def working(answers: dict[str, str]) -> Sheet:
    return next(s for s in sheets(xlsx(dossier(answers))) if any("AVERAGE" in f for f in
                s.formulas.values()))  # fmt: skip


@pytest.mark.parametrize("answers", [HALF, MIXED])
def test_every_formula_gives_what_the_cell_shows(answers):
    found = list(sheets(xlsx(dossier(answers))))

    assert sum(len(sheet.formulas) for sheet in found) >= 5
    for sheet in found:
        for cell, formula in sheet.formulas.items():
            assert sheet.calculate(formula) == pytest.approx(sheet.kept[cell])


def test_another_answer_typed_into_the_workbook_gives_the_score_of_that_answer():
    sheet = working(MIXED)
    (first,) = [c for c, n in sheet.numbers.items() if c.startswith("E") and n == 2]
    sheet.numbers[first] = 3

    expected = dossier({**MIXED, "plan": "written"}).card
    scores = [sheet.calculate(f) for f in sheet.formulas.values() if "SUMPRODUCT" in f]
    assert scores == pytest.approx([s.value for s in expected.dimensions.values()])
    (whole,) = [sheet.calculate(f) for f in sheet.formulas.values() if "AVERAGE" in f]
    assert whole == pytest.approx(expected.overall.value)


def test_each_sheet_is_as_wide_as_an_a4_page_on_its_side():
    for sheet in sheets(xlsx(dossier(HALF))):
        setup = sheet.root.find(f"{XML}pageSetup")
        assert setup is not None
        assert (setup.get("paperSize"), setup.get("orientation")) == ("9", "landscape")
        assert setup.get("fitToHeight") == "0"
        assert sheet.root.find(f"{XML}sheetPr/{XML}pageSetUpPr").get("fitToPage") == "1"


def test_headers_stay_in_view_and_every_column_has_its_width():
    _about, *tables = sheets(xlsx(dossier(HALF)))

    for sheet in tables:
        pane = sheet.root.find(f"{XML}sheetViews/{XML}sheetView/{XML}pane")
        assert (pane.get("topLeftCell"), pane.get("state")) == ("B2", "frozen")
        last = max(int(c.get("max")) for c in sheet.root.iter(f"{XML}col"))
        cells = {re.sub(r"\d", "", c.attrib["r"]) for c in sheet.root.iter(f"{XML}c")}
        assert last == len(cells)
