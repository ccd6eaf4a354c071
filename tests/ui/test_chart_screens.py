"""Charts on the screens: their words, their states, their pictures, and two dates compared."""

import json
import re
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from assessment.answers import NOT_APPLICABLE, UNKNOWN
from reports.charts import strips
from reports.library import load_library
from storage import assessments
from tests.reports.builders import ALL, HALF, HOSTILE, NONE_APPLIES, NOTHING, dossier
from tests.ui.test_screens import APP, all_answers, text_of
from ui import database, navigation
from ui.components.drawings import dots, parts
from ui.components.lanes import lanes

QUESTIONNAIRE = load_library("fr").questionnaire


def drawn(answers, **more) -> str:
    chart = strips.chart(dossier(answers, **more))
    return lanes(chart.drawing, chart.alt)


def lane(html: str, label: str) -> str:
    """The lane of this name."""
    return next(one for one in html.split("<div class='jalon-lane ")[1:] if f">{label}<" in one)


def test_the_drawing_is_one_image_whose_name_says_every_dimension() -> None:
    html = drawn(HALF)

    assert html.count("role='img'") == 1
    name = re.search(r"aria-label='([^']*)'", html)
    assert name is not None
    assert "Cap et stratégie\u00a0: Starting out → Sharing." in name[1]
    assert "Données et sécurité\u00a0: Sharing." in name[1]


def test_unknown_not_applicable_and_zero_look_different() -> None:
    zero = lane(drawn({"plan": "none", "board": "no"}), "Cap")
    unknown, elsewhere = (lane(drawn(given), "Cap") for given in (NOTHING, NONE_APPLIES))

    assert "is-known" in zero
    assert "jalon-dot now' style='left:0.0%'" in zero
    assert "is-unknown" in unknown
    assert "is-not_applicable" in elsewhere
    assert "jalon-dot" not in unknown + elsewhere


def test_the_target_is_hollow_and_the_interval_is_there_while_answers_miss() -> None:
    row = lane(drawn(HALF), "Cap")

    assert "jalon-dot target' style='left:100.0%'" in row
    assert "jalon-interval' style='left:0.0%;width:50.0%'" in row
    assert "jalon-interval" not in drawn(ALL)
    assert "target" not in drawn(ALL)


def test_words_of_people_stay_words() -> None:
    chart = strips.chart(dossier(HALF))
    chart.drawing["rows"][0]["label"] = HOSTILE

    assert "<script>alert" not in lanes(chart.drawing, HOSTILE)


def test_a_hidden_question_of_a_team_has_no_dot() -> None:
    row = {"label": "Q", "counts": None, "middle": None, "text": "pas assez de réponses"}
    html = dots({"columns": ["a", "b"], "groups": [{"title": "T", "rows": [row]}]}, "alt")

    assert "is-hidden" in html
    assert "<i>" not in html
    assert "jalon-voice-middle" not in html


def test_the_parts_of_who_pays_differ_by_more_than_colour_and_write_their_amount() -> None:
    block = {"parts": [
        {"kind": "aid", "share": 0.6, "label": "Aide possible", "figure": "600 €"},
        {"kind": "own", "share": 0.4, "label": "Votre argent", "figure": "400 €"},
    ]}  # fmt: skip
    html = parts(block, "alt")

    assert "Aide possible <strong>600 €</strong>" in html
    assert "jalon-part-own' style='flex:0.4000'" in html


pytestmark = pytest.mark.usefixtures("own_database")

Opener = Callable[..., AppTest]


def an_assessment(answers: dict[str, str], **more: str) -> str:
    return assessments.create(
        database.engine(), database.now(), instrument=QUESTIONNAIRE.id,
        version=more.pop("version", QUESTIONNAIRE.version), language="fr", given=answers, **more,
    )  # fmt: skip


def opened(screen: str, *mine: str) -> AppTest:
    """A screen of the first of these assessments; this browser holds them all."""
    at = AppTest.from_file(str(APP), default_timeout=60)
    at.query_params["lang"], at.query_params["a"] = "fr", mine[0]
    at.session_state["jalon.opened"] = mine
    at.run().switch_page(navigation.path(screen)).run()
    assert not at.exception
    return at


def test_the_results_say_each_thing_once_and_in_order() -> None:
    given = all_answers()
    asked = [q for q in QUESTIONNAIRE.questions() if q.scored]
    given[asked[0].id] = UNKNOWN
    given[next(q.id for q in asked if q.may_not_apply)] = NOT_APPLICABLE
    shown = text_of(opened("results", an_assessment(given)))

    order = ("Où vous en êtes", "À faire en premier", "Point plein", "1 réponse encore inconnue",
             "Les cinq points de sécurité", "Et maintenant")  # fmt: skip
    places = [shown.index(words) for words in order]
    assert places == sorted(places)
    assert all(shown.count(words) == 1 for words in ("À faire en premier", "des questions."))


def test_a_plan_is_drawn_where_there_is_no_earlier_assessment() -> None:
    shown = text_of(opened("then_and_now", an_assessment(all_answers())))

    assert "Une fois le plan fait, en" in shown
    assert "dimensions avancent" in shown


def test_another_assessment_of_this_device_is_compared_with_this_one() -> None:
    before, now = an_assessment(all_answers(0)), an_assessment(all_answers())
    shown = text_of(opened("then_and_now", now, before))

    assert "Depuis le" in shown
    assert "8 dimensions avancent" in shown
    assert "réponses ont changé" in shown


def test_the_later_of_two_is_now_whichever_is_open() -> None:
    before, now = an_assessment(all_answers(0)), an_assessment(all_answers())

    assert "8 dimensions avancent" in text_of(opened("then_and_now", before, now))


def test_another_version_says_which_lines_compare() -> None:
    some = {q.id: q.options[0].id for q in QUESTIONNAIRE.dimensions[0].questions}
    before, now = an_assessment(some, version="0.1"), an_assessment(all_answers())
    shown = text_of(opened("then_and_now", now, before))

    assert f"Se comparent : {QUESTIONNAIRE.dimensions[0].title}." in shown
    assert "pas comparable" in shown


def upload(content: bytes) -> str:
    at = opened("then_and_now", an_assessment(all_answers()))
    at.selectbox[0].select("file").run()
    at.file_uploader[0].upload("then.json", content).run()
    assert not at.exception
    return text_of(at)


def test_an_answer_file_is_compared_and_not_kept() -> None:
    content = {"instrument": QUESTIONNAIRE.id, "version": QUESTIONNAIRE.version,
               "date": "2026-03-03", "answers": all_answers(0)}  # fmt: skip

    assert "Depuis le 3 mars 2026 : 8 dimensions avancent" in upload(json.dumps(content).encode())


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"{", "Ce fichier ne peut pas être repris"),
        (b"\xff\xfe\x00", "Ce fichier ne peut pas être repris"),
        (b'{"instrument": "dma-sme", "answers": {}}', "d’un autre questionnaire"),
    ],
)
def test_a_file_that_does_not_do_is_refused_in_words(content: bytes, said: str) -> None:
    assert said in upload(content)
