"""The named styles of the document, so that whoever edits it keeps its look: as in the PDF."""

from typing import Any

from docx.document import Document as Doc
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor

FONT, INSTEAD = "Noto Sans", "Calibri"
"""The letters of the PDF; Word takes the second where the first is not installed."""

INK, QUIET = RGBColor(0x11, 0x11, 0x11), RGBColor(0x4A, 0x4A, 0x4A)
LEAD, SMALL, GAP = "Report Lead", "Report Small", "Report Gap"
TABLE, FACTS = "Report Table", "Report Facts"
LOCALES = {"fr": "fr-FR", "en": "en-GB", "nl": "nl-NL", "es": "es-ES", "de": "de-DE"}

# Size, bold, space before and after, in points.
_LOOKS = {
    "Normal": (9.5, False, 0, 4),
    "Title": (18, True, 0, 4),
    "Subtitle": (9.5, False, 0, 8),
    "Heading 1": (14.5, True, 16, 6),
    "Heading 2": (11.5, True, 11, 4),
    "Heading 3": (10, True, 8, 3),
    "List Bullet": (9.5, False, 0, 2),
    "List Number": (9.5, False, 0, 2),
    "Quote": (9.5, False, 2, 4),
    "Caption": (8.5, False, 2, 6),
    "Header": (8, False, 0, 0),
    "Footer": (8, False, 0, 0),
    LEAD: (10.5, False, 0, 4),
    SMALL: (8.5, False, 0, 4),
    GAP: (4, False, 0, 0),
}
_QUIET = ("Subtitle", "Caption", "Header", "Footer", SMALL)
_RULE = '<w:{side} w:val="single" w:sz="{width}" w:space="{space}" w:color="{colour}"/>'
_LINE = "AAAAAA"


def set_styles(document: Doc, language: str, colour: str) -> None:
    """Every style a report uses; `colour` is '#RRGGBB', of the rule below first headings."""
    for name in (LEAD, SMALL, GAP):
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    for name, look in _LOOKS.items():
        _letters(document.styles[name], *look, quiet=name in _QUIET)
    _rule_below(document.styles["Heading 1"], colour.removeprefix("#"))
    _table_style(document, TABLE, lines=True)
    _table_style(document, FACTS, lines=False)
    for tag in document.styles.element.iter(qn("w:lang")):
        tag.set(qn("w:val"), LOCALES.get(language, language))
    _name_font(document)


def set_page(document: Doc) -> None:
    """A4 with the margins of the PDF."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(1.8)
    section.top_margin, section.bottom_margin = Cm(1.9), Cm(1.7)
    section.header_distance = section.footer_distance = Cm(0.8)


def _letters(
    style: Any, size: float, bold: bool, before: float, after: float, *, quiet: bool
) -> None:
    font, shape = style.font, style.paragraph_format
    font.name, font.size, font.bold, font.italic = FONT, Pt(size), bold, False
    font.color.rgb = QUIET if quiet else INK
    names = style.element.rPr.rFonts
    for attribute in [name for name in names.attrib if name.endswith("Theme")]:
        # A theme's font would win over the name.
        del names.attrib[attribute]
    names.set(qn("w:cs"), FONT)
    for spacing in style.element.rPr.findall(qn("w:spacing")):
        style.element.rPr.remove(spacing)
    shape.space_before, shape.space_after = Pt(before), Pt(after)
    shape.line_spacing = 1.1 if size > 4 else 1.0
    for border in style.element.get_or_add_pPr().findall(qn("w:pBdr")):
        style.element.pPr.remove(border)


def _rule_below(style: Any, colour: str) -> None:
    rule = _RULE.format(side="bottom", width=8, space=2, colour=colour)
    borders = parse_xml(f"<w:pBdr {nsdecls('w')}>{rule}</w:pBdr>")
    style.element.get_or_add_pPr().insert_element_before(
        borders, "w:shd", "w:spacing", "w:ind", "w:outlineLvl"
    )


def _table_style(document: Doc, name: str, *, lines: bool) -> None:
    sides = ("top", "bottom", "insideH") if lines else ()
    rules = "".join(_RULE.format(side=s, width=4, space=0, colour=_LINE) for s in sides)
    style = document.styles.add_style(name, WD_STYLE_TYPE.TABLE)
    style.element.append(
        parse_xml(
            f"<w:pPr {nsdecls('w')}><w:spacing w:before='20' w:after='20' w:line='240'/></w:pPr>"
        )
    )
    style.element.append(
        parse_xml(
            f"<w:tblPr {nsdecls('w')}><w:tblBorders>{rules}</w:tblBorders><w:tblCellMar>"
            "<w:left w:w='80' w:type='dxa'/><w:right w:w='80' w:type='dxa'/>"
            "</w:tblCellMar></w:tblPr>"
        )
    )
    style.element.append(
        parse_xml(
            f"<w:tblStylePr {nsdecls('w')} w:type='firstRow'><w:rPr><w:b/></w:rPr><w:tcPr>"
            "<w:shd w:val='clear' w:color='auto' w:fill='EEEEEE'/></w:tcPr></w:tblStylePr>"
        )
    )


def _name_font(document: Doc) -> None:
    """Tells Word which letters to take where ours are missing."""
    for part in document.part.package.iter_parts():
        if str(part.partname) == "/word/fontTable.xml":
            told = f'<w:font w:name="{FONT}"><w:altName w:val="{INSTEAD}"/></w:font></w:fonts>'
            part._blob = part.blob.replace(b"</w:fonts>", told.encode())
