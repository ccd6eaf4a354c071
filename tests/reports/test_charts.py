"""Charts on screen: the unknown is never a zero, and a table says the same."""

import pytest

from reports.charts import radar, strips
from reports.charts.style import TRACK
from tests.reports.builders import ALL, HALF, NONE_APPLIES, NOTHING, dossier

PARTLY = {"plan": "none", "board": "minuted"}


@pytest.mark.parametrize("chart", [strips, radar])
@pytest.mark.parametrize("answers", [NOTHING, HALF, ALL, NONE_APPLIES, PARTLY])
def test_every_chart_is_drawn_with_its_sentence_and_its_table(chart, answers):
    made = dossier(answers)

    assert chart.figure(made).to_json()
    assert chart.sentence(made)
    assert len(chart.table(made)) == 1 + len(made.card.dimensions)


def test_a_dot_stands_only_where_something_is_known():
    assert tuple(strips.figure(dossier(PARTLY)).data[0].x) == (50.0,)
    assert tuple(strips.figure(dossier(NOTHING)).data[0].x) == ()


def test_the_unknown_has_an_empty_track_and_what_does_not_apply_has_none():
    unknown = strips.figure(dossier(NOTHING)).layout.shapes
    assert [shape.line.dash for shape in unknown] == ["dot", "dot"]
    assert not strips.figure(dossier(NONE_APPLIES)).layout.shapes


def test_the_interval_is_drawn_while_answers_are_open():
    closed = strips.figure(dossier(ALL)).layout.shapes
    assert {shape.fillcolor for shape in closed} == {TRACK}
    spans = {(s.x0, s.x1) for s in strips.figure(dossier(HALF)).layout.shapes}
    assert {(0.0, 50.0), (50.0, 100.0)} <= spans


def test_the_radar_breaks_where_nothing_is_known_and_says_so():
    made = dossier(PARTLY)
    line = radar.figure(made).data[0]

    assert line.r[1] is None
    assert line.connectgaps is False
    assert "s’arrête" in radar.sentence(made)
    assert "s’arrête" not in radar.sentence(dossier(ALL))


def test_the_sentence_names_the_best_and_the_least():
    assert "Données et sécurité" in strips.sentence(dossier(HALF)).split("gagner")[0]


def test_there_is_no_legend_no_hover_and_labels_are_beside_the_marks():
    layout = strips.figure(dossier(HALF)).layout

    assert layout.showlegend is False
    assert layout.hovermode is False
    assert any("Sécurité" in note.text for note in layout.annotations)
