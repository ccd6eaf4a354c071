"""Who gets what: the ready audiences, single parts, and nothing that leads nowhere."""

import json

import pytest
from docx import Document

from reports.audiences import AUDIENCES, FIRST_PAGE, parts_for
from reports.export import FORMATS, comes_in_parts, export
from reports.outline import PARTS, outline
from reports.pdf import pdf
from reports.words import words
from tests.reports.builders import ALL, HALF, dossier
from tests.reports.pdf_reading import attached, page_texts, solid, squeezed, text_of
from tests.reports.test_export import words_of

FR = words("fr")


def title(part: str) -> str:
    return squeezed(FR(f"{part}.heading" if part != "programmes" else "programme.heading"))


@pytest.mark.parametrize("audience", AUDIENCES)
def test_an_audience_holds_parts_that_exist_each_once(audience):
    parts = parts_for(audience)

    assert set(parts) <= set(PARTS)
    assert len(set(parts)) == len(parts)


def test_every_part_stands_in_some_audience():
    assert {part for parts in AUDIENCES.values() for part in parts} == set(PARTS)


def test_the_board_reads_its_decision_and_not_the_working():
    text = text_of(pdf(dossier(HALF), parts_for("board")))

    for part in ("front", "decision", "result", "overview"):
        assert title(part) in text
    for part in ("working", "answers", "programmes", "projects", "roadmap"):
        assert title(part) not in text


def test_the_funder_reads_costs_aid_own_money_projects_and_programmes():
    text = text_of(pdf(dossier(HALF), parts_for("funder")))

    for part in ("front", "overview", "roadmap", "projects", "programmes"):
        assert title(part) in text
    paid = "jusqu’à 120 €, Programme cheque (à vérifier auprès du financeur)"
    assert solid(paid) in solid(text)
    assert title("answers") not in text


def test_the_adviser_reads_working_and_answers():
    text = text_of(pdf(dossier(HALF), parts_for("adviser")))

    assert title("working") in text
    assert title("answers") in text


@pytest.mark.parametrize("parts", [FIRST_PAGE, *map(parts_for, AUDIENCES)])
def test_the_first_page_is_the_same_whoever_reads(parts):
    def first(chosen):
        return page_texts(pdf(dossier(HALF), chosen))[0].split("page 1")[0]

    assert first(parts) == first(None)


def test_the_first_page_alone_is_one_page():
    assert len(page_texts(pdf(dossier(HALF), FIRST_PAGE))) == 1


@pytest.mark.parametrize("part", PARTS)
def test_each_part_can_be_had_alone(part):
    assert pdf(dossier(HALF), (part,)).startswith(b"%PDF")


def test_parts_keep_their_order_however_they_are_named():
    assert outline(dossier(HALF), ("roadmap", "decision")) == outline(
        dossier(HALF), ("decision", "roadmap")
    )


def test_nothing_sends_the_reader_to_a_part_that_is_not_there():
    alone = text_of(pdf(dossier(HALF), ("projects",)))
    both = text_of(pdf(dossier(HALF), ("projects", "programmes")))

    assert "voir « Les programmes, un par un »" in both
    assert "voir « Les programmes, un par un »" not in alone


def test_who_leaves_the_answers_out_does_not_send_them_as_an_attachment():
    worried = dossier(HALF, worry="Trop de saisies")

    assert attached(pdf(worried, parts_for("adviser"))) == ["reponses-jalon.json"]
    assert attached(pdf(worried, parts_for("board"))) == []
    assert b"Trop de saisies" not in export(worried, "json", parts_for("funder"))
    assert b"Trop de saisies" in export(worried, "json", parts_for("adviser"))


def test_the_data_hold_what_the_parts_hold():
    given = json.loads(export(dossier(HALF), "json", parts_for("board")))

    assert {"score", "floor", "roadmap", "first_action"} <= set(given)
    assert {"answer_file", "find_out"}.isdisjoint(given)
    assert "score" not in json.loads(export(dossier(HALF), "json", FIRST_PAGE))


def test_the_document_holds_the_same_parts_as_the_pdf(tmp_path):
    (tmp_path / "r.docx").write_bytes(export(dossier(HALF), "docx", parts_for("board")))
    said = squeezed(words_of(Document(str(tmp_path / "r.docx"))))

    assert title("decision") in said
    assert title("answers") not in said


@pytest.mark.parametrize("extension", [one for one in FORMATS if not comes_in_parts(one)])
def test_workbook_and_calendar_stay_whole(extension):
    made = dossier(HALF)

    assert export(made, extension, parts_for("board")) == export(made, extension)


def test_the_plan_in_one_table_says_that_nobody_was_seen_to_pay():
    unpaid = dossier(HALF, programmes=())

    assert "aucune aide vue" in text_of(pdf(unpaid, ("overview",)))


def test_the_plan_in_one_table_is_empty_in_words_when_nothing_is_planned():
    nothing = squeezed(FR("roadmap.none"))

    assert nothing in text_of(pdf(dossier(ALL), ("overview",)))
    assert nothing not in text_of(pdf(dossier(HALF), ("overview",)))
