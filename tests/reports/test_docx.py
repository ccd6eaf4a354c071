"""The document an adviser edits: Word's own styles, numbers, fields and texts for pictures."""

import io
import itertools
import re
import zipfile

import pytest
from docx import Document
from docx.oxml.ns import qn

from reports import docx as made_here
from reports.brand import Brand
from reports.docx import docx
from reports.docx_styles import FACTS, FONT, GAP, LEAD, SMALL, TABLE
from reports.sections.result import result
from tests.reports.builders import HALF, HOSTILE, dossier

LOGO = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20">'
    b'<rect width="40" height="20" fill="#0072B2"/></svg>'
)


@pytest.fixture(scope="module")
def document():
    return Document(io.BytesIO(docx(dossier(HALF, name=HOSTILE))))


def paragraphs(document, style):
    return [p for p in document.paragraphs if p.style.name == style]


def test_every_paragraph_and_table_has_a_style_of_the_report(document):
    known = {"Normal", "Title", "Subtitle", "Heading 1", "Heading 2", "Heading 3", "List Bullet"}
    known |= {"List Number", "Quote", "Caption", LEAD, SMALL, GAP}

    assert {p.style.name for p in document.paragraphs} <= known
    assert {table.style.name for table in document.tables} == {TABLE, FACTS}
    for style in ("Title", "Heading 1", "Heading 2", "Heading 3", "List Bullet", "Caption"):
        assert paragraphs(document, style)


def test_headings_never_skip_a_level(document):
    levels = [int(p.style.name[-1]) for p in document.paragraphs if "Heading" in p.style.name]

    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_the_letters_are_named_and_have_a_substitute():
    saved = zipfile.ZipFile(io.BytesIO(docx(dossier(HALF))))
    fonts = saved.read("word/fontTable.xml").decode()

    assert f'w:name="{FONT}"' in fonts
    assert 'w:altName w:val="Calibri"' in fonts
    assert "asciiTheme" not in saved.read("word/styles.xml").decode().split('"Heading1"')[1][:900]


def test_each_numbered_list_begins_at_one(document):
    numbers = {}
    for paragraph in paragraphs(document, "List Number"):
        given = paragraph._p.pPr.numPr.numId.val
        numbers.setdefault(given, []).append(paragraph.text)

    assert ["Un.", "Deux.", "Trois."] in numbers.values()
    assert not any(re.match(r"\d+\.", text) for texts in numbers.values() for text in texts)


def test_the_strips_are_a_picture_that_says_what_it_shows(document):
    (drawn,) = document.element.body.iter(qn("wp:docPr"))
    block = next(b for b in result(dossier(HALF)) if b["kind"] == "strips")

    assert drawn.get("descr") == block["alt"]
    assert paragraphs(document, "Caption")[0].text == block["title"]
    assert next(iter(document.inline_shapes)).width.cm == pytest.approx(17.4, abs=0.01)


def test_pages_are_numbered_by_word_itself_and_say_whose_they_are(document):
    section = document.sections[0]
    fields = [f.get(qn("w:instr")) for f in section.footer._element.iter(qn("w:fldSimple"))]

    assert fields == ["PAGE", "NUMPAGES"]
    assert "23 novembre 2026" in section.footer.paragraphs[0].text
    assert section.header.paragraphs[0].text.strip().startswith("Jalon · Plan numérique")


def test_a_table_says_what_it_holds_and_repeats_its_header(document):
    tables = [table for table in document.tables if table.style.name == TABLE]
    told = [table for table in tables if table._tbl.tblPr.findall(qn("w:tblCaption"))]

    assert len(told) >= 5
    for table in told:
        assert list(table.rows[0]._tr.iter(qn("w:tblHeader")))


def test_a_row_that_heads_others_spans_the_table(document):
    cells = [t.rows[1].cells for t in document.tables if len(t.columns) == 3 and len(t.rows) > 1]

    assert any(row[0]._tc is row[-1]._tc and "Cap et stratégie" in row[0].text for row in cells)


@pytest.mark.parametrize(("language", "locale"), [("fr", "fr-FR"), ("nl", "nl-NL")])
def test_word_checks_the_spelling_of_the_right_language(language, locale):
    made = Document(io.BytesIO(docx(dossier(HALF, language=language))))
    found = {tag.get(qn("w:val")) for tag in made.styles.element.iter(qn("w:lang"))}

    assert found == {locale}


def test_a_brand_enters_with_its_name_colour_and_logo(monkeypatch):
    monkeypatch.setattr(made_here, "brand", lambda: Brand("Le Réseau", "#8A1538", LOGO))
    made = Document(io.BytesIO(docx(dossier(HALF))))
    head = made.sections[0].header

    assert "Le Réseau" in head.paragraphs[0].text
    assert [d.get("descr") for d in head._element.iter(qn("wp:docPr"))] == ["Le Réseau"]
    assert 'w:color="8A1538"' in made.styles["Heading 1"].element.xml
