"""What to ask next: the fact that settles most programmes, and orders made too early before all."""

import datetime as dt

from assessment.places import contains
from assessment.profile import Profile
from recommendations.eligibility import Words, decisive_questions, match_all
from recommendations.facts import facts
from tests.recommendations.builders import programme

ON = dt.date(2026, 11, 22)
FIELDS = ("enterprise.turnover", "enterprise.nace", "enterprise.fte", "project.started")
WORDS = Words(
    {v: f"{v}: {{condition}}" for v in ("met", "to_check", "not_met")},
    {field: f"{field}?" for field in FIELDS},
)
SIZE = {"field": "enterprise.fte", "below": 50}
MONEY = {"field": "enterprise.turnover", "below": 1000}
ACTIVITY = {"field": "enterprise.nace", "has_any": ["62"]}
NOTHING_ORDERED = {"field": "project.started", "is": False}


def aid(id, *tests, **changes):
    conditions = [{"id": f"c{i}", "text": "t", "test": t} for i, t in enumerate(tests)]
    return programme(id, conditions=conditions, **changes)


def read(*programmes, enterprise=None):
    profile = Profile.model_validate({"enterprise": enterprise or {}})
    return match_all(programmes, facts(profile, ON, contains), ON, WORDS)


def asked(*programmes, enterprise=None):
    return [q.field for q in decisive_questions(read(*programmes, enterprise=enterprise), ON)]


def test_the_question_that_settles_most_programmes_comes_first():
    found = decisive_questions(
        read(aid("a", SIZE), aid("b", SIZE), aid("c", MONEY, ACTIVITY), aid("d", MONEY)), ON
    )

    assert [(q.field, q.settles, q.touches) for q in found] == [
        ("enterprise.fte", 2, 2), ("enterprise.turnover", 1, 2), ("enterprise.nace", 0, 1),
    ]  # fmt: skip
    assert found[0].text == "enterprise.fte?"


def test_between_equals_the_order_of_the_authors_decides():
    assert asked(aid("a", ACTIVITY), aid("b", MONEY)) == ["enterprise.turnover", "enterprise.nace"]


def test_whether_something_was_ordered_is_asked_before_all():
    assert asked(aid("a", SIZE), aid("b", SIZE), aid("c", MONEY, NOTHING_ORDERED))[0] == (
        "project.started"
    )


def test_a_programme_that_is_refused_closed_or_thinly_known_asks_nothing():
    elsewhere = {"field": "enterprise.region", "within": ["FR"]}

    assert asked(
        aid("refused", elsewhere, SIZE), aid("closed", SIZE, tier="archive"),
        aid("thin", SIZE, tier="weak"), enterprise={"region": "BE-WAL"},
    ) == []  # fmt: skip


def test_the_questions_of_one_programme_follow_the_order_over_all():
    matches = read(aid("a", SIZE), aid("b", SIZE), aid("c", MONEY, SIZE, NOTHING_ORDERED))

    last = next(m for m in matches if m.programme.id == "c")
    assert [q.field for q in last.questions] == [
        "project.started", "enterprise.fte", "enterprise.turnover",
    ]  # fmt: skip


def test_what_another_branch_has_settled_is_not_asked():
    either = {"any": [SIZE, MONEY]}

    assert asked(aid("a", either), enterprise={"fte": 3}) == []
    assert asked(aid("a", either), enterprise={"fte": 80}) == ["enterprise.turnover"]


def test_a_source_that_contradicts_itself_asks_only_while_the_answer_can_settle_it():
    size = {"readings": [SIZE, {"field": "enterprise.fte", "below": 250}]}

    assert asked(aid("a", size)) == ["enterprise.fte"]
    assert asked(aid("a", size), enterprise={"fte": 100}) == []


def test_a_place_too_wide_to_tell_is_asked_again():
    place = {"field": "enterprise.nace", "has_any": ["62.01"]}

    assert asked(aid("a", place), enterprise={"nace": ["62"]}) == ["enterprise.nace"]
