"""`paper` writes the questionnaire to take away, `read` gives back an answer file."""

import json

import pytest

from jalon.__main__ import main
from reports.paper.spreadsheet import label
from tests.reports.paper.builders import filled_sheet, paper, rows_of


@pytest.mark.parametrize("kind", ["form", "xlsx"])
def test_a_paper_taken_away_and_left_empty_reads_as_no_answers(kind, tmp_path, capsys):
    out = tmp_path / ("away.xlsx" if kind == "xlsx" else "away.pdf")

    written = main(["paper", "--kind", kind, "--form", "flash", "--language", "en", "-o", str(out)])
    read = main(["read", str(out), "--on", "2026-11-30"])

    assert (written, read) == (0, 0)
    said = capsys.readouterr()
    assert json.loads(said.out) == {
        "instrument": "digital-maturity",
        "version": paper().questionnaire.version,
        "date": "2026-11-30",
        "form": "flash",
        "answers": {},
    }
    assert said.err == ""


def test_what_is_right_is_printed_and_what_is_wrong_named_by_its_cell(tmp_path, capsys):
    made = paper("flash")
    first, second = made.asked[:2]
    cells = rows_of(made)
    file = tmp_path / "filled.xlsx"
    file.write_bytes(
        filled_sheet(
            made,
            {cells[first.question.id]: label(first.answers[0]), cells[second.question.id]: "z"},
        )
    )

    code = main(["read", str(file), "--language", "en"])

    said = capsys.readouterr()
    assert code == 1
    assert json.loads(said.out)["answers"] == {first.question.id: first.answers[0].value}
    assert said.err == (
        f"{file}:Questions!{cells[second.question.id]}: "
        "Question 2: there is no answer z. Choose a, b, c, d or ?.\n"
    )


def test_an_answer_file_that_was_read_can_be_scored(tmp_path, capsys):
    made = paper("flash")
    cells = rows_of(made)
    file, answers = tmp_path / "filled.xlsx", tmp_path / "answers.json"
    said = {cells[a.question.id]: label(a.answers[0]) for a in made.asked}
    file.write_bytes(filled_sheet(made, said))

    main(["read", str(file)])
    answers.write_text(capsys.readouterr().out, encoding="utf-8")

    assert main(["score", str(answers)]) == 0
    assert json.loads(capsys.readouterr().out)["overall"]["value"] == 0


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["paper", "--kind", "xls", "-o", "a.xlsx"], "did you mean 'xlsx'"),
        (["paper", "--form", "flsh", "-o", "a.pdf"], "did you mean 'flash'"),
        (["paper", "-o", "a.xlsx"], "'a.xlsx' is no .pdf"),
        (["paper", "--site", "jalon", "-o", "a.pdf"], "not an address"),
        (["read", "nowhere.pdf"], "check the path"),
        (["read", "pyproject.toml", "--language", "en"], "not a Jalon questionnaire"),
    ],
)
def test_bad_input_is_one_line_and_exit_2(arguments, says, capsys):
    assert main(arguments) == 2
    [line] = capsys.readouterr().err.splitlines()
    assert says in line.replace("\u00a0", " ")
