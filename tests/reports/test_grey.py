"""Printed in grey: what strips tell differs in shape, and stands out from the ground."""

import io
import re

import numpy
import pytest
from PIL import Image

from identity.colour import contrast
from reports.pdf import TEMPLATES, strips_picture

TYPST = (TEMPLATES / "style.typ").read_text(encoding="utf-8")
COLOURS = dict(re.findall(r'#let (\w+) = rgb\("(#\w{6})"\)', TYPST))
LEVELS = [{"title": f"Level {n}", "starts_at": at} for n, at in enumerate((0, 25, 50, 75))]
WHITE = "#FFFFFF"


@pytest.mark.parametrize("name", ["now", "edge"])
@pytest.mark.parametrize("ground", [WHITE, COLOURS["track"]])
def test_what_is_drawn_stands_out_three_to_one(name, ground):
    assert contrast(COLOURS[name], ground) >= 3


@pytest.mark.parametrize("name", ["ink", "quiet"])
def test_texts_stand_out_more_than_that(name):
    assert contrast(COLOURS[name], WHITE) >= 4.5


def grey(state: str, low: float = 40, high: float = 40) -> numpy.ndarray:
    """One strip in grey, without its words: 0 black to 255 white."""
    row = {"label": "", "state": state, "value": 40, "low": low, "high": high}
    row |= {"text": "", "note": "", "other": None, "before": "", "after": ""}
    block = {"kind": "strips", "title": "", "alt": "alt", "levels": LEVELS, "rows": [row]}
    picture = Image.open(io.BytesIO(strips_picture(block, "en", 150))).convert("L")
    # The last row, between the column of names (3.8 cm) and that of words (4.9 cm).
    strip = numpy.asarray(picture)[-40:]
    return strip[:, 240 : strip.shape[1] - 300]


def dark(strip: numpy.ndarray) -> int:
    """Dots at least 3:1 against white in grey."""
    return int((strip < 149).sum())


def test_known_open_unknown_and_not_applicable_differ_in_grey():
    known, wide = grey("known"), grey("known", 20, 90)
    unknown, nothing = grey("unknown"), grey("not_applicable")

    assert dark(nothing) == 0
    assert dark(unknown) > 0
    # The dot of a known place is a full disc; nothing in an unknown strip is as dark in a row.
    assert longest_run(known) >= 12 > longest_run(inside(unknown))
    assert longest_run(wide) > 3 * longest_run(known)


def inside(strip: numpy.ndarray) -> numpy.ndarray:
    """Without the outline: the rows where most dots are dark."""
    return strip[(strip < 149).mean(axis=1) < 0.5]


def longest_run(strip: numpy.ndarray) -> int:
    """The longest row of dots as dark as the dot of today."""
    most = 0
    for row in strip < 115:
        run = 0
        for dot in row:
            run = run + 1 if dot else 0
            most = max(most, run)
    return most
