"""Hostile words in every file one takes away: they are words there too."""

import csv
import io
import json
import re
import zipfile
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as Xml

import pikepdf
import pytest
from icalendar import Calendar

from assessment.checklist_score import DEFAULT, checklist_card
from assessment.dma_profile import read_module
from assessment.profile import Profile
from network.open_data import as_csv
from questionnaires import read_checklist
from recommendations.carried import Carried
from recommendations.guide import read_guide
from recommendations.specification import Specification
from reports.build import build_dossier
from reports.charts import picture, strips
from reports.charts.chart import file_name
from reports.dma import Estimate, official_row
from reports.dma_files import DMA_FORMATS
from reports.dossier import Dossier, Sheet
from reports.export import DOCUMENTS, export, export_document
from reports.finding import find_project
from reports.needs_file import needs_file
from reports.plain import one_line, plain
from reports.project_file import project_file
from reports.sections.done import web
from tests.hostile import BY_KIND, FORMULAS, HOSTILE, LINES, sent
from tests.reports.builders import HALF, ON, dossier, library
from tests.reports.pdf_reading import solid, text_of

ALL = "\n".join(sent(text) for texts in BY_KIND.values() for text in texts.values())
LINE, NOTES, ADDRESS = 200, 4000, 1000


@cache
def hostile(text: str) -> Dossier:
    """A dossier with this text wherever an enterprise writes."""
    line = text[:LINE]
    profile = Profile.model_validate(
        {"enterprise": {"name": line, "region": "BE-WAL", "sector": line, "legal_form": line}}
    )
    sheet = Sheet(
        HALF, ON, profile=profile, worry=text,
        carried={"write-plan": carried(text), "minutes": carried(text, state="done")},
    )  # fmt: skip
    return build_dossier(library(), sheet, ON)


def carried(text: str, **more: object) -> Carried:
    """What is written on a project: as many of the lines as there are places, and all of them."""
    lines = [text[start : start + LINE] for start in range(0, len(text), LINE)]
    asked = Specification(need=lines[0], existing=lines[-1])
    for line in lines:
        asked = asked.added(line, "must").added(f"{line} bis", "criterion")
    places = ("sponsor", "carrier", "stand_in", "users", "proof")
    said: dict[str, object] = dict(zip(places, 5 * lines, strict=False))
    said |= {"notes": text[:NOTES], "did": text[:NOTES], "address": text[:ADDRESS]}
    return Carried.model_validate({"state": "in-progress", "specification": asked} | said | more)


def papers(text: str) -> dict[str, dict]:
    """The sheet of a project and the statement of needs, outlined."""
    made, written, guide = hostile(text), carried(text), read_guide("fr")
    found = find_project(made, "write-plan")
    return {
        "sheet": project_file(made, found.project, found.sheet, written),
        "needs": needs_file(made, found.project, written, guide, guide.kind("website")),
    }


