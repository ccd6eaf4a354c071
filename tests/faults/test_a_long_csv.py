"""Ten thousand answer sheets, one in a hundred wrong: the others are scored, none is lost."""

import csv
import json
import random
import subprocess
import sys
from pathlib import Path

import pytest

from assessment.scorecard import score_card
from questionnaires import read

ROWS = 10_000
BAD_EVERY = 100
MEGABYTES = 15
"""How much more memory ten times as many rows may take: their ids, and no more."""

Many = tuple[Path, Path, int, list[str], float]
"""The file, the cards, the exit code, the lines told, the megabytes held."""

QUESTIONNAIRE = read("digital-maturity", "fr")
QUESTIONS = [question for question in QUESTIONNAIRE.questions() if question.scored][:12]
WRONG = {
    "option": lambda row: [*row[:2], "yestreday", *row[3:]],
    "cells": lambda row: row[:-1],
    "no id": lambda row: ["", *row[1:]],
    "twice": lambda row: ["s0", *row[1:]],
}
TOLD = {
    "option": "'yestreday' is not one of its answers",
    "cells": "cells where the header has",
    "no id": "the id is empty",
    "twice": "the id 's0' stands twice",
}


def wrong_in(place: int) -> str | None:
    """What is wrong with this row, if anything."""
    if place % BAD_EVERY != 57:
        return None
    return list(WRONG)[place // BAD_EVERY % len(WRONG)]


def a_csv(path: Path, rows: int) -> Path:
    draw = random.Random(2026)
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["id", *(question.id for question in QUESTIONS)])
        for place in range(rows):
            row = [f"s{place}"]
            row += [draw.choice([*question.positions, "unknown", ""]) for question in QUESTIONS]
            wrong = wrong_in(place)
            writer.writerow(WRONG[wrong](row) if wrong else row)
    return path


def scored(path: Path, out: Path) -> tuple[int, list[str], float]:
    """The exit code, the lines told, and the most memory the command held, in MB."""
    code = (
        "import resource, sys; from jalon.__main__ import main; code = main(sys.argv[1:]);"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr);"
        "sys.exit(code)"
    )
    with out.open("wb") as file:
        run = subprocess.run(
            [sys.executable, "-c", code, "score", str(path)],
            stdout=file, stderr=subprocess.PIPE, text=True, check=False, encoding="utf-8",
        )  # fmt: skip
    *told, held = run.stderr.splitlines()
    unit = 1e6 if sys.platform == "darwin" else 1e3
    return run.returncode, told, int(held) / unit


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Many:
    folder = tmp_path_factory.mktemp("many")
    path = a_csv(folder / "many.csv", ROWS)
    out = folder / "cards"
    return (path, out, *scored(path, out))


def test_each_bad_row_is_told_once_with_its_line_and_what_is_wrong(many: Many) -> None:
    path, _, code, told, _ = many
    bad = [(place, wrong) for place in range(ROWS) if (wrong := wrong_in(place))]
    assert code == 1
    assert len(told) == len(bad) == ROWS // BAD_EVERY
    for line, (place, wrong) in zip(told, bad, strict=True):
        assert line.startswith(f"{path}:{place + 2}: ")
        assert TOLD[wrong] in line


def test_every_good_row_has_its_card_in_order(many: Many) -> None:
    _, out, _, _, _ = many
    with out.open(encoding="utf-8") as file:
        ids = [json.loads(line)["id"] for line in file]
    assert ids == [f"s{place}" for place in range(ROWS) if wrong_in(place) is None]


def test_a_row_among_many_scores_to_the_last_bit_as_it_does_alone(many: Many) -> None:
    path, out, _, _, _ = many
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    sheets = {row["id"]: row for place, row in enumerate(rows) if wrong_in(place) is None}
    with out.open(encoding="utf-8") as file:
        cards = [json.loads(line) for line in file][::97]
    for card in cards:
        sheet = sheets[card["id"]]
        answers = {q.id: sheet[q.id] for q in QUESTIONS if sheet[q.id]}
        alone = score_card(QUESTIONNAIRE, answers)
        found = {d["id"]: (d["value"], d["low"], d["high"]) for d in card["dimensions"]}
        assert found == {d: (s.value, s.low, s.high) for d, s in alone.dimensions.items()}
        assert card["overall"]["value"] == alone.overall.value


def test_memory_does_not_follow_the_number_of_rows(many: Many, tmp_path: Path) -> None:
    few = a_csv(tmp_path / "few.csv", ROWS // 10)
    *_, held_by_few = scored(few, tmp_path / "cards")
    *_, held_by_many = many
    assert held_by_many < held_by_few + MEGABYTES
