"""What a failure leaves in the log: where it was, never what it was about."""

import logging

import pytest
from sqlalchemy.exc import IntegrityError

from storage import assessments
from storage.errors import StorageUnavailable, UnknownAssessment
from storage.panel_schema import panels
from tests.ui.test_access import FIRST, Switch, an_assessment, kept, on_device, opens
from ui import database, failures, vault

MARK = "Atelier-Introuvable-7391"

pytestmark = pytest.mark.usefixtures("own_database")
__all__ = ["on_device"]


def failing(error: Exception) -> Exception:
    """The error as it is once raised and caught."""
    try:
        raise error
    except type(error) as caught:
        return caught


def test_the_line_of_a_failure_names_its_place_and_no_id() -> None:
    line = failures.told(failing(UnknownAssessment(MARK)))
    assert line.startswith("UnknownAssessment in test_failures.py:")
    assert MARK not in line


def test_what_the_database_says_of_itself_is_told() -> None:
    assert failures.told(failing(StorageUnavailable("the disk is full"))) == "the disk is full"


def test_a_trace_follows_the_causes_without_their_words() -> None:
    try:
        try:
            raise KeyError(MARK)
        except KeyError as cause:
            raise ValueError(MARK) from cause
    except ValueError as error:
        told = failures.trace(error)
    assert [line for line in told.splitlines() if line[0] != " "] == ["ValueError", "KeyError"]
    assert "in test_a_trace_follows_the_causes" in told
    assert MARK not in told


def test_a_refused_row_is_not_quoted() -> None:
    with pytest.raises(IntegrityError) as caught, database.engine().begin() as connection:
        connection.execute(panels.insert(), {"id": "x", "scope": MARK})
    assert MARK not in str(caught.value)


def test_a_screen_that_fails_leaves_nothing_of_its_visitor_in_the_log(
    on_device: Switch, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    made = an_assessment(worry=MARK)
    record = kept(made)

    def fails(_assessment_id: str) -> None:
        raise RuntimeError(repr(record))

    monkeypatch.setattr(vault, "load", fails)
    with caplog.at_level(logging.DEBUG):
        opens("results", made)
    assert "a screen failed" in caplog.text
    assert "RuntimeError" in caplog.text
    assert MARK not in caplog.text
    assert made not in caplog.text


def test_an_answer_that_could_not_be_kept_leaves_no_id_in_the_log(
    on_device: Switch, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    made = an_assessment()
    at = opens("question", made, q=FIRST.id)

    def gone(*_: object) -> None:
        raise UnknownAssessment(made)

    monkeypatch.setattr(assessments, "save_answer", gone)
    with caplog.at_level(logging.DEBUG):
        at.radio[0].set_value(FIRST.options[0].id).run()
    assert "an answer was not saved: UnknownAssessment" in caplog.text
    assert made not in caplog.text