def addresses_in(pdf: bytes) -> set[str]:
    """Where the links of a PDF lead; fails when it can do anything but that."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for one in document.objects:
            if isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
                assert str(one.get("/S", "")) not in ("/JavaScript", "/Launch", "/ImportData")
                assert "/JS" not in one
                assert "/OpenAction" not in one
        notes = [note for page in document.pages for note in page.get("/Annots", ())]
        return {str(note.A.URI) for note in notes if "/A" in note and "/URI" in note.A}


@cache
def known_addresses() -> set[str]:
    """Where the links of a report lead that nobody wrote in."""
    return addresses_in(export(dossier(HALF), "pdf"))


def test_a_pdf_prints_hostile_words_and_obeys_none() -> None:
    made = export(hostile(ALL), "pdf")

    assert addresses_in(made) <= known_addresses()
    printed = text_of(made)
    assert "root:" not in printed
    assert solid('#read("/etc/passwd")') in solid(printed)
    assert solid("#include") in solid(printed)
    with pikepdf.open(io.BytesIO(made)) as document:
        (name,) = document.attachments
        inside = json.loads(document.attachments[name].get_file().read_bytes())
    assert "/" not in name
    assert inside["worry"] == plain(ALL)


def test_the_papers_of_a_project_print_hostile_words_and_obey_none() -> None:
    for outlined in papers(ALL).values():
        assert addresses_in(export_document(outlined, "pdf", ON)) <= known_addresses()
        assert followed(parts_of(export_document(outlined, "docx", ON))) == set()
    assert set(DOCUMENTS) == {"pdf", "docx"}


def parts_of(packed: bytes) -> dict[str, Xml.Element]:
    """Every XML part of an Office file, read; no macro, no object, no outside part in it."""
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        names = archive.namelist()
        assert not [one for one in names if ".." in one or one.startswith("/") or "vba" in one]
        read = {one: archive.read(one) for one in names if one.endswith((".xml", ".rels"))}
    assert not [name for name, content in read.items() if b"<!DOCTYPE" in content]
    return {name: Xml.fromstring(content) for name, content in read.items()}


def followed(parts: dict[str, Xml.Element]) -> set[str]:
    """What an Office file loads or links to outside itself."""
    return {
        relation.get("Target", "")
        for name, part in parts.items() if name.endswith(".rels")
        for relation in part
        if relation.get("TargetMode") == "External"
    }  # fmt: skip


def test_a_document_holds_hostile_words_as_text() -> None:
    parts = parts_of(export(hostile(ALL), "docx"))

    assert followed(parts) <= known_addresses()
    body = parts["word/document.xml"]
    codes = {one.text for one in body.iter() if one.tag.endswith("}instrText")}
    assert codes <= {"PAGE", "NUMPAGES"}
    said = "".join(one.text or "" for one in body.iter() if one.tag.endswith("}t"))
    assert "<script>document.title='owned'</script>" in said


def test_an_address_that_is_no_page_of_the_web_is_no_link() -> None:
    for text in ("javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "\\\\h\\share"):
        assert not web(text)
    outlined = papers("javascript:alert(1)")["sheet"]
    assert addresses_in(export_document(outlined, "pdf", ON)) == set()


@pytest.mark.parametrize("name", HOSTILE)
def test_a_workbook_holds_hostile_words_as_text_and_never_as_a_formula(name: str) -> None:
    text = sent(HOSTILE[name])
    parts = parts_of(export(hostile(text), "xlsx"))

    formulas = [
        cell.text or ""
        for part in parts.values() for cell in part.iter() if cell.tag.endswith("}f")
    ]  # fmt: skip
    assert all(re.match(r"(SUM|AVERAGE|100\*SUMPRODUCT)\(", formula) for formula in formulas)
    assert followed(parts) == set()
    shared = parts["xl/sharedStrings.xml"]
    said = ["".join(t.text or "" for t in one.iter()) for one in shared]
    assert any(plain(text).strip() in unescaped(one) for one in said)


def unescaped(text: str) -> str:
    """Excel writes a sign that looks like its own escapes as _x005F_."""
    return text.replace("_x005F_", "_")


def properties(calendar: bytes) -> list[str]:
    """The names of its properties, one a line; fails when a line is broken or too long."""
    assert b"\r" not in calendar.replace(b"\r\n", b"")
    assert all(len(line) <= 75 for line in calendar.split(b"\r\n"))
    unfolded = calendar.replace(b"\r\n ", b"").decode().split("\r\n")
    return [line.partition(":")[0].partition(";")[0] for line in unfolded]


@cache
def plain_properties() -> list[str]:
    return properties(export(hostile("Un nom"), "ics"))


@pytest.mark.parametrize("name", HOSTILE)
def test_a_calendar_holds_hostile_words_in_one_property(name: str) -> None:
    text = sent(HOSTILE[name])
    made = export(hostile(text), "ics")

    assert properties(made) == plain_properties()
    calendar = Calendar.from_ical(made)
    title = str(calendar["x-wr-calname"])
    assert one_line(text[:LINE]) in title
    assert {part.name for part in calendar.walk()} <= {"VCALENDAR", "VEVENT", "VALARM"}


@pytest.mark.parametrize("name", HOSTILE)
def test_json_gives_hostile_words_back(name: str) -> None:
    text = sent(HOSTILE[name])
    made = json.loads(export(hostile(text), "json"))

    assert made["answer_file"]["worry"] == plain(text)


def cells_as(spreadsheet: str, text: str) -> list[str]:
    """The cells that a spreadsheet makes of a CSV that parts them at this sign."""
    return [cell for line in csv.reader(io.StringIO(text), delimiter=spreadsheet) for cell in line]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_no_cell_of_a_csv_is_a_formula_however_it_is_parted(separator: str) -> None:
    for text in map(sent, HOSTILE.values()):
        made = as_csv(("name", "value"), [(text, 1.5), (f"a {text}", None)])

        cells = cells_as(separator, made)
        assert not [cell for cell in cells if cell.strip()[:1] in tuple("=+-@＝＋－＠")]
        assert len(made.split("\r\n")) == 4, text


def test_numbers_of_a_csv_stay_numbers() -> None:
    assert as_csv(("a", "b"), [(-1.5, 2)]) == "a,b\r\n-1.5,2\r\n"


def estimate(text: str) -> Estimate:
    samples = json.loads(Path("tests/cases/dma-sample-cases.json").read_text("utf-8"))["cases"]
    sample = next(one for one in samples if one["instrument"] == "sme")
    form = read_checklist("dma-sme", "fr")
    marks = {question: tuple(given) for question, given in sample["answers"].items()}
    fields = ("name", "portal_id", "edih", "vat", "contact_name", "website", "street", "city")
    module = read_module("dma-sme", dict.fromkeys(fields, text[:LINE]))
    card = checklist_card(form, marks, DEFAULT)
    return Estimate(form, marks, DEFAULT, card, module, "T0", ON, "fr")


@pytest.mark.parametrize("name", {**FORMULAS, **LINES})
def test_the_official_export_holds_hostile_words_as_text(name: str) -> None:
    made = estimate(sent({**FORMULAS, **LINES}[name]))

    parts = parts_of(DMA_FORMATS["xlsx"](made))
    assert not [one for part in parts.values() for one in part.iter() if one.tag.endswith("}f")]
    json.loads(DMA_FORMATS["json"](made))
    row = official_row(made)
    cells = cells_as(";", as_csv(list(row), [list(row.values())]))
    assert not [cell for cell in cells if cell.strip()[:1] in ("=", "+", "@")]


def test_a_picture_of_hostile_words_holds_no_script_and_loads_nothing() -> None:
    drawn = Xml.fromstring(picture.svg(strips.chart(hostile(ALL))))

    for one in drawn.iter():
        assert one.tag.rpartition("}")[2] not in ("script", "foreignObject", "iframe")
        assert not [name for name in one.attrib if name.lower().startswith("on")]
        leads = [value for name, value in one.attrib.items() if name.endswith("href")]
        assert all(value.startswith(("#", "data:image/")) for value in leads)


def test_the_name_of_a_file_holds_nothing_of_what_is_written_in_it() -> None:
    name = file_name(strips.chart(hostile("../../etc/passwd\r\nx: y")), "svg")

    assert re.fullmatch(r"jalon-[a-z-]+-\d{4}-\d\d-\d\d\.svg", name)
