"""Charts: the unknown is never a zero, and drawing, words and table say the same."""

from dataclasses import replace
from decimal import Decimal

import pytest

from network.panel import PanelPicture, QuestionPicture
from network.team import AreaPicture, ItemPicture, TeamPicture
from questionnaires import read
from recommendations.amounts import Money
from reports.blocks import Block
from reports.charts import ahead, bars, elsewhere, panel, payers, picture, radar, strips, voices
from reports.charts.rows import rows
from tests.reports.builders import ALL, HALF, NONE_APPLIES, NOTHING, ON, dossier

PARTLY = {"plan": "none", "board": "minuted"}


@pytest.mark.parametrize("chart", [strips.chart, radar.chart, bars.chart])
@pytest.mark.parametrize("answers", [NOTHING, HALF, ALL, NONE_APPLIES, PARTLY])
def test_every_chart_has_its_finding_its_words_and_its_table(chart, answers):
    made = chart(dossier(answers))

    assert made.title
    assert made.subtitle
    assert made.sentence
    assert made.alt
    assert len({len(line) for line in made.table}) == 1


def strip(answers, label: str) -> Block:
    """The drawn row of this name."""
    return next(row for row in strips.block(dossier(answers))["rows"] if row["label"] == label)


def test_unknown_not_applicable_and_zero_are_three_states():
    zero = strip({"plan": "none", "board": "no"}, "Cap")
    assert (zero["state"], zero["value"]) == ("known", 0.0)
    unknown = strip(NOTHING, "Cap")
    assert (unknown["state"], unknown["value"], unknown["other"]) == ("unknown", None, None)
    assert strip(NONE_APPLIES, "Cap")["state"] == "not_applicable"
    texts = {strip(answers, "Cap")["text"] for answers in (PARTLY, NOTHING, NONE_APPLIES)}
    assert len(texts) == 3


def test_the_hollow_dot_is_where_the_plan_leads_once_all_is_done():
    row = strip(HALF, "Cap")

    assert row["value"] == 0.0
    assert row["other"] == {"kind": "target", "value": 100.0}
    assert (row["before"], row["after"]) == ("", "Sharing")


def test_a_dimension_the_plan_leaves_alone_has_no_second_dot():
    assert strip(ALL, "Cap")["other"] is None
    assert strip(HALF, "Sécurité")["other"] is None


def test_a_score_of_another_version_is_given_no_target():
    made = dossier(HALF)
    old = replace(made, card=replace(made.card, version="0.9"))

    assert all(row.other is None for row in rows(old))
    assert ahead.plan_chart(old) is None


def test_only_the_marks_that_are_there_are_explained():
    half, full = strips.chart(dossier(HALF)).sentence, strips.chart(dossier(ALL)).sentence

    assert "Point creux" in half
    assert "Trait épais" in half
    assert full == "Point plein\u00a0: votre place aujourd’hui."
    assert "Pointillé" in strips.chart(dossier(NOTHING)).sentence


def test_the_table_of_the_strips_says_where_the_plan_leads():
    head, strategy, security = strips.chart(dossier(HALF)).table

    assert head[-1] == "Une fois le plan fait"
    assert strategy[-1] == "Sharing (100 sur 100)"
    assert security[-1] == "–"


def test_the_title_names_the_best_and_the_least():
    title = strips.chart(dossier(HALF)).title

    assert "Données et sécurité" in title.split("gagner")[0]


def test_the_radar_breaks_where_nothing_is_known_and_says_so():
    made = dossier(PARTLY)
    line = radar.figure(made).data[0]

    assert line.r[1] is None
    assert line.connectgaps is False
    assert "s’arrête" in radar.chart(made).sentence
    assert "s’arrête" not in radar.chart(dossier(ALL)).sentence
    assert [axis["value"] for axis in radar.chart(made).drawing["axes"]] == [50.0, None]


def test_the_radar_has_no_colour_of_its_own_so_that_it_follows_the_page():
    drawn = radar.figure(dossier(HALF))

    assert drawn.layout.paper_bgcolor == drawn.layout.polar.bgcolor == "rgba(0,0,0,0)"
    assert drawn.data[0].line.color is None
    assert drawn.layout.showlegend is False


def test_a_bar_is_full_empty_or_absent_as_the_answer_is_all_nothing_or_unknown():
    answers = {"plan": "written", "board": "no", "backup": "not_applicable"}
    groups = bars.chart(dossier(answers)).drawing["groups"]

    drawn = {row["label"]: (row["share"], row["state"]) for g in groups for row in g["rows"]}
    assert drawn == {
        "Court plan": (1.0, "answered"),
        "Court board": (0.0, "answered"),
        "Court backup": (None, "not_applicable"),
        "Court sign-in": (None, "not_answered"),
    }


def paid(cost: int, aid: Money | None):
    """A step of this cost, in euros; `aid` None: its amount was not seen."""
    step = dossier(HALF).roadmap.steps[0]
    payment = replace(next(s.payment for s in dossier(HALF).roadmap.steps if s.payment), aid=aid)
    return replace(step, cost=Money(Decimal(0), Decimal(cost), "EUR"), payment=payment)


