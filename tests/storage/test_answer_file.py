import datetime as dt
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage.answer_file import AnswerFileError, read_answer_file, write_answer_file
from storage.record import Record
from tests.storage.builders import NOW, TODAY

SMALLEST: dict[str, Any] = {"instrument": "digital-maturity", "answers": {"backup": "tested"}}


def a_record(**changes: Any) -> Record:
    fields: dict[str, Any] = {
        "id": "0" * 32,
        "instrument": "digital-maturity",
        "version": "1.0",
        "form": "core",
        "stage": "T0",
        "language": "fr",
        "created_at": NOW,
        "updated_at": NOW,
        "expires_on": TODAY,
        "profile": {},
        "worry": "",
        "plan": None,
        "answers": {},
        "scorecard": None,
        "scored_version": None,
    }
    return Record(**(fields | changes))


def read(**changes: Any) -> Any:
    return read_answer_file(json.dumps(SMALLEST | changes), "answers.json")


def refusal(text: str, name: str = "answers.json") -> str:
    with pytest.raises(AnswerFileError) as caught:
        read_answer_file(text, name)
    assert len(str(caught.value).splitlines()) == 1
    return str(caught.value)


def test_an_instrument_and_answers_are_enough() -> None:
    content = read()
    assert (content.answers, content.form, content.stage) == ({"backup": "tested"}, "core", "T0")
    assert (content.version, content.date, content.plan, content.worry) == (None, None, None, "")


def test_a_file_from_another_editor_is_read() -> None:
    text = "\ufeff" + json.dumps(SMALLEST | {"date": "2026-11-23"}, indent=1).replace("\n", "\r\n")
    assert read_answer_file(text, "x").date == TODAY


plain = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**12), 10**12)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abc"), inner),
    max_leaves=8,
)
words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)


@given(
    answers=st.dictionaries(words, words, max_size=5),
    profile=st.dictionaries(st.sampled_from(["enterprise", "project"]), plain),
    plan=st.none() | st.dictionaries(words, plain, min_size=1, max_size=2),
    worry=words,
)
@settings(max_examples=100, deadline=None)
def test_what_is_written_reads_back_the_same(
    answers: dict[str, str], profile: dict[str, Any], plan: dict[str, Any] | None, worry: str
) -> None:
    record = a_record(answers=answers, profile=profile, plan=plan, worry=worry, stage="T2")
    text = write_answer_file(record, dt.date(2026, 12, 1))
    content = read_answer_file(text, "x")
    assert (content.answers, content.profile, content.worry) == (answers, profile, worry)
    assert content.plan == plan
    assert (content.stage, content.date, content.version) == ("T2", dt.date(2026, 12, 1), "1.0")
    assert write_answer_file(record, dt.date(2026, 12, 1)) == text


def test_the_order_of_answering_does_not_change_the_file() -> None:
    one = a_record(answers={"a": "1", "b": "2"})
    other = a_record(answers={"b": "2", "a": "1"})
    assert write_answer_file(one, TODAY) == write_answer_file(other, TODAY)


def test_a_misspelt_key_is_named_with_the_nearest() -> None:
    line = refusal('{"instrument": "x", "anwers": {}, "answers": {}}', "mine.json")
    assert line == "mine.json: anwers: not a known key; did you mean 'answers'?"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "line 1, column 1"),
        ('{"instrument": "x",\n "answers": {,}}', "line 2, column 14"),
        ("[]", "top: [] is not a group of keys"),
        ("null", "top: None is not a group of keys"),
        ('{"answers": {}}', "instrument: 'instrument' is missing; add it"),
        ('{"instrument": "x", "answers": {"q": 3}}', "answers.q: 3 is not a text"),
        ('{"instrument": "x", "answers": {"q": null}}', "answers.q: None is not a text"),
        ('{"instrument": "x", "answers": []}', "answers: [] is not a group of keys"),
        ('{"instrument": "x", "answers": {"q": "a", "q": "b"}}', "q: this key stands twice"),
        ('{"instrument": "x", "answers": {}, "form": "long"}', "write one of 'core' or 'flash'"),
        ('{"instrument": "x", "answers": {}, "stage": 0}', "write one of 'T0', 'T1' or 'T2'"),
        (
            '{"instrument": "x", "answers": {}, "date": "23/11/2026"}',
            "date: '23/11/2026' is not a date",
        ),
        ('{"instrument": "x", "answers": {}, "date": 5}', "date: 5 is not a date"),
        ('{"instrument": "x", "answers": {}, "plan": {"a": NaN}}', "NaN is not a number"),
        ('{"instrument": "x", "answers": {}, "plan": {"a": 1e999}}', "1e999 is too large"),
        (
            '{"instrument": "x", "answers": {}, "plan": {"a": ' + "9" * 5000 + "}}",
            "too many digits",
        ),
        ('{"instrument": "x", "answers": {"q": "\\ud800"}}', "lone surrogate"),
        ('{"instrument": "x", "answers": {"q": "\\u0000"}}', "NUL"),
        ("[" * 100_000, "nested too deep"),
        (
            '{"instrument": "x", "answers": {}, "plan": {"a": ' + "[" * 60 + "]" * 60 + "}}",
            "too deep",
        ),
        (" " * 1_000_001, "larger than 1000000 bytes"),
        ('{"instrument": "x", "answers": {"a\\nb": 1}}', "answers.a b: 1 is not a text"),
    ],
)
def test_a_bad_file_is_refused_in_one_line_saying_where_and_what(text: str, said: str) -> None:
    line = refusal(text)
    assert line.startswith("answers.json: ")
    assert said in line


def test_a_hostile_file_name_stays_on_one_short_line() -> None:
    assert len(refusal("", "x\n\x1b[31m" * 500)) < 200


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=10,
)
keyed = st.dictionaries(
    st.sampled_from(
        ["instrument", "version", "date", "stage", "form", "answers", "profile", "plan", "worry"]
    ),
    anything | st.just("2026-11-23") | st.dictionaries(st.text(), st.text()),
)


@given(st.text() | st.builds(json.dumps, anything | keyed))
@settings(max_examples=400, deadline=None)
def test_no_text_whatever_raises_anything_but_one_clear_line(text: str) -> None:
    said = ""
    try:
        read_answer_file(text, "fuzz.json")
    except AnswerFileError as error:
        said = str(error)
    assert said == "" or said.startswith("fuzz.json: ")
    assert len(said.splitlines()) <= 1


def test_the_name_of_a_file_far_down_in_folders_is_said() -> None:
    with pytest.raises(AnswerFileError, match=r"^….*/answers\.json: "):
        read_answer_file("{", "/very-long-folder" * 10 + "/answers.json")
