"""Answers made of whole numbers: in the database, in the answer file, and back."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from storage import assessments
from storage.answer_file import AnswerFileError, read_answer_file, write_answer_file
from storage.numbers import split, to_text
from tests.storage.builders import NOW, TODAY, an_assessment
from tests.storage.test_answer_file import a_record

whole = st.lists(st.integers(-1, 20), max_size=12).map(tuple)


def test_lists_and_options_stand_side_by_side_and_come_back_apart(engine: Engine) -> None:
    made = an_assessment(
        engine, instrument="dma-sme", given={"a": "tested"}, numbers={"q1": (1, 3), "q2": ()}
    )
    assessments.save_numbers(engine, made, "q4", (0, 5, -1), NOW)
    record = assessments.load(engine, made, NOW)
    assert record.answers == {"a": "tested"}
    assert record.numbers == {"q1": (1, 3), "q2": (), "q4": (0, 5, -1)}


def test_a_list_saved_again_takes_the_place_of_the_one_before(engine: Engine) -> None:
    made = an_assessment(engine, instrument="dma-sme", numbers={"q1": (1, 3)})
    assessments.save_numbers(engine, made, "q1", (2,), NOW)
    assert assessments.load(engine, made, NOW).numbers == {"q1": (2,)}


def test_the_stage_is_kept(engine: Engine) -> None:
    made = an_assessment(engine, instrument="dma-sme")
    assessments.save_stage(engine, made, "T2", NOW)
    assert assessments.load(engine, made, NOW).stage == "T2"


@given(whole)
def test_what_stands_in_the_column_reads_back_the_same(numbers: tuple[int, ...]) -> None:
    assert split([("q", to_text(numbers))]) == ({}, {"q": numbers})


@pytest.mark.parametrize("text", ["tested", "unknown", "[", "[true]", "[1.0]", '["a"]', ""])
def test_any_other_text_stays_a_text(text: str) -> None:
    assert split([("q", text)]) == ({"q": text}, {})


def test_the_database_of_before_needs_no_change(engine: Engine) -> None:
    """Lists stand in the column that was there from the first migration on."""
    made = an_assessment(engine, given={"backup-restored": "copy-untested"})
    record = assessments.load(engine, made, NOW)
    assert (record.answers, record.numbers) == ({"backup-restored": "copy-untested"}, {})


@given(st.dictionaries(st.sampled_from(["q1", "q2", "q4", "q9"]), whole))
@settings(max_examples=50, deadline=None)
def test_the_answer_file_gives_back_answers_stage_and_profile(
    numbers: dict[str, tuple[int, ...]],
) -> None:
    profile = {"dma_profile": {"name": "Le Gué", "size": "micro"}}
    record = a_record(instrument="dma-sme", stage="T1", numbers=numbers, profile=profile)
    file = read_answer_file(write_answer_file(record, TODAY), "x")
    assert (file.numbers, file.answers, file.stage) == (numbers, {}, "T1")
    assert (file.dma_profile, file.profile) == (profile["dma_profile"], {})


@pytest.mark.parametrize("value", [[1, None], [1.5], [True], [[1]], ["a"]])
def test_a_list_of_anything_else_is_refused_in_one_line(value: list[object]) -> None:
    text = json.dumps({"instrument": "dma-sme", "answers": {"q1": value}})
    with pytest.raises(AnswerFileError, match=r"^x: answers\.q1: .* whole numbers") as caught:
        read_answer_file(text, "x")
    assert len(str(caught.value).splitlines()) == 1


def test_the_file_cannot_bring_its_own_numbers_beside_its_answers() -> None:
    text = json.dumps({"instrument": "dma-sme", "answers": {}, "numbers": {"q1": [1]}})
    with pytest.raises(AnswerFileError, match="numbers: not a known key"):
        read_answer_file(text, "x")
