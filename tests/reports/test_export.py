"""Document, workbook, JSON and calendar: same content, safe texts, same bytes twice."""

import datetime as dt
import io
import json
import zipfile
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from docx import Document
from icalendar import Calendar

from assessment.answers import NOT_APPLICABLE
from assessment.as_json import card_as_json
from reports.calendar import days, last_day
from reports.export import FORMATS, MIME, export
from reports.ics import ics, ics_of
from tests.reports.builders import (
    ALL,
    HALF,
    HOSTILE,
    NONE_APPLIES,
    NOTHING,
    ON,
    dossier,
    programme,
)

XML = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


@pytest.mark.parametrize("extension", FORMATS)
@pytest.mark.parametrize("answers", [NOTHING, HALF, ALL, NONE_APPLIES])
def test_every_format_is_made_at_any_number_of_answers_and_twice_the_same(extension, answers):
    made = export(dossier(answers, name=HOSTILE, worry="a\x00b \ud83d 🚀 مرحبا"), extension)

    assert made
    again = dossier(answers, name=HOSTILE, worry="a\x00b \ud83d 🚀 مرحبا")
    assert export(again, extension) == made


def test_an_extension_is_read_with_or_without_its_dot_and_in_any_case():
    assert export(dossier(), "JSON") == export(dossier(), ".json")
    assert set(FORMATS) == set(MIME)
    with pytest.raises(KeyError):
        export(dossier(), "exe")


def words_of(document):
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return " ".join([*(p.text for p in document.paragraphs), *cells])


def test_the_document_has_real_headings_title_and_language():
    document = Document(io.BytesIO(export(dossier(HALF), "docx")))

    assert document.core_properties.title == "Plan numérique – Les Ateliers de l’Œuvre"
    assert document.core_properties.language == "fr-FR"
    assert document.core_properties.modified.date() == ON
    headings = {p.style.name: p.text for p in document.paragraphs if "Heading" in p.style.name}
    assert {"Heading 1", "Heading 2", "Heading 3"} <= set(headings)


def test_the_document_says_what_the_other_formats_say():
    said = words_of(Document(io.BytesIO(export(dossier(HALF, name=HOSTILE), "docx"))))

    for part in (HOSTILE, "À faire en premier", "3 sur 3", "à vérifier auprès du financeur"):
        assert part in said


def workbook(made):
    """Every text of the workbook, and its formulas with their value."""
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        shared = ElementTree.fromstring(archive.read("xl/sharedStrings.xml"))
        texts = ["".join(t.text or "" for t in si.iter(f"{XML}t")) for si in shared]
        cells = [
            cell
            for name in archive.namelist()
            if name.startswith("xl/worksheets/sheet")
            for cell in ElementTree.fromstring(archive.read(name)).iter(f"{XML}c")
        ]
    formulas = {c.findtext(f"{XML}f"): c.findtext(f"{XML}v") for c in cells}
    return texts, {f: float(v) for f, v in formulas.items() if f}


def test_a_name_that_looks_like_a_formula_stays_a_text():
    texts, formulas = workbook(export(dossier(HALF, name="=cmd()", worry="=1+1"), "xlsx"))

    assert "=1+1" in texts
    assert any("=cmd()" in text for text in texts)
    assert not any("cmd" in formula or "1+1" in formula for formula in formulas)


def test_the_workbook_redoes_the_score():
    answers = {"plan": "some", "board": "minuted", "backup": "none", "sign-in": NOT_APPLICABLE}
    made = dossier(answers)
    _, formulas = workbook(export(made, "xlsx"))

    values = [score.value for score in made.card.dimensions.values()]
    redone = [value for formula, value in formulas.items() if "SUMPRODUCT" in formula]
    assert redone == pytest.approx(values)
    mean = next(value for formula, value in formulas.items() if formula.startswith("AVERAGE"))
    assert mean == pytest.approx(made.card.overall.value)


def test_the_json_holds_the_score_in_the_contracts_shape_and_the_answer_file():
    made = dossier(HALF)
    content = json.loads(export(made, "json"))

    assert content["score"] == json.loads(json.dumps(card_as_json(made.card)))
    assert content["pathway"]["id"] == "set-a-course"
    assert content["first_action"]["id"] == "write-plan"
    assert content["roadmap"]["steps"][0]["funding"]["fitting"][0]["verdict"] == "to_check"
    assert content["answer_file"]["answers"] == HALF
    assert content["answer_file"]["date"] == "2026-11-23"


def events(made):
    return {str(e["SUMMARY"]): e for e in Calendar.from_ical(made).walk("VEVENT")}


