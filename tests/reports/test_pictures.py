"""Pictures to take away: valid, described, the same twice, and nothing fetched from elsewhere."""

import struct
from xml.etree import ElementTree

import pytest

from reports.charts import ahead, bars, elsewhere, payers, picture, radar, strips, then_now, voices
from reports.charts.chart import Chart, file_name
from tests.reports.builders import HALF, HOSTILE, NONE_APPLIES, NOTHING, ON, dossier
from tests.reports.test_charts import COLUMNS, TEAM, team

SVG = "{http://www.w3.org/2000/svg}"
LINK = "{http://www.w3.org/1999/xlink}href"


def charts() -> list[Chart]:
    """One of each kind."""
    made = dossier(HALF)
    found = [
        strips.chart(made),
        radar.chart(made),
        bars.chart(made),
        payers.chart(made),
        elsewhere.chart(made),
        ahead.plan_chart(made),
        ahead.what_if_chart(made, dossier({**HALF, "plan": "written"})),
        then_now.then_chart(made, then_now.Then({}, "core"), ON),
        voices.chart(
            TEAM, team((1, 1, 1, 0), None), COLUMNS, team="L’accueil", on=ON, language="fr"
        ),
    ]
    return [one for one in found if one is not None]


def test_there_is_one_of_each_kind():
    kinds = {one.drawing["kind"] for one in charts()}

    assert kinds == {"strips", "radar", "bars", "parts", "scales", "dots"}


@pytest.mark.parametrize("chart", charts(), ids=lambda one: one.name)
def test_a_picture_is_a_slide_with_a_title_a_description_and_no_outside_reference(chart):
    root = ElementTree.fromstring(picture.svg(chart))
    links = [value for one in root.iter() for key, value in one.attrib.items() if key == LINK]
    image = picture.png(chart)

    assert root.tag == f"{SVG}svg"
    assert root.get("role") == "img"
    assert root.findtext(f"{SVG}title") == chart.title
    assert chart.alt in (root.findtext(f"{SVG}desc") or "")
    assert all(link.startswith("#") for link in links)
    assert b"url(http" not in picture.svg(chart)
    assert image.startswith(b"\x89PNG")
    assert struct.unpack(">II", image[16:24]) == (1600, 900)


def test_the_same_chart_gives_the_same_bytes():
    once, again = strips.chart(dossier(HALF)), strips.chart(dossier(HALF))

    assert picture.svg(once) == picture.svg(again)
    assert picture.png(once) == picture.png(again)


@pytest.mark.parametrize("answers", [NOTHING, NONE_APPLIES])
def test_what_is_not_known_is_drawn_too(answers):
    for make in (strips.chart, radar.chart, bars.chart):
        assert picture.svg(make(dossier(answers)))


def test_signs_that_mean_something_elsewhere_stay_signs():
    made = strips.chart(dossier(HALF, name=HOSTILE))

    assert HOSTILE in made.source
    assert b"<script" not in picture.svg(made)


def test_the_file_says_what_it_is_and_of_which_day():
    assert file_name(strips.chart(dossier(HALF)), "svg") == "jalon-strips-2026-11-23.svg"
