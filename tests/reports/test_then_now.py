"""Two dates: what moved, and which lines may be compared when the questionnaire has changed."""

import datetime as dt
from dataclasses import replace

from assessment.scorecard import score_card
from reports.charts.then_now import Then, changed, comparable, then_chart
from tests.reports.builders import ALL, HALF, ON, dossier, small_questionnaire

EARLIER = dt.date(2026, 3, 3)
SMALL = small_questionnaire()
NOW = dossier({**ALL, "sign-in": "nobody"})


def then(answers=HALF, version="1.2", **more) -> Then:
    return Then(answers, more.pop("form", "core"), EARLIER, version, **more)


def row(chart, label):
    return next(one for one in chart.drawing["rows"] if one["label"] == label)


def test_the_past_is_hollow_and_the_first_line_says_what_moved():
    chart = then_chart(NOW, then(), ON)

    assert chart.title == "Depuis le 3 mars 2026\u00a0: 1 dimension avance, 1 recule"
    assert row(chart, "Cap")["other"] == {"kind": "past", "value": 0.0}
    assert row(chart, "Cap")["before"] == "Starting out"


def test_both_dates_are_written_in_words_and_in_the_table():
    chart = then_chart(NOW, then(), ON)

    assert "le 3 mars 2026" in chart.sentence
    assert "le 23 novembre 2026" in chart.sentence
    assert chart.table[0][1:3] == ("le 3 mars 2026", "le 23 novembre 2026")
    assert chart.table[1][1:] == ("Starting out (0 sur 100)", "Sharing (100 sur 100)", "+100")


def test_what_did_not_move_says_so():
    chart = then_chart(dossier(ALL), then(ALL), ON)

    assert row(chart, "Cap")["note"] == "sans changement"
    assert "2 ne bougent pas" in chart.title


def test_what_was_not_known_then_is_no_progress():
    chart = then_chart(NOW, then({"backup": "tested"}), ON)

    assert row(chart, "Cap")["note"] == "pas connu à la première date"
    assert "avance" not in chart.title


def test_the_same_version_compares_everywhere_and_another_form_nowhere():
    assert comparable(SMALL, then(), "core") == {"strategy", "data-security"}
    assert comparable(SMALL, then(form="flash"), "core") == set()


def test_after_a_new_version_a_kept_score_compares_where_today_gives_it_again():
    card = score_card(SMALL, ALL)
    other = replace(card.dimensions["strategy"], value=40.0)
    moved = replace(card, dimensions={**card.dimensions, "strategy": other})

    assert comparable(SMALL, then(ALL, "1.0", card=moved), "core") == {"data-security"}


def test_after_a_new_version_without_a_score_a_dimension_compares_if_all_was_asked():
    asked = {"plan": "none", "board": "unknown", "backup": "tested"}

    assert comparable(SMALL, then(asked, "1.0"), "core") == {"strategy"}


def test_the_chart_says_which_lines_compare_and_draws_no_past_on_the_others():
    asked = {"plan": "none", "board": "unknown", "backup": "none"}
    chart = then_chart(NOW, then(asked, "1.0"), ON)

    assert "Se comparent\u00a0: Cap et stratégie." in chart.sentence
    assert row(chart, "Sécurité")["other"] is None
    assert row(chart, "Sécurité")["note"] == "pas comparable"
    assert chart.table[2][1] == "–"


def test_an_answer_nobody_knows_any_more_breaks_nothing():
    old = {**HALF, "gone": "yes", "plan": "an option of old"}

    assert then_chart(NOW, then(old, "0.1"), ON).table
    assert "gone" not in str(changed(NOW, then(old, "0.1")))


def test_the_answers_that_changed_are_listed_with_both_options():
    assert changed(NOW, then()) == (("Court plan", "Réponse none", "Réponse written"),)


def test_an_answer_still_to_come_is_no_change():
    begun = dossier({"plan": "written"})

    assert changed(begun, then()) == (("Court plan", "Réponse none", "Réponse written"),)


def test_a_file_without_a_date_says_so():
    chart = then_chart(NOW, Then(HALF, "core"), ON)

    assert "une date non notée" in chart.sentence
