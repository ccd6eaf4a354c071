"""Whose report it is: one function gives the name, the colour and the logo of every page."""

import io

import pytest
from PIL import Image

from identity.site import logo, read_site
from reports import pdf as made_here
from reports.brand import Brand, brand
from reports.pdf import page_pictures, pdf
from tests.reports.builders import HALF, dossier
from tests.reports.pdf_reading import alternatives, page_texts
from tests.reports.test_docx import LOGO
from tests.reports.test_inspection import opened
from tools.inspect_pdf import missing


def png() -> bytes:
    saved = io.BytesIO()
    Image.new("RGB", (40, 20), (0, 114, 178)).save(saved, "PNG")
    return saved.getvalue()


LOGOS = {"svg": LOGO, "png": png()}


def branded(monkeypatch, **of) -> bytes:
    monkeypatch.setattr(made_here, "brand", lambda: Brand(**{"colour": "#0072B2"} | of))
    return pdf(dossier(HALF))


def test_it_is_the_brand_of_the_site_with_its_mark():
    found, site = brand(), read_site("en").brand
    assert (found.name, found.colour) == (site.name, site.colours.bar)
    assert (found.logo, found.kind) == (logo()[0], "svg")
    assert all("Jalon · 23 novembre 2026" in page for page in page_texts(pdf(dossier(HALF))))


@pytest.mark.parametrize("kind", LOGOS)
def test_another_name_and_logo_stand_on_the_report_and_it_stays_sound(monkeypatch, kind):
    made = branded(monkeypatch, name="Le Réseau", logo=LOGOS[kind], kind=kind)

    assert all("Le Réseau · 23 novembre 2026" in page for page in page_texts(made))
    assert "Le Réseau" in alternatives(made, "/Figure")
    assert missing(opened(made)) == []


def test_its_colour_is_on_the_pages(monkeypatch):
    plain = page_pictures(dossier(HALF), ("result",), 40)
    monkeypatch.setattr(made_here, "brand", lambda: Brand("Jalon", "#8A1538"))

    assert page_pictures(dossier(HALF), ("result",), 40) != plain
