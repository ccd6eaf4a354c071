"""The report as an editable document: same blocks, real heading styles."""

import datetime as dt
import io
import zipfile
from typing import Any

from docx import Document
from docx.document import Document as Doc
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table
from docx.text.paragraph import Paragraph

from reports.blocks import Block, Inline
from reports.dossier import Dossier
from reports.outline import outline
from reports.plain import plain_tree

_LOCALES = {"fr": "fr-FR", "en": "en-GB", "nl": "nl-NL", "es": "es-ES", "de": "de-DE"}
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
_BLANK = "_" * 40
_TEXT_WIDTH = 17
"""Centimetres between the margins of an A4 page."""


def docx(dossier: Dossier) -> bytes:
    """The report; the same dossier gives the same bytes."""
    data = plain_tree(outline(dossier))
    document = Document()
    _set_up(document, data, dossier.on)
    document.add_heading(data["title"], 0)
    document.add_paragraph(f"{data['kind']} · {data['date']}")
    _draw_all(document, data["blocks"])
    saved = io.BytesIO()
    document.save(saved)
    return _undated(saved.getvalue())


def _set_up(document: Doc, data: dict[str, Any], on: dt.date) -> None:
    made = dt.datetime.combine(on, dt.time())
    properties = document.core_properties
    properties.title, properties.author = data["title"][:255], data["organisation"][:255]
    properties.language = _LOCALES.get(data["language"], data["language"])
    properties.created = properties.modified = made
    properties.last_modified_by, properties.revision, properties.comments = "", 1, ""
    _set_language(document, properties.language)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(10.5)
    for level in range(4):
        name = "Title" if level == 0 else f"Heading {level}"
        document.styles[name].font.color.rgb = RGBColor(0x11, 0x11, 0x11)
    foot = section.footer.paragraphs[0]
    foot.add_run(f"{data['foot']} · {data['page']} ")
    _field(foot, "PAGE")
    foot.add_run(" / ")
    _field(foot, "NUMPAGES")


def _draw_all(document: Doc, blocks: list[Block]) -> None:
    for block in blocks:
        _draw(document, block)


def _draw(document: Doc, block: Block) -> None:
    match block["kind"]:
        case "heading":
            heading = document.add_heading(block["text"], block["level"])
            heading.paragraph_format.page_break_before = block["new_page"]
        case "text":
            style = "Quote" if block["style"] == "quote" else "Normal"
            _write(document.add_paragraph(style=style), block["text"])
        case "list":
            for number, item in enumerate(block["items"], 1):
                _item(document, item, number if block["ordered"] else None)
        case "facts":
            _table(document, None, [[[{"text": a, "bold": True}], b] for a, b in block["rows"]],
                   (1, 2))  # fmt: skip
        case "table":
            _table(document, block["head"], block["rows"], tuple(block["widths"]))
        case "card":
            document.add_heading(block["title"], block["level"])
            _draw_all(document, block["blocks"])
        case "columns" | "keep" | "one-page":
            _draw_all(document, block["blocks"])
        case "strips":
            # The table below says the same; a drawing could not be edited here.
            return


def _item(document: Doc, item: Inline, number: int | None) -> None:
    """Numbers are written out: Word's own would run on from one list to the next."""
    paragraph = document.add_paragraph(style="List Bullet" if number is None else "List Continue")
    if number is not None:
        paragraph.add_run(f"{number}. ")
    _write(paragraph, item)


def _table(
    document: Doc,
    head: list[str] | None,
    rows: list[list[Inline | None]],
    widths: tuple[float, ...],
) -> None:
    table = document.add_table(rows=0, cols=len(widths), style="Table Grid")
    table.autofit = False
    sizes = [Cm(_TEXT_WIDTH * width / sum(widths)) for width in widths]
    for column, size in zip(table.columns, sizes, strict=True):
        column.width = size
    if head is not None:
        _row(table, [[{"text": title, "bold": True}] for title in head], sizes)
        _repeat_header(table.rows[0])
    for row in rows:
        _row(table, row, sizes)
    document.add_paragraph()


def _row(table: Table, row: list[Any], sizes: list[Cm]) -> None:
    added = table.add_row()  # type: ignore[no-untyped-call]  # its types stop here
    for cell, content, size in zip(added.cells, row, sizes, strict=True):
        cell.width = size
        _write(cell.paragraphs[0], _BLANK if content is None else content)


def _write(paragraph: Paragraph, content: Inline) -> None:
    for part in [content] if isinstance(content, str) else content:
        if isinstance(part, str):
            paragraph.add_run(part)
        elif "url" in part:
            _link(paragraph, part["text"], part["url"])
        else:
            paragraph.add_run(part["text"]).bold = part.get("bold", False)


def _link(paragraph: Paragraph, text: str, url: str) -> None:
    target = paragraph.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    element = OxmlElement("w:hyperlink")
    element.set(qn("r:id"), target)
    run = paragraph.add_run(text)
    run.font.underline = True
    element.append(run._r)
    paragraph._p.append(element)


def _field(paragraph: Paragraph, code: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    paragraph._p.append(field)


def _repeat_header(row: Any) -> None:
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)


def _set_language(document: Doc, locale: str) -> None:
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), locale)


def _undated(saved: bytes) -> bytes:
    """The same archive without the time of writing in its entries."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            info = zipfile.ZipInfo(name, _ZIP_DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, old.read(name))
    return out.getvalue()
