"""The cells of an XLSX workbook, read with care: nothing of it is run, followed or unpacked
beyond its bounds.

Only what a filled questionnaire needs (ECMA-376, part 1): texts, numbers and where formulas are.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree as Xml

from content.wording import Wording
from reports.paper.found import UnreadableFile
from reports.paper.grid import MOST_COLUMNS, MOST_ROWS, Cell, Grid

MOST_PARTS = 200
MOST_UNPACKED = 1_000_000
"""Bytes of one part once unpacked; a filled questionnaire has under 200,000."""

_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


class _NoDoctype(Xml.TreeBuilder):
    """A workbook declares no document type: one that does wants to include something."""

    def doctype(self, *_declared: object) -> None:
        raise ValueError("doctype")


def workbook(content: bytes, word: Wording) -> dict[str, Grid]:
    """Sheet name to its cells; UnreadableFile in one sentence."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check(archive, word)
            return _sheets(archive)
    except UnreadableFile:
        raise
    except (zipfile.BadZipFile, ValueError, KeyError, IndexError, EOFError, OSError,
            NotImplementedError, RuntimeError, Xml.ParseError, RecursionError):  # fmt: skip
        raise UnreadableFile(word("paper.file.damaged")) from None


def _check(archive: zipfile.ZipFile, word: Wording) -> None:
    parts = archive.infolist()
    sizes = [part.file_size for part in parts]
    if len(parts) > MOST_PARTS or max(sizes) > MOST_UNPACKED or sum(sizes) > 4 * MOST_UNPACKED:
        raise UnreadableFile(word("paper.file.too_big"))
    if any(part.flag_bits & 1 for part in parts):
        raise UnreadableFile(word("paper.file.locked"))
    names = {part.filename.lower() for part in parts}
    if any(name.endswith("vbaproject.bin") or "macrosheets/" in name for name in names):
        raise UnreadableFile(word("paper.file.macros"))
    if "xl/workbook.xml" not in names:
        raise UnreadableFile(word("paper.file.not_ours"))


def _sheets(archive: zipfile.ZipFile) -> dict[str, Grid]:
    targets = {
        relation.get("Id", ""): relation.get("Target", "")
        for relation in _part(archive, "xl/_rels/workbook.xml.rels")
    }
    texts = _shared(archive)
    found = {}
    for sheet in _all(_part(archive, "xl/workbook.xml"), "sheet"):
        own = next(value for key, value in sheet.attrib.items() if key.endswith("}id"))
        target = targets[own]
        path = target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
        found[sheet.get("name", "")] = Grid(dict(_cells(_part(archive, path), texts)))
    return found


def _part(archive: zipfile.ZipFile, name: str) -> Xml.Element:
    """One part as a tree. Without a bound, a part that lies about its size is unpacked whole."""
    with archive.open(name) as packed:
        content = packed.read(MOST_UNPACKED)
    parser = Xml.XMLParser(target=_NoDoctype())
    parser.feed(content)
    tree: Xml.Element = parser.close()
    return tree


def _shared(archive: zipfile.ZipFile) -> list[str]:
    if "xl/sharedStrings.xml" not in archive.namelist():
        return []
    return [_text(item) for item in _all(_part(archive, "xl/sharedStrings.xml"), "si")]


def _cells(sheet: Xml.Element, texts: list[str]) -> Iterator[tuple[tuple[int, int], Cell]]:
    for cell in _all(sheet, "c"):
        place = _REFERENCE.fullmatch(cell.get("r", ""))
        if place is None:
            raise ValueError("a cell without its place")
        row, column = int(place[2]), _number(place[1])
        content = _content(cell, texts)
        if content is not None and row <= MOST_ROWS and column <= MOST_COLUMNS:
            yield (row, column), content


def _content(cell: Xml.Element, texts: list[str]) -> Cell | None:
    parts = {_local(child): child for child in cell}
    value, formula = parts.get("v"), "f" in parts
    if "is" in parts:
        text = _text(parts["is"])
    elif value is None or value.text is None:
        text = ""
    elif cell.get("t") == "s":
        text = texts[int(value.text)]
    else:
        text = value.text
    return Cell(text, formula) if text.strip() or formula else None


def _text(element: Xml.Element) -> str:
    """Its text, in one run or several; how it is pronounced (rPh) is left out."""
    pieces = []
    for child in element:
        if _local(child) == "t":
            pieces.append(child.text or "")
        elif _local(child) == "r":
            pieces += [each.text or "" for each in child if _local(each) == "t"]
    return "".join(pieces)


def _all(tree: Xml.Element, name: str) -> Iterator[Xml.Element]:
    # Strict and transitional workbooks differ by their namespace only.
    return (element for element in tree.iter() if _local(element) == name)


def _local(element: Xml.Element) -> str:
    return element.tag.rpartition("}")[2]


def _number(letters: str) -> int:
    """'A' is 1, 'AA' is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
