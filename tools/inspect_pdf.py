"""What a report in PDF gives to everyone and to an archive; one line for each thing missing.

usage: python -m tools.inspect_pdf FILE.pdf [FILE.pdf ...]

It checks the marks that PDF/UA-1 (ISO 14289-1) and PDF/A-3a (ISO 19005-3) ask for and a program
can see: it is no validator. Exits 1 when something is missing.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf

HEADINGS = tuple(f"/H{level}" for level in range(1, 7))
_DEEPEST = 200
_FILES = ("/FontFile", "/FontFile2", "/FontFile3")


def missing(document: pikepdf.Pdf) -> list[str]:
    """What is not as it should be, in words; empty when all is well."""
    root = document.Root
    if "/StructTreeRoot" not in root:
        return ["no structure: nothing is tagged"]
    nodes = list(elements(root.StructTreeRoot.get("/K")))
    return [
        *_document(document),
        *_archive(root),
        *_headings(nodes),
        *_figures(nodes),
        *_pages(document, nodes),
        *_fonts(document),
    ]


def elements(node: Any, depth: int = 0) -> Iterator[pikepdf.Dictionary]:
    """Every structure element below, in reading order."""
    if depth > _DEEPEST:
        return
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from elements(child, depth)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield node
        if "/K" in node:
            yield from elements(node.K, depth + 1)


def _document(document: pikepdf.Pdf) -> Iterator[str]:
    root = document.Root
    if not bool(root.get("/MarkInfo", {}).get("/Marked", False)):
        yield "not marked as tagged"
    if not str(root.get("/Lang", "")):
        yield "no language"
    if not bool(root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False)):
        yield "its window shows a file name, not its title"
    with document.open_metadata(set_pikepdf_as_editor=False) as told:
        wanted = {"pdfuaid:part": "1", "pdfaid:part": "3", "pdfaid:conformance": "A"}
        for name, value in wanted.items():
            if told.get(name) != value:
                yield f"{name} is {told.get(name)}, not {value}"
        if not str(told.get("dc:title") or ""):
            yield "no title"


def _archive(root: pikepdf.Dictionary) -> Iterator[str]:
    if not any("/DestOutputProfile" in one for one in root.get("/OutputIntents", [])):
        yield "no output intent with its colour profile"
    for file in root.get("/AF", []):
        if "/AFRelationship" not in file:
            yield f"the file '{file.get('/UF')}' does not say what it is to the report"


def _headings(nodes: list[pikepdf.Dictionary]) -> Iterator[str]:
    levels = [HEADINGS.index(str(node.S)) + 1 for node in nodes if str(node.S) in HEADINGS]
    if not levels:
        yield "no heading"
    for before, level in zip([0, *levels], levels, strict=False):
        if level > before + 1:
            yield f"a heading of level {level} right after level {before}"


def _figures(nodes: list[pikepdf.Dictionary]) -> Iterator[str]:
    for node in nodes:
        if str(node.S) == "/Figure" and not str(node.get("/Alt", "")):
            yield "a figure without a text instead of it"


def _pages(document: pikepdf.Pdf, nodes: list[pikepdf.Dictionary]) -> Iterator[str]:
    tagged = {held.objgen for node in nodes for held in _referred(node)}
    for number, page in enumerate(document.pages, 1):
        if "/StructParents" not in page:
            yield f"page {number} has no structure"
        links = [a for a in page.get("/Annots", []) if str(a.get("/Subtype")) == "/Link"]
        if links and str(page.get("/Tabs")) != "/S":
            yield f"page {number}: the Tab key does not follow the structure"
        if any(one.objgen not in tagged for one in links):
            yield f"page {number}: a link that is not tagged"


def _referred(node: pikepdf.Dictionary) -> Iterator[pikepdf.Object]:
    """The annotations that a structure element holds (object references)."""
    held = node.get("/K")
    for child in held if isinstance(held, pikepdf.Array) else [held]:
        if isinstance(child, pikepdf.Dictionary) and str(child.get("/Type")) == "/OBJR":
            yield child.Obj


def _fonts(document: pikepdf.Pdf) -> Iterator[str]:
    fonts: dict[str, pikepdf.Object] = {}
    for page in document.pages:
        for font in page.get("/Resources", {}).get("/Font", {}).values():
            fonts[str(font.BaseFont)] = font
    if not fonts:
        yield "no font"
    for name, font in fonts.items():
        inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
        if not any(file in inner.get("/FontDescriptor", {}) for file in _FILES):
            yield f"font {name} is not embedded"
        if "/ToUnicode" not in font:
            yield f"font {name} does not tell its characters"


def main() -> int:
    """Inspects the files named; the exit code."""
    found = 0
    for name in sys.argv[1:]:
        with pikepdf.open(Path(name)) as document:
            for said in missing(document):
                found = 1
                print(f"{name}: {said}")
    return found


if __name__ == "__main__":
    sys.exit(main())
