"""What is wrong is named by its cell, with the nearest answer; what is right is kept."""

from dataclasses import replace

import pytest

from reports.paper.form import fillable
from reports.paper.reading import read_back
from reports.paper.spreadsheet import label, spreadsheet
from reports.paper.strip import read_strip, typed_line
from tests.reports.paper.builders import desk, edited, filled_pdf, filled_sheet, paper, rows_of

PAPER = paper()
ROWS = rows_of(PAPER)
FIRST, SECOND, THIRD = PAPER.asked[:3]
QUESTIONS = "xl/worksheets/sheet2.xml"


def told(found) -> list[tuple[str, str]]:
    return [(problem.place, problem.text.replace("\u00a0", " ")) for problem in found.problems]


def cell(asked) -> str:
    return ROWS[asked.question.id]


def test_the_letter_a_question_does_not_have_is_said_with_those_it_has():
    found = read_strip({7: "f", 3: "b"}, PAPER, desk("en"))

    assert told(found) == [
        ("Question 7", "Question 7: there is no answer f. Choose a, b, c, d, ? or –.")
    ]
    assert found.answers == {THIRD.question.id: THIRD.answers[1].value}


def test_does_not_apply_is_refused_where_the_author_does_not_offer_it():
    assert told(read_strip({1: "-"}, PAPER, desk("en"))) == [
        ("Question 1", "Question 1: there is no answer -. Choose a, b, c, d or ?.")
    ]


def test_words_close_to_an_answer_name_the_cell_and_the_nearest_answer():
    written = {
        cell(FIRST): FIRST.answers[2].text[:-9] + "xyz",
        cell(SECOND): label(SECOND.answers[0]),
    }

    found = read_back(filled_sheet(PAPER, written), desk("en"))

    [(place, text)] = told(found)
    assert place == f"Questions!{cell(FIRST)}"
    assert f"The nearest one: “{label(FIRST.answers[2])}”" in text.replace("\u00a0", " ") or (
        FIRST.answers[2].text[:20] in text
    )
    assert found.answers == {SECOND.question.id: SECOND.answers[0].value}


@pytest.mark.parametrize("way", ["b", "B", "1b", "1 b", " b "])
def test_the_sign_alone_will_do_in_a_cell(way):
    found = read_back(filled_sheet(PAPER, {cell(FIRST): way}), desk())

    assert found.answers == {FIRST.question.id: FIRST.answers[1].value}


@pytest.mark.parametrize("dash", "-–—−")
def test_any_dash_says_that_it_does_not_apply(dash):
    optional = next(asked for asked in PAPER.asked if asked.question.may_not_apply)

    found = read_strip({optional.number: dash}, PAPER, desk())

    assert found.answers == {optional.question.id: "not_applicable"}


def test_a_calculation_is_no_answer():
    def calculated(xml: str) -> str:
        place = cell(FIRST)
        start = xml.index(f'<c r="{place}"')
        end = xml.index("/>", start) + 2
        return f'{xml[:start]}<c r="{place}" t="str"><f>cmd()</f><v>b</v></c>{xml[end:]}'

    found = read_back(edited(spreadsheet(PAPER), QUESTIONS, calculated), desk("en"))

    assert told(found) == [
        (f"Questions!{cell(FIRST)}",
         "Question 1: the cell holds a calculation. Choose an answer in the list.")
    ]  # fmt: skip
    assert found.answers == {}


def test_the_profile_comes_back_and_what_is_wrong_in_it_is_named():
    right = {"C3": "Les Tisserands", "C4": "Belgique, Wallonie", "C5": "ASBL", "C6": "7,5"}
    wrong = right | {"C4": "Belgique, Walonie", "C6": "douze"}

    kept = read_back(filled_sheet(PAPER, right, sheet=3), desk("en"))
    doubtful = read_back(filled_sheet(PAPER, wrong, sheet=3), desk("en"))

    assert kept.enterprise == {
        "name": "Les Tisserands", "country": "BE", "region": "BE-WAL",
        "legal_form": "be-asbl", "fte": "7.5",
    }  # fmt: skip
    assert told(doubtful) == [
        ("Votre organisation!C4",
         "“Belgique, Walonie” is not in the list. The nearest one: “Belgique, Wallonie”."),
        ("Votre organisation!C6", "“douze” is not a number. Write for example 7.5."),
    ]  # fmt: skip
    assert doubtful.enterprise == {"name": "Les Tisserands", "legal_form": "be-asbl"}


def test_an_older_paper_keeps_what_still_exists_and_names_what_does_not():
    older = edited(
        filled_sheet(PAPER, {cell(FIRST): label(FIRST.answers[3]), cell(SECOND): "a"}),
        "xl/sharedStrings.xml",
        lambda xml: xml.replace("|1.0|", "|0.9|").replace(
            f"<t>{SECOND.question.id}</t>", "<t>gone-for-good</t>"
        ),
    )

    found = read_back(older, desk("en"))

    version, gone = (note.replace("\u00a0", " ") for note in found.notes)
    assert "This paper is of version 0.9" in version
    assert gone.startswith("This question no longer exists")
    assert SECOND.question.text[:30].replace("\u00a0", " ") in gone
    assert (found.version, found.problems) == ("0.9", ())
    assert found.answers == {FIRST.question.id: FIRST.answers[3].value}


def test_an_answer_that_no_longer_exists_is_named():
    form = filled_pdf(fillable(paper("flash")), {FIRST.question.id: "gone-for-good"})

    found = read_back(form, desk("en"))

    [(place, text)] = told(found)
    assert place == f"field {FIRST.question.id}"
    assert "gone-for-good" in text
    assert found.answers == {}


@pytest.mark.parametrize(
    ("line", "place", "says"),
    [
        ("26a", "Question 26", "from 1 to 25"),
        ("0a", "Question 0", "from 1 to 25"),
        ("3", "Question 3", "A sign is missing after 3"),
        ("3b 3c", "Question 3", "two answers: b, c"),
        ("3b hello", "Typed line", "“hello” is not understood"),
        ("3bc", "Question 3", "A sign is missing"),
    ],
)
def test_what_cannot_be_understood_in_a_line_is_said_where_it_stands(line, place, says):
    _, problems = typed_line(line, PAPER, desk("en"))

    assert place in [problem.place for problem in problems]
    assert says in " ".join(problem.text for problem in problems)


@pytest.mark.parametrize("line", ["1b2c3?", "1 b, 2 c; 3 ?", "1: B\n2: C\n3: ?", "1.b 2.c 3.?"])
def test_a_line_is_read_however_it_is_spaced(line):
    assert typed_line(line, PAPER, desk()) == (
        {1: line[line.lower().index("b")], 2: line[line.lower().index("c")], 3: "?"}, []
    )  # fmt: skip


def test_hostile_words_are_shown_as_one_short_line():
    found = read_strip({3: "\u202e\n" + "<script>" * 99}, PAPER, desk())

    [problem] = found.problems
    assert "\n" not in problem.text
    assert "\u202e" not in problem.text
    assert len(problem.text) < 250


def test_the_answer_file_is_of_today_and_holds_only_what_is_right():
    found = replace(read_strip({1: "a", 2: "z"}, PAPER, desk()), enterprise={"name": "Le Gué"})

    assert found.answer_file() == {
        "instrument": "digital-maturity",
        "version": PAPER.questionnaire.version,
        "form": "core",
        "answers": {FIRST.question.id: FIRST.answers[0].value},
        "profile": {"enterprise": {"name": "Le Gué"}},
    }
