"""`jalon report --for` and `--part`: who the report is for, on the command line."""

import json

import pypdf
import pytest

from tests.jalon.test_commands import jalon, refused, sheet  # noqa: F401  (a fixture)

ANSWERS = {"backup-restored": "restored-this-year", "two-factor": "unknown"}


@pytest.fixture
def answers(sheet):  # noqa: F811
    return sheet(answers=ANSWERS)


def test_the_board_gets_fewer_pages_than_everybody(answers, tmp_path):
    pages = {}
    for audience in ("board", "full"):
        out = tmp_path / f"{audience}.pdf"
        run = jalon("report", answers, "-o", out, "--for", audience)
        assert (run.returncode, run.stderr) == (0, "")
        pages[audience] = len(pypdf.PdfReader(out).pages)

    assert 1 < pages["board"] < pages["full"]


def test_nothing_said_is_the_full_report(answers, tmp_path):
    plain, full = tmp_path / "plain.json", tmp_path / "full.json"
    jalon("report", answers, "-o", plain, "--on", "2026-11-22")
    jalon("report", answers, "-o", full, "--on", "2026-11-22", "--for", "full")

    assert plain.read_bytes() == full.read_bytes()
    assert json.loads(plain.read_text("utf-8"))["answer_file"]["answers"] == ANSWERS


def test_the_first_page_can_be_had_alone(answers, tmp_path):
    out = tmp_path / "front.pdf"
    run = jalon("report", answers, "-o", out, "--part", "front")

    assert (run.returncode, len(pypdf.PdfReader(out).pages)) == (0, 1)


def test_a_workbook_stays_whole_and_one_line_says_so(answers, tmp_path):
    out = tmp_path / "board.xlsx"
    run = jalon("report", answers, "-o", out, "--for", "board")

    assert (run.returncode, len(run.stderr.splitlines())) == (0, 1)
    assert "comes whole" in run.stderr


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--for", "bord"), "'board'"),
        (("--for", "Funders"), "'funder'"),
        (("--part", "road-map"), "'roadmap'"),
        (("--part", ""), "front"),
        (("--for", "board", "--part", "roadmap"), "not both"),
    ],
)
def test_what_is_not_known_is_refused_with_the_nearest_value(answers, tmp_path, options, said):
    out = tmp_path / "report.pdf"

    assert said in refused(jalon("report", answers, "-o", out, *options))
    assert not out.exists()


def test_a_dma_estimate_comes_whole(sheet, tmp_path):  # noqa: F811
    estimate = sheet(instrument="dma-sme", answers={"q4": [0] * 7, "q9": [0] * 5, "q11": [0] * 5})
    error = refused(jalon("report", estimate, "-o", tmp_path / "e.json", "--for", "board"))

    assert "--for" in error
