"""Open data: one figure a line, hidden figures said, every column explained."""

import csv
import io
from dataclasses import replace

import pytest

from network.aggregate import participation, publish
from network.open_data import COLUMNS, About, as_csv, data_dictionary, open_data
from tests.network.builders import DIMENSION, level_at, members, published

ABOUT = About(
    closed_on="2026-11-29",
    instrument="digital-maturity",
    version="1.0",
    levels=("starting-out", "getting-organised", "established", "sharing"),
    options={"q-1": ("Yes", "No")},
    titles={"q-1": "Do you share a tool?"},
)


def lines(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_every_figure_has_a_line_and_hidden_ones_are_empty_and_said() -> None:
    who = members([10] * 7 + [30] * 6 + [60, 61, 80, 81, 82], "care") + members([20], "food", 50)
    rows = lines(open_data(published(who)[0], ABOUT))
    tools = {
        (row["grouping"], row["group"], row["measure"]): (row["value"], row["status"])
        for row in rows
        if row["subject"] == DIMENSION
    }
    assert tools["whole", "", "members"] == ("19", "shown")
    assert tools["whole", "", "level:starting-out"] == ("8", "shown")
    assert tools["whole", "", "level:sharing"] == ("", "suppressed")
    assert tools["sector", "food", "members"] == ("", "suppressed")
    assert {row["closed_on"] for row in rows} == {"2026-11-29"}
    assert all((row["value"] == "") == (row["status"] == "suppressed") for row in rows)
    assert all(int(row["value"]) >= 5 for row in rows if row["value"])


def test_a_question_of_the_federation_is_named_by_its_text() -> None:
    who = [replace(one, own={"q-1": n % 2}) for n, one in enumerate(members([50] * 12))]
    found, _ = publish(
        who, dimensions=(), levels=4, level_at=level_at, questions={"q-1": 2},
        participation=participation(None, 12, 12),
    )  # fmt: skip
    rows = [row for row in lines(open_data(found, ABOUT)) if row["subject"].startswith("Do you")]
    assert [(row["measure"], row["value"]) for row in rows] == [
        ("members", "12"), ("option:Yes", "6"), ("option:No", "6"),
    ]  # fmt: skip


def test_a_subject_that_is_withheld_says_so() -> None:
    rows = lines(open_data(published(members([10, 20]))[0], ABOUT))
    assert [row["status"] for row in rows if row["subject"] == DIMENSION] == ["suppressed"]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_dictionary_explains_each_column_and_the_suppression(language: str) -> None:
    rows = lines(data_dictionary(language))
    assert [row["column"] for row in rows if row["column"]] == list(COLUMNS)
    assert all(row["meaning"] for row in rows)
    assert sum(not row["column"] for row in rows) == 4


def test_a_text_that_a_spreadsheet_would_run_is_defused() -> None:
    assert as_csv(["a"], [["=1+1"], [-3]]) == "a\r\n'=1+1\r\n-3\r\n"
