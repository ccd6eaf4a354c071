"""Targets on the strips and in words, on the screen, on paper and beside the past."""

import datetime as dt
from dataclasses import replace

import pytest

from recommendations.targets import Target
from reports.charts import strips
from reports.charts.then_now import Then, then_chart
from reports.pdf import pdf, strips_picture
from tests.reports.builders import ALL, HALF, ON, dossier

LATER, PAST = dt.date(2027, 6, 30), dt.date(2026, 1, 1)


def aiming(answers=HALF, **targets):
    made = dossier(answers)
    return replace(made, sheet=replace(made.sheet, targets=targets))


def row(block):
    return next(one for one in block["rows"] if one["label"] == "Cap")


def test_without_a_target_nothing_is_drawn_nor_said():
    block = strips.block(dossier(HALF))

    assert row(block)["goal"] is None
    assert "Drapeau" not in block["title"]


@pytest.mark.parametrize(
    ("answers", "by", "said"),
    [
        (HALF, LATER, "objectif\u00a0: Established pour le 30 juin 2027, pas encore"),
        (HALF, PAST, "objectif\u00a0: Established, le 1er janvier 2026 est passé"),
        (ALL, LATER, "objectif atteint\u00a0: Established"),
        ({}, LATER, "objectif\u00a0: Established pour le 30 juin 2027, pas encore connu"),
    ],
)
def test_a_target_is_a_flag_and_a_sentence(answers, by, said):
    block = strips.block(aiming(answers, strategy=Target(level="established", by=by)))

    assert row(block)["goal"] == 50
    assert row(block)["note"] == said
    assert said in block["alt"]
    assert "Drapeau\u00a0: là où vous voulez être." in block["title"]


def test_a_target_may_be_a_score_of_its_own():
    block = strips.block(aiming(strategy=Target(value=60, by=LATER)))

    assert (row(block)["goal"], "60 sur 100" in row(block)["note"]) == (60, True)


def test_beside_the_past_the_target_stays_in_view_with_what_is_said_of_the_past():
    made = aiming(ALL, strategy=Target(value=100, by=LATER))

    block = then_chart(made, Then(ALL, "core", ON, "1.2"), ON).drawing
    assert row(block)["note"] == "sans changement · objectif atteint\u00a0: 100 sur 100"
    assert row(block)["goal"] == 100


def test_paper_draws_the_flag():
    plain, flag = (
        strips_picture(strips.block(made), "fr")
        for made in (dossier(HALF), aiming(strategy=Target(value=90, by=LATER)))
    )

    assert plain != flag
    assert pdf(aiming(strategy=Target(value=90, by=LATER))).startswith(b"%PDF")
