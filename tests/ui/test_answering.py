"""Facts of the profile answered in place: every field has a widget that keeps what is given."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from assessment.profile import Award, Profile
from recommendations.criteria import fields_of
from recommendations.vocabulary import KINDS
from reports.dossier import Dossier
from reports.library import load_library
from tests.reports.builders import dossier
from ui.answering import keeping
from ui.answering.ask import Ask, question, value_in
from ui.answering.fields import ASKED_AS, check_fields, read_fields, shape
from ui.answering.widgets import WIDGETS, State, Unclear, Unfinished
from ui.texts import words

LIBRARY = load_library("fr")
FIELDS = read_fields("fr")
BLANK = replace(dossier(profile=Profile()), library=LIBRARY)
ASKED = sorted(
    {
        ASKED_AS.get(field, field)
        for programme in LIBRARY.programmes
        for condition in programme.conditions
        if condition.test
        for field in fields_of(condition.test)
    }
)
GIVEN: dict[str, list[Any]] = {
    "flag": [True, False],
    "number": [Decimal(0), Decimal("7.5"), Decimal(1200)],
    "money": [Decimal(0), Decimal("1234.5"), Decimal(25_000_000)],
    "share": [Decimal(0), Decimal("0.335"), Decimal(1)],
    "age": [Decimal(18), "never"],
    "date": [dt.date(2019, 5, 1)],
    "words": ["Namur"],
    "codes": [("94.99",), ("62.01", "94.99Z")],
    "awards": [(), (Award(programme="be-wal-brasero", months_ago=Decimal(14)),)],
    "several": [()],
    "places": [()],
}
"""A few values of each shape; those of a list come from the list itself."""


def asking(field: str, stored: Any = None) -> Ask:
    return question(words("fr"), told(keeping.put(Profile(), field, stored)), field, "key")


def told(profile: Profile) -> Dossier:
    """The dossier of this profile, without reading every programme against it anew."""
    return replace(BLANK, sheet=replace(BLANK.sheet, profile=profile))


def values(field: str) -> list[Any]:
    asked = asking(field)
    given = list(GIVEN.get(asked.shape, []))
    if asked.shape in ("several", "places"):
        given.append(tuple(sorted(asked.options)[:2]))
    if asked.shape in ("choice", "place", "country"):
        given += list(asked.options)[:2]
    return [Decimal(2)] if field == "project.project_rank" else given


def typed(field: str, value: Any) -> State:
    """The state a widget is in once someone has given this value."""
    return WIDGETS[shape(field, FIELDS)].shown(asking(field, value))


@pytest.mark.parametrize("field", ASKED)
def test_every_fact_a_condition_reads_can_be_answered_and_taken_back(field: str) -> None:
    widget, empty = WIDGETS[shape(field, FIELDS)], asking(field)

    assert values(field), "no value to try"
    for value in values(field):
        assert widget.read(empty, typed(field, value)) == value
        assert value_in(keeping.put(Profile(), field, value), field) == value
        # Emptied again, the fact is unknown again: never 'no', never zero.
        assert widget.read(asking(field, value), widget.shown(empty)) is None


def test_every_fact_and_every_code_of_the_programmes_has_its_words() -> None:
    assert list(check_fields(FIELDS, LIBRARY.programmes)) == []
    placed = [field for subject in FIELDS.subjects for field in subject.fields]
    assert len(placed) == len(set(placed))
    assert set(placed) == set(LIBRARY.words.questions)
    assert set(placed) <= set(KINDS)


def test_a_code_without_words_is_told_to_the_curator() -> None:
    fewer = FIELDS.model_copy(
        update={"lists": {**FIELDS.lists, "project.trainees": FIELDS.lists["project.goal"]}}
    )

    assert any(
        "'employees' of project.trainees" in p for p in check_fields(fewer, LIBRARY.programmes)
    )


def test_no_two_answers_of_a_list_read_the_same() -> None:
    for language in ("fr", "en", "nl", "es", "de"):
        for listed in read_fields(language).lists.values():
            labels = [one.label for one in listed]
            assert len(labels) == len(set(labels)), (language, labels)


@pytest.mark.parametrize(
    ("field", "state", "said"),
    [
        ("enterprise.nace", {"value": "94.99, coiffure"}, "COIFFURE"),
        ("enterprise.creation_date", {"month": 12, "year": 2026}, "n’est pas encore passée"),
    ],
)
def test_what_cannot_be_an_answer_is_refused_with_the_remedy(
    field: str, state: State, said: str
) -> None:
    with pytest.raises(Unclear, match=said):
        WIDGETS[shape(field, FIELDS)].read(asking(field), state)


@pytest.mark.parametrize(
    ("field", "state"),
    [
        ("enterprise.creation_date", {"month": 5, "year": None}),
        (
            "enterprise.previous_awards",
            {"value": ["be-wal-brasero"], "none": False, "months.be-wal-brasero": None},
        ),
    ],
)
def test_half_an_answer_waits_for_the_other_half(field: str, state: State) -> None:
    with pytest.raises(Unfinished):
        WIDGETS[shape(field, FIELDS)].read(asking(field), state)


def test_none_of_these_is_an_answer_and_nothing_chosen_is_not() -> None:
    field, many = "enterprise.accreditations", WIDGETS["several"]

    assert many.read(asking(field), {"value": [], "none": True}) == ()
    assert many.read(asking(field), {"value": [], "none": False}) is None
    # The part just changed wins: a choice unticks 'none', ticking 'none' drops the choices.
    assert many.read(asking(field, ()), {"value": ["EI"], "none": True}) == ("EI",)
    assert many.read(asking(field, ("EI",)), {"value": ["EI"], "none": True}) == ()


def test_a_value_beyond_what_a_field_shows_is_not_lost_by_looking_at_it() -> None:
    huge = Decimal(10) ** 12
    asked = asking("enterprise.turnover", huge)

    assert WIDGETS["money"].shown(asked) == {"value": 100_000_000_000.0}
    assert asked.stored == huge


def test_a_code_our_lists_do_not_name_stays_to_be_seen() -> None:
    assert asking("enterprise.sector", "beekeeping").options["beekeeping"] == "beekeeping"


def test_an_award_keeps_its_amount_when_its_months_change() -> None:
    award = Award(programme="x", months_ago=Decimal(3), amount=Decimal(500), de_minimis="yes")
    asked = asking("enterprise.previous_awards", (award,))
    state = WIDGETS["awards"].shown(asked) | {"months.x": 5.0}

    (kept,) = WIDGETS["awards"].read(asked, state)
    assert (kept.months_ago, kept.amount, kept.de_minimis) == (5, 500, "yes")


def test_money_is_asked_in_the_money_of_the_place() -> None:
    quebec = Profile.model_validate({"enterprise": {"region": "CA-QC"}})
    made = told(quebec)

    asked = question(words("fr"), made, "enterprise.turnover", "k").question
    assert "dollars canadiens" in asked
    assert "euros" in question(words("fr"), made, "enterprise.de_minimis_3y", "k").question


def test_a_value_the_profile_cannot_hold_is_refused() -> None:
    with pytest.raises(keeping.NotAccepted):
        keeping.put(Profile(), "project.project_rank", Decimal("1.5"))
