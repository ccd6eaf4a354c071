"""What a reader and assistive technology find in a PDF."""

import io
from collections.abc import Iterator

import pikepdf
import pypdf


def text_of(made: bytes) -> str:
    """The text of all pages, its spaces and line breaks as single spaces."""
    pages = pypdf.PdfReader(io.BytesIO(made)).pages
    return squeezed(" ".join(page.extract_text() for page in pages))


def page_texts(made: bytes) -> list[str]:
    """The text of each page."""
    return [squeezed(page.extract_text()) for page in pypdf.PdfReader(io.BytesIO(made)).pages]


def solid(text: str) -> str:
    """The text without spaces and hyphens, which the ends of lines add."""
    return squeezed(text).replace(" ", "").replace("-", "")


def squeezed(text: str) -> str:
    """Runs of spaces of any kind as one; hyphenation marks and breaking points left out."""
    return " ".join(text.replace("\u200b", "").replace("\u00ad", "").split())


def alternatives(made: bytes, tag: str) -> list[str]:
    """What each structure element of a kind, like '/Figure', says instead of itself, or ''."""
    with pikepdf.open(io.BytesIO(made)) as document:
        nodes = _walk(document.Root.StructTreeRoot.K)
        return [str(node.get("/Alt", "")) for node in nodes if str(node.get("/S")) == tag]


def _walk(node: object) -> Iterator[pikepdf.Dictionary]:
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from _walk(child)
    elif isinstance(node, pikepdf.Dictionary):
        yield node
        if "/K" in node:
            yield from _walk(node.K)


def attached(made: bytes) -> list[str]:
    """The names of the files inside."""
    with pikepdf.open(io.BytesIO(made)) as document:
        return list(document.attachments)
