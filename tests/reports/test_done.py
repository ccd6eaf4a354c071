"""What was done stands in the report and on the project's sheet, with what proves it."""

import datetime as dt
import json
from dataclasses import replace

from recommendations.carried import Carried
from reports.calendar import again, days
from reports.finding import find_project
from reports.outline import outline
from reports.project_file import project_file
from reports.sections.done import done
from tests.reports.builders import ALL, HALF, ON, dossier

PROVED = Carried(
    state="done", did="Copie remise en place.", since=dt.date(2026, 3, 1),
    proof="Note du 12 mars", address="https://exemple.be/note",
)  # fmt: skip


def following(answers=HALF, **carried):
    made = dossier(answers)
    return replace(made, sheet=replace(made.sheet, carried=carried))


def text(blocks):
    return json.dumps(blocks, ensure_ascii=False)


def test_nothing_done_takes_no_room_in_the_report():
    assert done(dossier(HALF)) == []
    assert done(following(restore=Carried(notes="Un jour"))) == []


def test_what_is_done_comes_before_what_is_under_way():
    made = following(minutes=Carried(state="in-progress"), restore=PROVED)

    items = done(made)[1]["items"]
    assert [item[0]["text"] for item in items] == ["Action restore", "Action minutes"]


def test_the_report_says_since_when_and_what_proves_it():
    said = text(outline(following(restore=PROVED)))

    for part in ("Ce que nous avons fait", "depuis mars 2026", "Copie remise en place.",
                 "Preuve\u00a0: Note du 12 mars", "https://exemple.be/note"):  # fmt: skip
        assert part in said


def test_an_address_that_is_no_page_of_the_web_is_printed_and_not_followed():
    said = text(done(following(restore=PROVED.model_copy(update={"address": "javascript:x"}))))

    assert "javascript:x" in said
    assert '"url"' not in said


def test_the_projects_own_page_holds_the_evidence():
    made = following(restore=PROVED)
    found = find_project(made, "restore")
    assert found is not None

    said = text(project_file(made, found.project, found.sheet, found.carried))
    assert "Note du 12 mars" in said
    assert "mars 2026" in said
    bare = text(project_file(made, found.project, found.sheet, Carried()))
    assert "Adresse de la preuve" not in bare


def test_the_calendar_holds_t1_and_t2_six_and_twelve_months_after_the_answers():
    made = dossier(ALL)
    taken = replace(made, sheet=replace(made.sheet, taken=dt.date(2026, 10, 1)))

    assert [(day.key, day.on) for day in again(taken)] == [
        ("again-T1", dt.date(2027, 4, 1)),
        ("again-T2", dt.date(2027, 10, 1)),
    ]
    assert set(again(taken)) <= set(days(taken))


def test_a_day_chosen_wins_one_that_is_over_is_left_out_and_t2_has_none():
    made = dossier(ALL)
    chosen = {"T1": dt.date(2027, 1, 15), "T2": ON - dt.timedelta(days=1)}

    told = again(replace(made, sheet=replace(made.sheet, reviews=chosen)))
    assert [(day.key, day.on) for day in told] == [("again-T1", dt.date(2027, 1, 15))]
    assert again(replace(made, sheet=replace(made.sheet, stage="T2"))) == ()
