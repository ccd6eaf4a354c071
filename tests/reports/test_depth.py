"""What deep dives, roles and other frameworks add to a report, and only where they are opened."""

import json
from dataclasses import replace

from questionnaires.readings import check_readings, read_readings
from reports import readings
from reports.charts.rows import table
from reports.json_report import json_report
from reports.outline import outline
from reports.pdf import pdf
from reports.pledge import pledge
from reports.sections.practice import missing_roles, rows
from reports.sections.refined import both_scores, refined, refined_working
from reports.xlsx import xlsx
from tests.builders import check, deep_dive, deepened
from tests.recommendations.test_job_sheets import sheet
from tests.reports.builders import (
    ACTIONS,
    ALL,
    HALF,
    _question,
    action,
    dossier,
    small_questionnaire,
)
from tests.reports.pdf_reading import text_of
from tests.reports.test_export import workbook

BUDGET = _question("budget", None, "never", "yearly")
REVIEW = _question("review", None, "not-yet", "done")
DEEP = deepened(
    small_questionnaire(),
    deep_dive("strategy", BUDGET, REVIEW),
    checks=(check("plan-without-budget", plan="written", budget="never"),),
)
OPENED = ALL | {"budget": "never", "review": "done"}


def opened(answers=OPENED, **more):
    return dossier(answers, questionnaire=DEEP, **more)


def words_of(value):
    """Every text of an outline, one after the other."""
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for one in inner for text in words_of(one)]


def all_words(built):
    return " ".join(words_of(outline(built))).replace("\u00a0", " ")


def test_core_and_refined_scores_stand_side_by_side_and_are_named_apart():
    assert both_scores(opened(), "strategy") == "score de base 100 · affiné 75"


def test_an_open_deep_answer_shows_the_range():
    said = both_scores(opened(ALL | {"budget": "never"}), "strategy")

    assert said == "score de base 100 · affiné 67 (entre 50 et 75)"


def test_the_refined_sum_can_be_redone_by_hand():
    (_table, total) = refined_working(opened(), "strategy")

    assert total["text"][-1] == "(3/3 + 3/3 + 0/3 + 3/3) ÷ 4 × 100 = 75"


def test_nothing_is_said_of_deep_dives_nobody_opened():
    closed = opened(ALL)

    assert refined(closed) == []
    assert len(table(closed)[0]) == 4
    said = all_words(closed)
    assert "affiné" not in said
    assert BUDGET.text not in said


def test_the_table_of_the_result_gains_a_column_of_its_own():
    head, strategy, security = table(opened())

    assert head[-1] == "Affiné"
    assert strategy[-1] == "75 sur 100"
    assert security[-1] == "–"


def test_deep_answers_stand_with_the_answers_of_their_dimension():
    said = all_words(opened())

    assert BUDGET.text in said
    assert "Réponse never" in said


def test_answers_that_may_not_go_together_are_said_gently_in_the_report():
    assert "À relire ensemble, si vous voulez" in all_words(opened())
    assert "Read plan-without-budget again." in all_words(opened())
    assert "À relire ensemble" not in all_words(opened(ALL | {"budget": "yearly"}))


def test_the_json_report_holds_the_refined_score_and_the_deep_answers():
    found = json.loads(json_report(opened()))

    assert found["score"]["dimensions"][0]["refined"]["value"] == 75
    assert found["answer_file"]["answers"]["budget"] == "never"


def test_the_workbook_redoes_the_refined_sum():
    texts, formulas = workbook(xlsx(opened()))

    assert formulas["100*SUMPRODUCT(E2:E5/((F2:F5=0)+F2:F5)*G2:G5)/SUM(G2:G5)"] == 75
    assert {"Court budget", "Court review", BUDGET.text} <= set(texts)
    closed, _ = workbook(xlsx(opened(ALL)))
    assert "Court budget" not in closed


def test_the_paper_report_prints_with_deep_dives():
    said = text_of(pdf(opened()))

    assert "Les thèmes approfondis" in said
    assert "affiné 75" in said


