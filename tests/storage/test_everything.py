"""The file of everything holds everything: table by table, column by column, and no secret."""

import datetime as dt
import json

import pytest
from sqlalchemy import Engine

from storage.errors import UnknownAssessment
from storage.everything import LEFT_OUT, PARTS, everything
from storage.schema import metadata
from tests.marked import OTHERS, OWN, a_marked_submission
from tests.storage.builders import NOW, TODAY, an_assessment
from tests.storage.test_no_trace import ids_and_hashes


def test_each_table_is_in_it_or_on_the_list_with_its_reason() -> None:
    taken = [part.table.name for part in PARTS.values()]
    known = {table.name for table in metadata.sorted_tables}
    assert sorted([*taken, *LEFT_OUT]) == sorted(known), "a new table: in PARTS, or in LEFT_OUT"
    assert all(LEFT_OUT.values())


def test_each_column_is_taken_or_hidden_with_its_reason() -> None:
    for part in PARTS.values():
        shown = {column.name for column in part.shown()}
        columns = {column.name for column in part.table.columns}
        assert set(part.hidden) == columns - shown
        assert all(part.hidden.values())


def test_everything_of_hers_is_in_it_and_no_sheet_of_anyone(engine: Engine) -> None:
    made = a_marked_submission(engine, NOW)
    told = json.dumps(everything(engine, made.id, NOW), ensure_ascii=False)
    assert {place for place, word in OWN.items() if word not in told} == {"voice", "private-note"}
    assert OTHERS["campaign"] in told
    assert OTHERS["own-question"] in told
    assert OTHERS["team"] not in told


def test_no_secret_and_no_hash_stands_in_it(engine: Engine) -> None:
    made = a_marked_submission(engine, NOW)
    told = json.dumps(everything(engine, made.id, NOW))
    for secret in made.secrets.values():
        assert secret not in told
        assert secret.replace("-", "") not in told
    assert [key for key in ids_and_hashes(engine) if len(key) == 64 and key in told] == []


def test_another_assessment_is_not_in_it(engine: Engine) -> None:
    other = an_assessment(engine)
    made = a_marked_submission(engine, NOW)
    told = json.dumps(everything(engine, other, NOW), ensure_ascii=False)
    assert made.id not in told
    assert not [word for word in (*OWN.values(), *OTHERS.values()) if word in told]


def test_past_its_last_day_nothing_is_given(engine: Engine) -> None:
    made = a_marked_submission(engine, NOW, expires_on=TODAY)
    with pytest.raises(UnknownAssessment):
        everything(engine, made.id, NOW + dt.timedelta(days=1))
