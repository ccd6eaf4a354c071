"""The commands on DMA answer files, good and bad."""

import json
import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from tests.jalon.test_commands import jalon, refused

SAMPLES = json.loads(Path("tests/cases/dma-sample-cases.json").read_text(encoding="utf-8"))["cases"]
BEST = next(case for case in SAMPLES if case["id"] == "sme-all-max")["answers"]
SCALES = {"q4": [0] * 7, "q9": [0] * 5, "q11": [0] * 5}
DIMENSIONS = [
    "Digital Business Strategy",
    "Digital Readiness",
    "Human-Centric Digitalisation",
    "Data Governance",
    "Automation & Artificial Intelligence",
    "Green Digitalisation",
]


@pytest.fixture
def sheet(tmp_path):
    def write(answers, instrument="dma-sme", **more):
        path = tmp_path / "answers.json"
        path.write_text(json.dumps({"instrument": instrument, "answers": answers} | more))
        return path

    return write


def workbook(path: Path) -> dict[str, list[list[str]]]:
    """The cells of each sheet, as texts, in order; a formula is a failure."""
    with zipfile.ZipFile(path) as archive:
        read = {name: ElementTree.fromstring(archive.read(name)) for name in archive.namelist()}
    space = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    shared = ["".join(s.itertext()) for s in read["xl/sharedStrings.xml"].iter(f"{space}si")]
    names = [s.attrib["name"] for s in read["xl/workbook.xml"].iter(f"{space}sheet")]
    pages = {}
    for number, name in enumerate(names, 1):
        page = read[f"xl/worksheets/sheet{number}.xml"]
        assert not list(page.iter(f"{space}f"))
        pages[name] = [
            [
                shared[int(cell[0].text or 0)] if cell.get("t") == "s" else cell[0].text or ""
                for cell in row
            ]
            for row in page.iter(f"{space}row")
        ]
    return pages


def test_a_sample_scores_as_expected_in_the_shape_of_every_score(sheet):
    found = json.loads(jalon("score", sheet(BEST)).stdout)

    assert list(found) == ["instrument", "version", "form", "overall", "dimensions", "readings"]
    assert found["overall"] == {
        "value": 100.0, "low": 100.0, "high": 100.0, "coverage": 1.0, "level": "advanced",
    }  # fmt: skip
    assert len(found["dimensions"]) == 6
    assert found["readings"] == {}


@pytest.mark.parametrize(
    ("variant", "value"),
    [
        ("exclude_negative", 100.0),
        ("naive_count", 93.75),
        ("negative_minus_one", 108.3333),
        ("exclusive_zero", 100.0),
    ],
)
def test_q7_chooses_how_the_negative_item_counts(sheet, variant, value):
    found = json.loads(jalon("score", sheet(BEST), "--q7", variant).stdout)

    dimension = next(d for d in found["dimensions"] if d["id"] == "data_management")
    assert dimension["value"] == pytest.approx(value, abs=5e-5)


BAD: list[tuple[dict[str, Any], list[str]]] = [
    ({"answers": {"q9": [0] * 5, "q11": [0] * 5}}, ["answers.q4", "missing"]),
    ({"answers": {"q4": [0] * 7, "q11": [0] * 5}}, ["answers.q9", "missing"]),
    ({"answers": {"q4": [0] * 7, "q9": [0] * 5}}, ["answers.q11", "missing"]),
    ({"answers": SCALES | {"q4": [0] * 6}}, ["answers.q4", "6 values for 7 rows"]),
    ({"answers": SCALES | {"q4": [0] * 6 + [6]}}, ["answers.q4", "6 is not a step", "0 to 5"]),
    ({"answers": SCALES | {"q9": [0, 0, -1, 0, 0]}}, ["answers.q9", "row 3"]),
    ({"answers": SCALES | {"q9": [0, 0, -2, 0, 0]}}, ["answers.q9", "-2 is not a step"]),
    ({"answers": SCALES | {"q11": [0, 1, 2, 3, 0]}}, ["answers.q11", "3 is not a step", "0 to 2"]),
    ({"answers": SCALES | {"q2": [1, 1]}}, ["answers.q2", "1 stands twice"]),
    ({"answers": SCALES | {"q2": [11]}}, ["answers.q2", "11 is not an item", "1 to 10"]),
    ({"answers": SCALES | {"q2": [0]}}, ["answers.q2", "0 is not an item"]),
    ({"answers": SCALES | {"q2": None}}, ["answers.q2", "None"]),
    ({"answers": SCALES | {"q2": [None]}}, ["answers.q2", "null", "whole numbers"]),
    ({"answers": SCALES | {"q2": [1.0]}}, ["answers.q2", "1.0", "whole numbers"]),
    ({"answers": SCALES | {"q2": [True]}}, ["answers.q2", "true", "whole numbers"]),
    ({"answers": SCALES | {"q2": ["1"]}}, ["answers.q2", "whole numbers"]),
    ({"answers": SCALES | {"q2": [10**30]}}, ["answers.q2", "is not an item"]),
    ({"answers": SCALES | {"q2": 3}}, ["answers.q2", "3"]),
    ({"answers": SCALES | {"q2": "unknown"}}, ["answers.q2", "'unknown' is not a list"]),
    ({"answers": SCALES | {"q2": {}}}, ["answers.q2"]),
    ({"answers": SCALES | {"q1_investd": [1]}}, ["q1_investd", "did you mean 'q1_invested'"]),
    ({"answers": []}, ["answers"]),
    ({"answers": SCALES, "form": "flash"}, ["form", "dma-sme"]),
    ({"answers": SCALES, "stage": "T3"}, ["stage", "T2"]),
    ({"answers": SCALES, "dma_profil": {}}, ["did you mean 'dma_profile'"]),
    ({"answers": SCALES, "dma_profile": []}, ["dma_profile"]),
    ({"answers": SCALES, "dma_profile": {"sise": "micro"}}, ["dma_profile.sise", "size"]),
    ({"answers": SCALES, "dma_profile": {"size": "tiny"}}, ["dma_profile.size", "did you mean"]),
    ({"answers": SCALES, "dma_profile": {"country": "Belgium"}}, ["dma_profile.country"]),
    (
        {"answers": {"q4": [0] * 8, "q11": [0]}, "instrument": "dma-pso"},
        ["answers.q11", "1 values"],
    ),
    ({"answers": SCALES, "instrument": "digital-maturity"}, ["answers.q4", "a list"]),
    (
        {"answers": {}, "instrument": "digital-maturity", "dma_profile": {"name": "x"}},
        ["dma_profile", "digital-maturity"],
    ),
]


