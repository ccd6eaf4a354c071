"""Whatever can be answered on paper comes back as it was given, in each form and each kind."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.scorecard import asked
from content.languages import AUTHORS, LANGUAGES
from questionnaires import read
from reports.paper.form import fillable
from reports.paper.reading import read_back
from reports.paper.spreadsheet import label
from reports.paper.strip import read_strip, signs_of, typed_line
from tests.reports.paper.builders import desk, filled_pdf, filled_sheet, paper, rows_of

FORMS = ("core", "flash")
ROUNDS = range(6)
"""No question offers more answers than this: each round takes the next one of every question."""


def nth_answers(made, turn):
    return {a.question.id: a.answers[turn % len(a.answers)] for a in made.asked}


def values(answers):
    return {question: answer.value for question, answer in answers.items()}


def sheets():
    """Any answers, any question left out."""
    made = paper()
    some = {a.number: st.sampled_from(a.answers) for a in made.asked}
    return st.fixed_dictionaries({}, optional=some)


@pytest.mark.parametrize("language", AUTHORS)
@pytest.mark.parametrize("form", FORMS)
def test_every_answer_of_every_question_comes_back_from_a_filled_pdf(form, language):
    made = paper(form, language)
    empty = fillable(made)

    for turn in ROUNDS:
        said = values(nth_answers(made, turn))
        found = read_back(filled_pdf(empty, said, "Les Tisserands"), desk())

        assert found.answers == said
        assert found.enterprise == {"name": "Les Tisserands"}
        assert (found.paper, found.problems, found.notes) == (made, (), ())


@pytest.mark.parametrize("language", AUTHORS)
@pytest.mark.parametrize("form", FORMS)
def test_every_answer_of_every_question_comes_back_from_a_workbook(form, language):
    made = paper(form, language)

    for turn in ROUNDS:
        chosen = nth_answers(made, turn)
        cells = {rows_of(made)[question]: label(a) for question, a in chosen.items()}
        found = read_back(filled_sheet(made, cells), desk())

        assert found.answers == values(chosen)
        assert (found.paper, found.problems, found.notes) == (made, (), ())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_answer_comes_back_from_a_csv_saved_with_any_separator(language):
    made = paper("core", language)
    for separator, encoding in ((";", "cp1252"), (",", "utf-8-sig"), ("\t", "utf-8")):
        chosen = nth_answers(made, 2)
        text = io.StringIO()
        writer = csv.writer(text, delimiter=separator)
        writer.writerow([made.mark, "", made.questionnaire.title])
        for one in made.asked:
            answer = label(chosen[one.question.id])
            writer.writerow([one.question.id, one.number, one.question.text, answer])

        content = text.getvalue().encode(encoding, errors="replace")

        assert read_back(content, desk()).answers == values(chosen)


@given(sheets())
def test_any_answers_typed_in_one_line_come_back(chosen):
    made = paper()
    line = " ".join(f"{number}{answer.sign}" for number, answer in chosen.items())

    signs, problems = typed_line(line, made, desk())
    found = read_strip(signs, made, desk())

    assert problems == []
    assert found.problems == ()
    assert found.answers == {made.asked[n - 1].question.id: a.value for n, a in chosen.items()}
    assert signs_of(found) == {number: answer.sign for number, answer in chosen.items()}


@given(st.text(max_size=200))
def test_any_line_is_read_or_explained_and_never_breaks(text):
    signs, problems = typed_line(text, paper(), desk())

    found = read_strip(signs, paper(), desk())

    nothing = all(sign.isspace() or sign in ",;/|." for sign in text)
    assert nothing or signs or problems or found.problems


@given(st.text(max_size=40))
def test_any_text_in_a_cell_is_an_answer_or_a_problem_of_that_cell(text):
    found = read_strip({3: text}, paper(), desk())

    if text.strip():
        assert len(found.answers) + len(found.problems) == 1
    assert all(problem.place == "Question 3" for problem in found.problems)


def test_the_paper_asks_every_question_of_its_form_and_offers_what_the_screen_does():
    for form in FORMS:
        made = paper(form)
        questions = asked(read("digital-maturity", "fr"), form)
        assert [a.question for a in made.asked] == list(questions)
        assert [a.number for a in made.asked] == list(range(1, len(questions) + 1))
        for one in made.asked:
            assert ("–" in [a.sign for a in one.answers]) == one.question.may_not_apply
