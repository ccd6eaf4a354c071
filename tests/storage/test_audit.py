"""The trail of who saw and changed what: rows are added, and go with their assessment only."""

import ast
import datetime as dt
from pathlib import Path

import pytest
from sqlalchemy import Engine

from storage import audit
from storage.audit import Act, Line, Who, note, trail
from storage.errors import UnknownAssessment
from storage.removal import delete_assessment
from tests.storage.builders import NOW, an_assessment

BOARD = Who("reader", "Le conseil d’administration", "a1b2c3")
OPENED = Act("read", "assessment")
ANSWERED = Act("write", "answers", "tools")


def minutes(count: int) -> dt.datetime:
    return NOW + dt.timedelta(minutes=count)


def test_each_line_says_when_who_and_what_the_newest_first(engine: Engine) -> None:
    one = an_assessment(engine)
    note(engine, one, BOARD, OPENED, NOW)
    note(engine, one, BOARD, ANSWERED, minutes(1))
    note(engine, an_assessment(engine), BOARD, OPENED, NOW)
    assert trail(engine, one) == (Line(minutes(1), BOARD, ANSWERED), Line(NOW, BOARD, OPENED))
    assert trail(engine, one, most=1) == (Line(minutes(1), BOARD, ANSWERED),)


def test_the_same_act_of_the_same_browser_is_one_line_an_hour(engine: Engine) -> None:
    one = an_assessment(engine)
    for count in (0, 1, 59, 60, 61):
        note(engine, one, BOARD, ANSWERED, minutes(count))
    assert [line.moment for line in trail(engine, one)] == [minutes(60), NOW]


def test_another_browser_another_set_or_another_act_is_another_line(engine: Engine) -> None:
    one = an_assessment(engine)
    note(engine, one, BOARD, ANSWERED, NOW)
    note(engine, one, Who(BOARD.role, BOARD.label, "ffffff"), ANSWERED, NOW)
    note(engine, one, BOARD, Act("write", "answers", "strategy"), NOW)
    note(engine, one, BOARD, Act("read", "answers", "tools"), NOW)
    note(engine, an_assessment(engine), BOARD, ANSWERED, NOW)
    assert len(trail(engine, one)) == 4


def test_what_is_never_put_together_is_a_line_each_time(engine: Engine) -> None:
    one = an_assessment(engine)
    for _ in range(2):
        note(engine, one, BOARD, Act("create", "keys", "Le CA"), NOW, once=False)
    assert len(trail(engine, one)) == 2


def test_a_label_may_hold_anything(engine: Engine) -> None:
    one, odd = an_assessment(engine), Who("reader", "'; DROP TABLE audit; -- \ud800", "a1b2c3")
    note(engine, one, odd, OPENED, NOW)
    (line,) = trail(engine, one)
    assert line.who.label.startswith("'; DROP TABLE audit; --")


def test_deleting_the_assessment_takes_its_trail_and_no_other(engine: Engine) -> None:
    one, other = an_assessment(engine), an_assessment(engine)
    for each in (one, other):
        note(engine, each, BOARD, OPENED, NOW)
    delete_assessment(engine, one, NOW)
    assert trail(engine, one) == ()
    assert len(trail(engine, other)) == 1


def test_nothing_is_written_about_what_is_not_there(engine: Engine) -> None:
    with pytest.raises(UnknownAssessment):
        note(engine, "0" * 32, BOARD, OPENED, NOW)


def test_nothing_in_the_code_changes_or_removes_a_line() -> None:
    functions = {
        n for n, f in vars(audit).items() if getattr(f, "__module__", "") == audit.__name__
    }
    assert functions == {"Who", "Act", "Line", "note", "trail"}
    for file in Path("storage").glob("*.py"):
        for call in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(call, ast.Call) and ast.unparse(call.func).endswith(
                ("update", "delete", "upsert", "delete_from", "_remove")
            ):
                assert "audit" not in [ast.unparse(given) for given in call.args], file
