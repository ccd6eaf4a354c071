"""What moved since, in one sentence, by action and by dimension."""

from dataclasses import replace

from assessment.measure import measure_of
from reports.charts.then_now import Then, comparable, reasons, then_chart
from reports.since import by_action, by_dimension, headline, since
from tests.reports.builders import ALL, ON, action, dossier, small_questionnaire

SMALL = small_questionnaire()
BEFORE = {"plan": "none", "board": "minuted", "backup": "none", "sign-in": "everywhere"}
RESTORE = action("restore", "backup", "tested")


def then(answers=BEFORE, version="1.2", **more):
    return Then(answers, "core", ON, version, **more)


def told(made, earlier):
    found = since(made, earlier)
    assert found is not None
    return found


def test_the_sentence_names_each_answer_with_its_part_and_the_parts_add_up():
    made, earlier = dossier(ALL), then()

    # Each of the two answers moves one of two questions of one of two dimensions: 25 points.
    said = headline(made, told(made, earlier))
    assert said == "+50 points sur l’ensemble\u00a0: Court plan +25, Court backup +25."


def test_an_action_done_is_named_with_what_it_brought_and_the_rest_is_said_apart():
    made, earlier = dossier(ALL), then(done=(RESTORE,))

    lines = by_action(made, told(made, earlier))
    assert [(line.points, line.title, line.by) for line in lines] == [
        ("+25", "Action restore", "Court backup"),
        ("+25", "Sans action notée comme faite", "Court plan"),
    ]


def test_each_dimension_tells_its_own_change():
    made, earlier = dossier({**ALL, "sign-in": "some"}), then()

    lines = by_dimension(made, told(made, earlier))
    assert [(line.points, line.title) for line in lines] == [
        ("+50", "Cap et stratégie"),
        ("+33", "Données et sécurité"),
    ]
    assert lines[1].by == "Court backup +50, Court sign-in −17"


def test_a_dimension_without_a_score_at_one_date_says_so_instead_of_a_figure():
    known = {"plan": "none", "board": "minuted"}

    lines = by_dimension(dossier(ALL), told(dossier(ALL), then(known)))
    assert ("–", "Données et sécurité") in [(line.points, line.title) for line in lines]
    back = by_dimension(dossier(known), told(dossier(known), then(ALL)))
    assert "les réponses manquent" in next(
        li.by for li in back if li.title == "Données et sécurité"
    )


def test_what_did_not_change_is_said_in_one_sentence():
    made = dossier(ALL)

    assert "Aucune réponse n’a changé" in headline(made, told(made, then(ALL)))


def test_without_a_score_at_both_dates_there_is_nothing_to_tell():
    assert since(dossier(ALL), then({})) is None
    assert since(dossier({}), then(ALL)) is None


def test_another_form_compares_nothing():
    assert since(dossier(ALL), replace(then(), form="flash")) is None


def test_only_dimensions_measured_alike_are_compared_and_the_others_say_why():
    measure = measure_of(SMALL, "core")
    measure["strategy"] = {"plan": "x1 none=0 written=1", "gone": "x1 no=0 yes=1"}
    made, earlier = dossier(ALL), then(version="1.0", measure=measure)

    assert comparable(SMALL, earlier, "core") == {"data-security"}
    assert headline(made, told(made, earlier)) == (
        "+50 points sur les dimensions qui se comparent\u00a0: Court backup +50."
    )
    (why,) = reasons(made, earlier)
    assert why == (
        "Cap et stratégie ne se compare pas\u00a0: question nouvelle (Court board), "
        "1 question retirée, autres réponses ou autre poids (Court plan)."
    )
    assert why in then_chart(made, earlier, ON).sentence


def test_the_same_measure_under_another_version_compares_everywhere():
    earlier = then(version="1.0", measure=measure_of(SMALL, "core"))

    assert comparable(SMALL, earlier, "core") == {"strategy", "data-security"}
    assert reasons(dossier(ALL), earlier) == ()


def test_many_answers_are_named_up_to_four_and_the_others_counted_together():
    names = [f"q{n}" for n in range(6)]
    questions = tuple(
        SMALL.question("plan").model_copy(update={"id": name, "short": name}) for name in names
    )
    wide = SMALL.model_copy(
        update={
            "dimensions": (SMALL.dimensions[0].model_copy(update={"questions": questions}),),
        }
    )
    wide = type(SMALL).model_validate(wide.model_dump())
    made = dossier(dict.fromkeys(names, "written"), questionnaire=wide)

    said = headline(made, told(made, then(dict.fromkeys(names, "none"))))
    assert said.startswith("+100 points")
    assert "2 autres +" in said
