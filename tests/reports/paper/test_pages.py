"""What is printed: every question on a page of its own theme, readable by everyone."""

import io
from dataclasses import replace

import pikepdf
import pytest

from content.languages import LANGUAGES
from reports.paper.form import fillable
from reports.paper.printed import printed
from reports.paper.spreadsheet import spreadsheet
from tests.reports.paper.builders import SITE, paper
from tests.reports.pdf_reading import alternatives, page_texts, solid


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_paper_holds_every_question_with_its_answers_and_its_help(language):
    made = paper("flash", language)
    text = solid(" ".join(page_texts(printed(made))))

    for asked in made.asked:
        question = asked.question
        said = (question.text, question.why_we_ask, question.plain_language)
        for words in (*said, question.who_might_know, *(a.text for a in asked.answers)):
            assert solid(words) in text
        for answer in asked.answers:
            assert f"{asked.number}{answer.sign}{solid(answer.text)}" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_theme_of_the_full_paper_stands_on_one_page(language):
    made = paper("core", language)
    pages = [solid(page) for page in page_texts(printed(made))]

    assert len(pages) == 1 + len(made.questionnaire.dimensions) + 1
    for page, dimension in zip(pages[1:], made.questionnaire.dimensions, strict=False):
        for question in dimension.questions:
            assert solid(question.text) in page
            assert solid(question.who_might_know) in page


def test_each_foot_says_version_day_and_page():
    for number, page in enumerate(page_texts(printed(paper("flash"))), 1):
        assert "version 1.0 · 30 novembre 2026" in page
        assert f"page {number} / " in page


def test_the_way_back_is_written_and_drawn():
    made = printed(paper("flash"))

    assert SITE in page_texts(made)[0]
    assert alternatives(made, "/Figure") == [f"Code à photographier\u00a0: il ouvre {SITE}"]


def test_without_a_known_address_the_paper_says_where_to_go_in_words():
    made = printed(replace(paper("flash"), site=""))

    assert "Ouvrez Jalon et choisissez « Sur papier ou hors ligne »" in page_texts(made)[0]
    assert alternatives(made, "/Figure") == []


def test_the_paper_to_print_claims_both_standards_and_the_form_neither():
    with pikepdf.open(io.BytesIO(printed(paper("flash")))) as pdf, pdf.open_metadata() as said:
        assert (said["pdfaid:part"], said["pdfuaid:part"]) == ("3", "1")
    with pikepdf.open(io.BytesIO(fillable(paper("flash")))) as pdf, pdf.open_metadata() as said:
        assert not [key for key in said if "pdfaid" in key or "pdfuaid" in key]
        assert "ni PDF/A ni PDF/UA" in str(said["dc:description"])


def test_each_button_lies_over_its_box_inside_the_page_and_says_its_answer():
    made = paper("core")
    with pikepdf.open(io.BytesIO(fillable(made))) as pdf:
        groups = {str(f.T): f for f in pdf.Root.AcroForm.Fields if f.get("/FT") == "/Btn"}
        assert list(groups) == [asked.question.id for asked in made.asked]
        for asked in made.asked:
            kids = groups[asked.question.id].Kids
            tops = [float(kid.Rect[3]) for kid in kids]
            assert tops == sorted(tops, reverse=True)
            for kid, answer in zip(kids, asked.answers, strict=True):
                left, bottom, right, top = (float(x) for x in kid.Rect)
                assert 0 < left < right < 595
                assert 0 < bottom < top < 842
                assert str(kid.TU).endswith(answer.text)
                assert f"/{answer.value}" in kid.AP.N


@pytest.mark.parametrize("make", [printed, fillable, spreadsheet])
def test_the_same_paper_gives_the_same_bytes(make):
    assert make(paper("flash", "en")) == make(paper("flash", "en"))