def test_the_calendar_holds_starts_ends_last_days_and_the_review():
    found = events(export(dossier(HALF), "ics"))

    assert found["Début\u00a0: Action write-plan"]["DTSTART"].dt == ON
    assert found["Dernier jour\u00a0: Programme cheque"]["DTSTART"].dt == dt.date(2027, 3, 31)
    assert found["Revoir la décision du conseil"]["DTSTART"].dt == dt.date(2027, 5, 23)
    assert all(event["DTSTAMP"].dt.date() == ON for event in found.values())


def test_events_keep_their_identity_when_the_plan_moves_and_differ_between_enterprises():
    uid = "Début\u00a0: Action write-plan"
    one = events(export(dossier(HALF), "ics"))[uid]["UID"]

    assert events(export(dossier({**HALF, "board": "no"}), "ics"))[uid]["UID"] == one
    assert events(export(dossier(HALF, name="Autre"), "ics"))[uid]["UID"] != one


def test_a_name_cannot_add_a_line_to_the_calendar():
    sly = programme("ruse", name="A\r\nEND:VCALENDAR\nX")
    found = events(export(dossier(HALF, name="x\r\nBEGIN:VEVENT", programmes=(sly,)), "ics"))

    assert "Revoir la décision du conseil" in found


def test_a_last_day_rings_a_month_and_a_week_before_and_says_what_to_do():
    event = events(export(dossier(HALF), "ics"))["Dernier jour\u00a0: Programme cheque"]

    alarms = [alarm["TRIGGER"].dt for alarm in event.walk("VALARM")]
    assert alarms == [dt.timedelta(hours=9) - dt.timedelta(days=days) for days in (30, 7)]
    assert event["URL"] == "https://region.example/aide"
    for said in ("Le guichet de la Région", "Pouvons-nous introduire", "https://region.example"):
        assert said in event["DESCRIPTION"]


def test_a_reminder_that_would_ring_in_the_past_is_left_out():
    soon = programme("tot", opening={"mode": "call", "status": "open", "page_date": "2026-11-01",
                                     "last_day": ON + dt.timedelta(days=10)})  # fmt: skip
    event = events(export(dossier(HALF, programmes=(soon,)), "ics"))
    alarms = event["Dernier jour\u00a0: Programme tot"].walk("VALARM")

    assert len(alarms) == 1


def test_a_last_day_that_has_passed_is_no_date_to_keep():
    gone = programme("passe", opening={"mode": "call", "status": "open", "page_date": "2026-11-01",
                                       "last_day": ON - dt.timedelta(days=1)})  # fmt: skip

    assert "passe-last-day" not in {day.key for day in days(dossier(HALF, programmes=(gone,)))}


def test_first_steps_gates_and_pages_to_read_again_are_dates_too():
    strict = programme("strict", opening={"mode": "permanent", "status": "unknown"}, conditions=[
        {"id": "s", "text": "Rien commandé", "test": {"field": "project.started", "is": False}},
    ])  # fmt: skip
    found = {day.key: day for day in days(dossier(HALF, programmes=(strict,)))}

    assert found["write-plan-first-step"].on == ON + dt.timedelta(days=5)
    assert found["write-plan-file-first"].on == found["write-plan-start"].on
    assert any("Programme strict" in line for line in found["write-plan-file-first"].lines)
    assert "write-plan-reread" in found


def test_the_file_keeps_to_the_lines_of_the_standard():
    made = export(dossier(HALF, name=HOSTILE, worry="é" * 300), "ics")

    assert made.endswith(b"\r\n")
    assert made.count(b"\n") == made.count(b"\r\n")
    assert all(len(line) <= 75 for line in made.split(b"\r\n"))
    made.decode("utf-8")
    assert all(isinstance(e["DTSTART"].dt, dt.date) and not isinstance(e["DTSTART"].dt, dt.datetime)
               for e in events(made).values())  # fmt: skip


def test_a_later_export_moves_the_events_of_the_same_assessment():
    def made(on, changed, name):
        base = dossier(HALF, name=name)
        sheet = replace(base.sheet, ident="a1", changed=changed)
        return events(ics(replace(base, on=on, sheet=sheet)))["Début\u00a0: Action write-plan"]

    noon = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
    first, then = made(ON, None, "A"), made(ON, noon, "B")
    later = made(ON + dt.timedelta(days=1), noon, "B")
    assert first["UID"] == then["UID"] == later["UID"]
    assert first["SEQUENCE"] < then["SEQUENCE"] < later["SEQUENCE"]
    assert (then["DTSTAMP"].dt, later["DTSTAMP"].dt.date()) == (noon, dt.date(2026, 11, 24))


def test_one_date_alone_has_the_identity_it_has_in_the_whole():
    made = dossier(HALF)
    whole = events(export(made, "ics"))["Dernier jour\u00a0: Programme cheque"]
    match = next(m for m in made.matches if m.programme.id == "cheque")
    alone = events(ics_of(made, [last_day(made, match)]))

    assert [event["UID"] for event in alone.values()] == [whole["UID"]]
