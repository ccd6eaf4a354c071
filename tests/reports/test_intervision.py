"""The kit for an hour among peers: complete, printable, and of nobody by choice."""

import json
from dataclasses import replace

import pytest

from content.languages import LANGUAGES
from recommendations.carried import Carried
from reports.charts.then_now import Then
from reports.docx import written
from reports.intervision import MINUTES, QUESTIONS, kit
from reports.pdf import typeset
from tests.reports.builders import ALL, HOSTILE, ON, action, dossier
from tests.reports.pdf_reading import text_of

BEFORE = {**ALL, "backup": "none"}
DONE = Carried(state="done", did="Chez Amina, un mardi.", proof="PV signé par Luc")


def followed(**more):
    made = dossier(ALL, **more)
    return replace(
        made, sheet=replace(made.sheet, carried={"restore": DONE}, worry="Nos sauvegardes")
    )


def then():
    return Then(BEFORE, "core", ON, "1.2", done=(action("restore", "backup", "tested"),))


def test_the_parts_of_the_hour_make_an_hour():
    assert sum(MINUTES.values()) == 60
    assert len(QUESTIONS) == 3


def test_it_holds_the_agenda_with_its_times_the_questions_the_strips_and_what_changed():
    made = kit(followed(), then(), named=True)
    text = json.dumps(made, ensure_ascii=False)

    kinds = [block["kind"] for block in made["blocks"]]
    agenda = next(block for block in made["blocks"] if block["kind"] == "table")
    times = [row[0] for row in agenda["rows"]]
    assert (times[0], times[-1]) == ("0 à 5 min", "55 à 60 min")
    assert "list" in kinds
    assert '"kind": "strips"' in text
    assert "+25 points sur l’ensemble" in text
    assert "Action restore" in text
    assert "Les Ateliers de l’Œuvre" in text


def test_without_a_name_nothing_the_enterprise_wrote_is_in_it():
    text = json.dumps(kit(followed(), then(), named=False), ensure_ascii=False)

    for said in ("Ateliers", "Amina", "Luc", "Nos sauvegardes"):
        assert said not in text
    assert "Fait." in text
    assert "Amina" in json.dumps(kit(followed(), then(), named=True), ensure_ascii=False)


def test_a_first_assessment_has_a_kit_too_with_todays_strips_alone():
    text = json.dumps(kit(followed(), None, named=True), ensure_ascii=False)

    assert "Où en est l’entreprise" in text
    assert "Avant et après" not in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_prints_in_every_language(language):
    made = typeset(kit(followed(language=language), then(), named=True), ON)

    assert made.startswith(b"%PDF")
    assert "Ateliers" in text_of(made)


def test_it_prints_without_a_name_whatever_was_written_and_in_word_too():
    made = dossier(ALL, name=HOSTILE)
    made = replace(made, sheet=replace(made.sheet, carried={"restore": DONE}))

    named = kit(made, then(), named=True)
    assert typeset(named, ON).startswith(b"%PDF")
    assert written(named, ON).startswith(b"PK")
    assert "evil" not in text_of(typeset(kit(made, then(), named=False), ON))


def test_the_same_input_gives_the_same_bytes():
    assert typeset(kit(followed(), then(), named=True), ON) == typeset(
        kit(followed(), then(), named=True), ON
    )