def test_who_pays_adds_up_to_the_cost_and_tells_the_unseen_from_own_money():
    unpaid = replace(paid(100, None), payment=None)
    steps = (
        paid(300, Money(Decimal(0), Decimal(200), "EUR")),
        paid(50, Money(Decimal(0), Decimal(80), "EUR")),
        paid(400, None),
        unpaid,
    )

    found = {part.kind: part.amount for part in payers.parts(steps)}

    assert found == {"aid": 250, "not_seen": 400, "own": 200}
    assert sum(part.share for part in payers.parts(steps)) == pytest.approx(1)


def test_a_plan_that_costs_nothing_has_no_bar():
    assert payers.parts((paid(0, None),)) == ()
    assert payers.chart(dossier(ALL)) is None


def test_figures_from_elsewhere_carry_year_number_and_source_and_never_our_score():
    made = elsewhere.chart(dossier(HALF, language="fr"))
    assert made is not None
    head, *body = made.table

    assert len(head) == 5
    assert all(row[4].startswith("https://") and row[2] and row[3] for row in body)
    assert all(0 <= row["value"] <= 100 for row in made.drawing["rows"])
    assert "ne se comparent pas" in made.sentence
    assert "Jalon" in made.source
    assert dossier(HALF).library.questionnaire.title not in made.source


TEAM = read("team-skills", "fr")
COLUMNS = ("Pas encore", "Vu faire", "Avec de l’aide", "Sans aide")


def team(*counts: tuple[int, ...] | None):
    """A picture whose first questions have these counts, the others none."""
    known = list(counts)
    areas = []
    for area in TEAM.dimensions:
        items = []
        for question in area.questions:
            given = known.pop(0) if known else None
            items.append(ItemPicture(question.id, sum(given) if given else None, given))
        areas.append(AreaPicture(area.id, None, None, None, tuple(items)))
    return TeamPicture(4, tuple(areas), None)


def voices_of(*counts: tuple[int, ...] | None):
    return voices.chart(TEAM, team(*counts), COLUMNS, team="L’accueil", on=ON, language="fr")


def test_the_middle_of_a_team_is_marked_and_named():
    made = voices_of((1, 1, 1, 0), (0, 2, 0, 2))
    first, second = (row for group in made.drawing["groups"][:1] for row in group["rows"])

    assert (first["middle"], first["text"]) == (1.0, "Vu faire")
    assert (second["middle"], second["text"]) == (2.0, "Vu faire – Sans aide")
    assert made.table[1] == (first["label"], "1", "1", "1", "0", "Vu faire")


def test_the_title_of_the_voices_names_the_question_that_divides():
    assert TEAM.dimensions[0].questions[1].short in voices_of((0, 4, 0, 0), (2, 0, 0, 2)).title
    assert "pareil" in voices_of((0, 4, 0, 0)).title


def test_a_question_with_too_few_answers_has_neither_dot_nor_figure_anywhere():
    made = voices_of(None)
    hidden = made.drawing["groups"][0]["rows"][0]

    assert (hidden["counts"], hidden["middle"]) == (None, None)
    assert made.table[1][1:] == ("–", "–", "–", "–", "pas assez de réponses")
    assert "Trop peu" in made.title


def test_trying_another_answer_draws_today_hollow_and_the_try_full():
    made = ahead.what_if_chart(dossier(HALF), dossier({**HALF, "plan": "written"}))
    assert made is not None
    (row,) = made.drawing["rows"]

    assert row["label"] == "Cap"
    assert (row["value"], row["other"]) == (100.0, {"kind": "past", "value": 0.0})
    assert ahead.what_if_chart(dossier(HALF), dossier(HALF)) is None


PANEL = read("digital-maturity", "fr")
APART, ALIKE = (3, 0, 0, 3), (0, 6, 0, 0)


def panel_of(*counts: tuple[int, ...] | None, role: tuple[str, str] | None = None):
    """A picture of the first questions of the flash, with these counts."""
    questions = tuple(
        QuestionPicture(name, said, {"staff": (0, 0, 3, 0)} if said else {})
        for name, said in zip(PANEL.flash, counts, strict=False)
    )
    found = PanelPicture(6, questions)
    return panel.chart(PANEL, found, name="Les Tisserands", on=ON, language="fr", role=role)


def test_a_panel_draws_each_person_and_says_how_much_people_agree():
    made = panel_of(APART, ALIKE)
    first, second = made.drawing["groups"][0]["rows"]
    assert (first["counts"], first["middle"]) == ([3, 0, 0, 3], 1.5)
    assert (first["text"], second["text"]) == (
        "Accord\u00a0: 0 sur 100",
        "Accord\u00a0: 100 sur 100",
    )
    assert PANEL.question(PANEL.flash[0]).short in made.title
    assert made.table[1] == (first["label"], "3", "0", "0", "3", first["text"])
    assert "Les Tisserands" in made.source


def test_a_panel_where_all_agree_and_one_where_nothing_shows_say_so():
    assert "tout le monde répond pareil" in panel_of(ALIKE).title
    hidden = panel_of(None)
    assert "Trop peu" in hidden.title
    assert hidden.table[1][1:-1] == ("–",) * 4


def test_a_role_of_a_panel_shows_its_own_counts_only():
    made = panel_of(APART, ALIKE, role=("staff", "Équipe salariée"))
    assert [row["counts"] for row in made.drawing["groups"][0]["rows"]] == [[0, 0, 3, 0]] * 2
    assert "Équipe salariée" in made.subtitle


def test_a_panel_makes_pictures_as_every_chart_does():
    made = panel_of(APART, None)
    assert picture.svg(made).startswith(b"<svg")
