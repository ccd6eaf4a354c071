"""Any script and any length of name: nothing is cut, nothing leaves the page, nothing crashes."""

import io
from collections.abc import Iterator

import numpy
import pytest
from docx import Document
from PIL import Image

from reports.export import export
from reports.pdf import page_pictures
from tests.reports.builders import HALF, dossier
from tests.reports.pdf_reading import page_texts, solid
from tests.reports.test_export import words_of, workbook

LONGEST = "W" * 190
"""The name of a profile holds 200 characters at most; the worry below is twice as long."""
NAMES = {
    "Arabic": "جمعية التضامن الرقمي",
    "Hebrew": "עמותה דיגיטלית",
    "Chinese": "数字合作社",
    "Korean": "디지털 협동조합",
    "Greek": "Συνεταιρισμός Αλληλεγγύης",
    "Cyrillic": "Кооператив «Солидарность»",
    "emoji": "Les Ateliers 🚀👩‍👩‍👧❤️",
    "controls": "Les\x00 At\x07eliers\u202e\u2028 du\tGué",
    "one long word": LONGEST,
    "long Arabic": "ض" * 190,
    "long address": f"https://{LONGEST}",
    "31 wide letters": "W" * 31,
}
PPI = 60
MARGIN = int(1.7 / 2.54 * PPI)
"""Dots that stay white at the left and the right: the margin is 1.8 cm."""


def named(name: str):
    """The dossier of a long worry and this name."""
    return dossier(HALF, name=name, worry=f"{name} {name}")


def dots(picture: bytes) -> numpy.ndarray:
    """A page in grey, 0 black to 255 white."""
    return numpy.asarray(Image.open(io.BytesIO(picture)).convert("L"))


def beyond_margins(pages: list[bytes]) -> Iterator[int]:
    for number, page in enumerate(pages, 1):
        seen = dots(page)
        if seen[:, :MARGIN].min() < 255 or seen[:, -MARGIN:].min() < 255:
            yield number


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_nothing_is_drawn_beyond_the_margins(name):
    assert list(beyond_margins(page_pictures(named(name), None, PPI))) == []


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_the_first_page_keeps_everything_whatever_the_name(name):
    pages = page_texts(export(named(name), "pdf"))

    assert "Que dire" in pages[0]
    assert "Projet de décision" in pages[1]


@pytest.mark.parametrize("script", ["Greek", "Cyrillic", "one long word", "31 wide letters"])
def test_a_name_the_fonts_draw_is_printed_whole(script):
    name = NAMES[script]

    assert solid(name) in solid(page_texts(export(named(name), "pdf"))[0])


@pytest.mark.parametrize("script", ["Arabic", "Chinese", "emoji", "one long word"])
def test_document_and_workbook_keep_every_character(script):
    name = NAMES[script]
    document = Document(io.BytesIO(export(named(name), "docx")))
    texts, _ = workbook(export(named(name), "xlsx"))

    assert name in words_of(document)
    assert any(name in text for text in texts)


def test_control_characters_are_left_out_of_every_format():
    document = Document(io.BytesIO(export(named(NAMES["controls"]), "docx")))
    texts, _ = workbook(export(named(NAMES["controls"]), "xlsx"))

    assert "Ateliers" in words_of(document)
    assert not any("\x00" in text or "\x07" in text for text in [words_of(document), *texts])