@pytest.mark.parametrize(("content", "said"), BAD, ids=[str(n) for n in range(len(BAD))])
def test_bad_input_is_refused_in_one_line_saying_where_and_what(tmp_path, content, said):
    path = tmp_path / "bad.json"
    path.write_text(json.dumps({"instrument": "dma-sme"} | content))

    error = refused(jalon("score", path))

    assert [word for word in ("bad.json", *said) if word.lower() not in error.lower()] == []


def test_an_unknown_instrument_names_the_nearest(sheet):
    assert "Did you mean 'dma-sme'" in refused(jalon("score", sheet(SCALES, "dma-sm")))
    assert "dma-sme" in refused(jalon("questions", "--instrument", "dma-smee"))


def test_a_csv_of_lists_is_refused(tmp_path):
    path = tmp_path / "many.csv"
    path.write_text("id,q4\na,1\n")
    assert "dma-sme" in refused(jalon("score", path, "--instrument", "dma-sme"))


def test_a_wrong_way_to_count_names_the_nearest_and_is_for_the_dma_alone(sheet):
    assert "naive_count" in refused(jalon("score", sheet(SCALES), "--q7", "naive_cont"))
    core = sheet({}, "digital-maturity")
    assert "--q7" in refused(jalon("score", core, "--q7", "naive_count"))


def test_questions_lists_kinds_items_and_rows():
    found = json.loads(jalon("questions", "--instrument", "dma-sme").stdout)

    questions = {q["id"]: q for d in found["dimensions"] for q in d["questions"]}
    assert (found["instrument"], len(found["dimensions"]), len(questions)) == ("dma-sme", 6, 12)
    assert [q for q in questions if questions[q]["kind"] == "scale"] == ["q4", "q9", "q11"]
    assert [i["item"] for i in questions["q7"]["items"] if i["negative"]] == [2]
    assert (len(questions["q4"]["rows"]), questions["q4"]["top"]) == (7, 5)
    assert questions["q11"]["top"] == 2


def test_the_workbook_has_the_official_sheet_and_columns(sheet, tmp_path):
    module = {"name": "=cmd()", "edih": "Le pôle", "portal_id": "42"}
    out = tmp_path / "out.xlsx"
    run = jalon("report", sheet(BEST, stage="T1", dma_profile=module), "-o", out)
    assert (run.returncode, run.stderr) == (0, "")

    pages = workbook(out)

    assert next(iter(pages)) == "My SMEs DMA Results"
    assert pages["My SMEs DMA Results"] == [
        ["SME name", "SME ID", "DMA Timing", "DMA Score", *DIMENSIONS, "EDIH Name"],
        ["=cmd()", "42", "T1", *["100"] * 7, "Le pôle"],
    ]
    assert "estimation" in str(list(pages.values())[1])


def test_the_workbook_of_a_public_body_has_its_own_columns(sheet, tmp_path):
    best = next(case for case in SAMPLES if case["id"] == "pso-all-max")["answers"]
    out = tmp_path / "out.xlsx"
    assert jalon("report", sheet(best, "dma-pso"), "-o", out).returncode == 0

    head, _row = workbook(out)["My PSOs DMA Results"]

    assert head[:4] == ["PSO name", "PSO ID", "DMA Timing", "DMA Score"]
    assert head[7:9] == ["Data Management and Security", "Interoperability"]


def test_the_json_report_holds_score_row_and_an_answer_file_that_scores_the_same(sheet, tmp_path):
    out = tmp_path / "out.json"
    given = sheet(BEST, dma_profile={"name": "Le Gué", "sector": "education"})
    assert jalon("report", given, "-o", out, "--q7", "naive_count").returncode == 0
    found = json.loads(out.read_text(encoding="utf-8"))
    assert found["q7"] == "naive_count"
    assert found["official_columns"]["SME name"] == "Le Gué"

    again = tmp_path / "again.json"
    again.write_text(json.dumps(found["answer_file"]))

    score = json.loads(jalon("score", again, "--q7", "naive_count").stdout)
    assert score == found["score"]
    assert found["answer_file"]["dma_profile"] == {"name": "Le Gué", "sector": "education"}


def test_other_formats_and_the_plans_options_are_refused(sheet, tmp_path):
    given = sheet(SCALES)

    error = refused(jalon("report", given, "-o", tmp_path / "out.pdf"))
    assert "use .xlsx or .json" in error
    assert "plan" in refused(jalon("report", given, "-o", tmp_path / "a.xlsx", "--months", "3"))


@pytest.mark.parametrize("extension", ["xlsx", "json"])
def test_the_same_input_and_date_give_the_same_bytes(sheet, tmp_path, extension):
    made = []
    for name in ("one", "two"):
        out = tmp_path / f"{name}.{extension}"
        assert jalon("report", sheet(BEST), "-o", out, "--on", "2026-11-22").returncode == 0
        made.append(out.read_bytes())

    assert made[0] == made[1]
