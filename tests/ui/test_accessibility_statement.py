"""What the site says of its own accessibility: dated, and not more than is true."""

import datetime as dt

import pytest

from content.languages import LANGUAGES
from ui.accessibility import Statement, check_statement, read_statement

TODAY = dt.date(2026, 12, 1)


def statement(**changed: object) -> Statement:
    return read_statement("fr").model_copy(update=changed)


def test_ours_can_be_published() -> None:
    assert check_statement(read_statement("fr"), dt.date.today()) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_the_same_number_of_things_in_every_language(language: str) -> None:
    here, french = read_statement(language), read_statement("fr")
    assert len(here.tested) == len(french.tested)
    assert len(here.gaps) == len(french.gaps)
    assert (here.tested[0] == french.tested[0]) == (language == "fr")


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"prepared_on": dt.date(2027, 1, 1)}, "still to come"),
        ({"tested_on": dt.date(2026, 12, 1), "prepared_on": dt.date(2026, 11, 1)}, "is after"),
        ({"conformance": "full"}, "cannot be said"),
        ({"gaps": ()}, "say what is not accessible"),
    ],
)
def test_a_statement_that_cannot_be_true_is_refused(changed: dict[str, object], said: str) -> None:
    (problem,) = check_statement(statement(**changed), TODAY)
    assert problem.startswith("ui/accessibility.yaml")
    assert said in problem
