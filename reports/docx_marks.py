"""What Word knows and python-docx has no word for: fields, links, numbering, texts for pictures."""

from typing import Any

from docx.document import Document as Doc
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph


def field(paragraph: Paragraph, code: str) -> None:
    """A value Word works out, like PAGE; '1' until it has."""
    made = _element("w:fldSimple", instr=code)
    made.append(paragraph.add_run("1")._r)
    paragraph._p.append(made)


def link(paragraph: Paragraph, text: str, url: str) -> None:
    """A text that opens an address."""
    made = OxmlElement("w:hyperlink")
    target = paragraph.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    made.set(qn("r:id"), target)
    run = paragraph.add_run(text)
    run.font.underline = True
    made.append(run._r)
    paragraph._p.append(made)


def numbering(document: Doc) -> Any:
    """Numbers that begin again at 1, for one list of the style List Number."""
    numbers = document.part.numbering_part.element
    kind = document.styles["List Number"].element.pPr.numPr.numId.val
    made = numbers.add_num(numbers.num_having_numId(kind).abstractNumId.val)
    made.add_lvlOverride(ilvl=0).add_startOverride(1)
    return made.numId


def number(paragraph: Paragraph, numbers: Any) -> None:
    """Gives the paragraph its number in that list."""
    given = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    given.get_or_add_ilvl().val = 0
    given.get_or_add_numId().val = numbers


def describe_picture(run: Any, text: str) -> None:
    """What the picture of this run shows, for who does not see it."""
    for told in run._r.iter(qn("wp:docPr")):
        told.set("descr", text)


def describe_table(table: Table, title: str) -> None:
    """What the table holds, for who does not see it."""
    table._tbl.tblPr.append(_element("w:tblCaption", val=title))


def repeat_header(row: Any) -> None:
    """This row again on each page."""
    row._tr.get_or_add_trPr().append(_element("w:tblHeader", val="true"))


def keep_whole(row: Any) -> None:
    """This row on one page."""
    row._tr.get_or_add_trPr().append(_element("w:cantSplit", val="true"))


def heads_nothing(table: Table) -> None:
    """No row of this table is a header."""
    for look in table._tbl.tblPr.iter(qn("w:tblLook")):
        look.set(qn("w:firstRow"), "0")
        look.set(qn("w:val"), "0480")


def _element(tag: str, **attributes: str) -> Any:
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made
