"""The report as an editable document: same blocks, same look, in Word's own styles."""

import datetime as dt
import io
import zipfile
from collections.abc import Sequence
from typing import Any

from docx import Document
from docx.document import Document as Doc
from docx.shared import Cm, Mm, RGBColor
from docx.table import Table
from docx.text.paragraph import Paragraph

from reports import docx_marks as marks
from reports.audiences import Parts
from reports.blocks import Block, Inline, bold
from reports.brand import Brand, brand
from reports.docx_styles import FACTS, GAP, LEAD, LOCALES, SMALL, TABLE, set_page, set_styles
from reports.dossier import Dossier
from reports.outline import outline
from reports.pdf import logo_picture, strips_picture
from reports.plain import plain_tree

_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
_BLANK = "_" * 40
_TEXT_WIDTH = 17.4
"""Centimetres between the margins of an A4 page."""
_STYLES = {"normal": "Normal", "lead": LEAD, "small": SMALL, "quote": "Quote"}


def docx(dossier: Dossier, parts: Parts | None = None) -> bytes:
    """The report; the same dossier gives the same bytes. `parts` as in reports/outline.py."""
    return written(outline(dossier, parts), dossier.on)


def written(outlined: dict[str, Any], on: dt.date) -> bytes:
    """A document (`outline.framed`), dated on this day."""
    data = plain_tree(outlined)
    document, of = Document(), brand()
    set_page(document)
    set_styles(document, data["language"], of.colour)
    _properties(document, data, on)
    _edges(document, data, of)
    document.add_heading(data["title"], 0)
    document.add_paragraph(f"{data['kind']} · {data['date']}", style="Subtitle")
    _Drawing(document, data["language"]).draw(data["blocks"])
    saved = io.BytesIO()
    document.save(saved)
    return _undated(saved.getvalue())


def _properties(document: Doc, data: dict[str, Any], on: dt.date) -> None:
    properties = document.core_properties
    properties.title, properties.author = data["title"][:255], data["organisation"][:255]
    properties.language = LOCALES.get(data["language"], data["language"])
    properties.created = properties.modified = dt.datetime.combine(on, dt.time())
    properties.last_modified_by, properties.revision, properties.comments = "", 1, ""


def _edges(document: Doc, data: dict[str, Any], of: Brand) -> None:
    """Whose report it is above, its date and page below."""
    section = document.sections[0]
    head, foot = section.header.paragraphs[0], section.footer.paragraphs[0]
    if of.logo is not None:
        run = head.add_run()
        run.add_picture(io.BytesIO(logo_picture(of)), height=Mm(8))
        marks.describe_picture(run, of.name)
        head.add_run("  ")
    name = head.add_run(of.name)
    name.bold, name.font.color.rgb = True, RGBColor.from_string(of.colour.removeprefix("#"))
    head.add_run(f" · {data['title']}")
    foot.add_run(f"{data['foot']} · {data['page']} ")
    marks.field(foot, "PAGE")
    foot.add_run(" / ")
    marks.field(foot, "NUMPAGES")


class _Drawing:
    """Writes blocks at the end of a document, each in its style."""

    def __init__(self, document: Doc, language: str) -> None:
        self.document = document
        self.language = language
        self.ids = {style.name: style.style_id for style in document.styles}

    def draw(self, blocks: Sequence[Block]) -> None:
        """These blocks, in order."""
        for block in blocks:
            self._one(block)

    def _one(self, block: Block) -> None:
        match block["kind"]:
            case "heading":
                heading = self._paragraph(f"Heading {block['level']}")
                heading.add_run(block["text"])
                heading.paragraph_format.page_break_before = block["new_page"]
            case "text":
                _write(self._paragraph(_STYLES[block["style"]]), block["text"])
            case "list":
                self._list(block)
            case "facts":
                rows = [[[bold(label)], value] for label, value in block["rows"]]
                self._facts(rows, TABLE if block["lines"] else FACTS)
            case "table":
                self._table(block)
            case "card":
                self._paragraph(f"Heading {block['level']}").add_run(block["title"])
                self.draw(block["blocks"])
            case "columns" | "keep" | "one-page":
                self.draw(block["blocks"])
            case "strips":
                self._strips(block)

    def _paragraph(self, style: str) -> Paragraph:
        """An empty paragraph; python-docx looks a style up anew each time, hence the ids."""
        paragraph = self.document.add_paragraph()
        paragraph._p.style = self.ids[style]
        return paragraph

    def _list(self, block: Block) -> None:
        numbers = marks.numbering(self.document) if block["ordered"] else None
        for item in block["items"]:
            paragraph = self._paragraph("List Number" if block["ordered"] else "List Bullet")
            if numbers is not None:
                marks.number(paragraph, numbers)
            _write(paragraph, item)

    def _strips(self, block: Block) -> None:
        """A picture, because Word draws no strips; the table below it can be edited."""
        picture = self._paragraph("Normal")
        picture.paragraph_format.keep_with_next = True
        run = picture.add_run()
        drawn = strips_picture(block, self.language)
        run.add_picture(io.BytesIO(drawn), width=Cm(_TEXT_WIDTH))
        marks.describe_picture(run, block["alt"])
        self._paragraph("Caption").add_run(block["title"])

    def _facts(self, rows: list[list[Any]], style: str) -> None:
        table, sizes = self._grid((1, 2.6), style)
        marks.heads_nothing(table)
        for row in rows:
            _row(table, row, sizes)
        self._paragraph(GAP)

    def _table(self, block: Block) -> None:
        table, sizes = self._grid(block["widths"], TABLE)
        marks.describe_table(table, block["title"])
        _row(table, block["head"], sizes)
        marks.repeat_header(table.rows[0])
        for row in block["rows"]:
            _row(table, row, sizes)
        self._paragraph(GAP)

    def _grid(self, widths: Sequence[float], style: str) -> tuple[Table, list[Cm]]:
        table = self.document.add_table(rows=0, cols=len(widths), style=style)
        table.autofit = False
        sizes = [Cm(_TEXT_WIDTH * width / sum(widths)) for width in widths]
        for column, size in zip(table.columns, sizes, strict=True):
            column.width = size
        return table, sizes


def _row(table: Table, row: Sequence[Any], sizes: Sequence[Cm]) -> None:
    """One row; a single content spans it and stays with the next."""
    added = table.add_row()  # type: ignore[no-untyped-call]  # its types stop here
    marks.keep_whole(added)
    cells = added.cells
    if len(row) < len(sizes):
        whole = cells[0].merge(cells[-1])
        _write(whole.paragraphs[0], row[0])
        whole.paragraphs[0].paragraph_format.keep_with_next = True
        return
    for cell, content, size in zip(cells, row, sizes, strict=True):
        cell.width = size
        _write(cell.paragraphs[0], _BLANK if content is None else content)


def _write(paragraph: Paragraph, content: Inline) -> None:
    for part in [content] if isinstance(content, str) else content:
        if isinstance(part, str):
            paragraph.add_run(part)
        elif "url" in part:
            marks.link(paragraph, part["text"], part["url"])
        else:
            paragraph.add_run(part["text"]).bold = part.get("bold", False) or None


def _undated(saved: bytes) -> bytes:
    """The same archive without the time of writing in its entries."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            info = zipfile.ZipInfo(name, _ZIP_DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, old.read(name))
    return out.getvalue()