FULL = action(
    "write-plan", "plan", "written", roles=["carrier"], small="Dix lignes.", fuller="Un plan.",
    free_option="Un modèle libre.", running="Deux heures par an.", risks=["Il reste au tiroir."],
    success="Le plan est cité en réunion.",
)  # fmt: skip


def test_an_action_says_a_free_way_first_and_then_small_and_fuller():
    built = dossier(HALF, actions=(FULL,), job_sheets=(sheet(plan="none"),))

    labels = [label for label, _ in rows(built, FULL)]
    assert labels == [
        "Sans dépenser", "Commencer petit", "Aller plus loin", "Qui s’en charge",
        "Chaque année", "Après trois mois",
    ]  # fmt: skip
    said = all_words(built)
    assert "Il reste au tiroir." in said
    assert "The carrier" in said


def test_where_nothing_is_free_nothing_is_said_of_it():
    assert "Sans dépenser" not in [label for label, _ in rows(dossier(HALF), ACTIONS[0])]


def first_project(built):
    return built.roadmap.steps[0].project


def test_a_role_is_to_be_given_when_a_known_answer_says_nobody_holds_it():
    roles = (sheet(plan="none"),)
    missing, unknown = (
        dossier(answers, actions=(FULL, ACTIONS[1]), job_sheets=roles)
        for answers in (HALF, {"backup": "none"})
    )

    assert missing_roles(missing, first_project(missing)) == roles
    assert "2 à 4 heures par mois" in all_words(missing)
    assert missing_roles(unknown, first_project(unknown)) == ()


def test_a_role_stands_under_the_first_project_that_needs_it_only():
    second = action("minutes", "board", "minuted", roles=["carrier"])
    built = dossier(
        {"plan": "none", "board": "no"}, actions=(FULL, second), job_sheets=(sheet(plan="none"),)
    )

    found = [missing_roles(built, step.project) for step in built.roadmap.steps]

    assert [len(sheets) for sheets in found] == [1, 0]


def reading(id):
    return next(r for r in read_readings("fr") if r.id == id)


def with_readings(**groups):
    """A dossier whose readings hold the scores of these of its dimensions."""
    built = dossier(HALF)
    scores = built.card.dimensions
    card = replace(built.card, readings={"axis": {g: scores[d] for g, d in groups.items()}})
    return replace(built, card=card)


def test_a_reading_names_the_highest_the_lowest_and_what_is_not_asked():
    built = with_readings(strategy="strategy", infrastructure="data-security")

    said = readings.sentence(built, reading("axis")).replace("\u00a0", " ")

    assert said == (
        "Le plus avancé : Infrastructure. Le plus à gagner : Stratégie. "
        "Sans question ici : Organisation et Processus."
    )
    assert [row[0] for row in readings.table(built, reading("axis"))] == [
        "Infrastructure", "Stratégie",
    ]  # fmt: skip


def test_a_reading_where_nothing_is_known_says_so():
    built = dossier({})

    assert readings.sentence(built, reading("axis")).startswith("Rien n’est encore connu ici.")


def test_an_unknown_group_is_named_and_never_the_lowest():
    built = dossier(HALF)
    unknown = dossier({}).card.dimensions["strategy"]
    known = built.card.dimensions
    axis = {
        "strategy": unknown,
        "processes": known["strategy"],
        "organisation": known["data-security"],
    }
    built = replace(built, card=replace(built.card, readings={"axis": axis}))

    said = readings.sentence(built, reading("axis")).replace("\u00a0", " ")

    assert "Le plus à gagner : Processus." in said
    assert "Pas encore connu : Stratégie." in said


def test_every_tag_of_our_questions_has_its_words():
    for language in ("fr", "en"):
        assert list(check_readings(read_readings(language), small_questionnaire())) == []


def test_the_pledge_is_a_draft_of_the_first_projects_with_dates_and_areas():
    said = pledge(dossier(HALF)).replace("\u00a0", " ")

    assert said.startswith("Brouillon d’engagement")
    assert "– Action write-plan, du 23 novembre" in said
    assert "(domaine 9)" in said
    assert "[à compléter]" in said
    assert said.endswith("Vérifiez-les avant d’envoyer.")


def test_without_a_dated_project_there_is_no_pledge():
    assert pledge(dossier(ALL)) is None
