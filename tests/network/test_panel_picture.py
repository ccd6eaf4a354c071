"""The picture of several voices: counts, agreement, and what to talk about first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from network.panel import PanelPicture, Sheet, picture
from network.panel_scope import FLASH, MINUTES, WrongScope, minutes, questions_of, scope_of
from network.panel_talk import topics
from network.spread import agreement
from questionnaires import read
from tests.builders import dimension, question, questionnaire

OPTIONS = {"none": 0, "started": 1, "used": 2, "tested": 3}
SMALL = questionnaire(
    dimension("care", question("backup", **OPTIONS)),
    dimension("talk", question("site", **OPTIONS), question("letter", **OPTIONS)),
    flash=("backup", "site"),
)
ASKED = tuple(SMALL.questions())
REAL = read("digital-maturity", "en")
COUNTS = st.lists(st.integers(0, 9), min_size=2, max_size=6).filter(any)


def sheets(role: str, *said: str, **others: str) -> list[Sheet]:
    """One sheet for each answer to 'backup'; the other questions as named, else 'used'."""
    return [Sheet(role, {"backup": one, "site": "used", "letter": "used"} | others) for one in said]


def of(*people: Sheet) -> PanelPicture:
    found = picture(ASKED, [people])
    assert found is not None
    return found


def test_counts_follow_the_options_and_the_roles() -> None:
    staff = sheets("staff", "none", "used", "used")
    found = of(*staff, *sheets("board", "tested", "tested", "tested"))
    backup = found.questions[0]
    assert found.sheets == 6
    assert backup.counts == (1, 0, 2, 3)
    assert backup.roles == {"staff": (1, 0, 2, 0), "board": (0, 0, 0, 3)}
    assert found.roles() == ("staff", "board")
    assert (backup.agreement("board"), backup.agreement("direction")) == (1.0, None)


def test_not_knowing_is_no_option_and_a_question_few_know_shows_nothing() -> None:
    silent = sheets("staff", "used", "used", "used", "used", "used", letter="unknown")
    found = of(*silent, *sheets("staff", "used", "used", site="not_applicable"))
    backup, site, letter = found.questions
    assert sum(backup.counts or ()) == 7
    assert sum(site.counts or ()) == 5
    assert (letter.counts, letter.agreement()) == (None, None)


def test_an_answer_left_out_counts_as_not_known() -> None:
    assert of(*[Sheet("staff", {})] * 5).questions[0].counts is None


def test_answers_too_few_to_enter_wait_for_the_next_release() -> None:
    first = sheets("staff", "used", "used", "used", "none", "unknown")
    second = sheets("board", "tested", "unknown", "unknown", "unknown", "unknown")
    before, after = (picture(ASKED, releases) for releases in ([first], [first, second]))
    assert before is not None
    assert after is not None
    assert before.questions[0].counts is None
    assert after.questions[0].counts == (1, 0, 3, 1)
    assert after.questions[0].roles == {}


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((5, 0, 0, 0), 1.0),
        ((0, 0, 0, 8), 1.0),
        ((3, 0, 0, 3), 0.0),
        ((1, 1, 1, 1), 1 / 3),
        ((0, 3, 3, 0), 2 / 3),
        ((4, 0, 0, 1), 1 - 2 * (3 / 5) / 3),
        ((1, 1), 0.0),
    ],
)
def test_agreement_is_redone_by_hand(counts: tuple[int, ...], expected: float) -> None:
    assert agreement(counts) == pytest.approx(expected)


@given(COUNTS)
def test_agreement_is_leiks_ordinal_consensus(counts: list[int]) -> None:
    """The cumulated shares on each side of each step, as Leik wrote it."""
    total, steps = sum(counts), len(counts) - 1
    below = [sum(counts[: place + 1]) / total for place in range(steps)]
    leik = 1 - 2 * sum(min(share, 1 - share) for share in below) / steps
    assert agreement(counts) == pytest.approx(leik)
    assert 0 <= agreement(counts) <= 1


@given(COUNTS)
def test_agreement_is_the_same_read_from_the_other_end(counts: list[int]) -> None:
    assert agreement(counts) == pytest.approx(agreement(counts[::-1]))


@given(st.lists(st.sampled_from(sorted(OPTIONS)), min_size=5, max_size=15), st.randoms())
def test_the_order_of_sheets_in_a_release_changes_nothing(said: list[str], mixed) -> None:
    people = sheets("staff", *said[:3]) + sheets("board", *said[3:])
    again = list(people)
    mixed.shuffle(again)
    assert of(*people) == of(*again)


def test_what_weighs_most_is_talked_about_first() -> None:
    """As little agreement on both, but alone in its dimension 'backup' moves the score twice."""
    half = sheets("staff", "none", "none", "none", site="none")
    found = of(*half, *sheets("board", "tested", "tested", "tested", site="tested"))
    answers = dict.fromkeys(("backup", "site", "letter"), "used")
    first, second = topics(SMALL, answers, "core", found)
    assert (first.question, first.agreement, first.moves) == ("backup", 0.0, pytest.approx(50))
    assert (second.question, second.moves) == ("site", pytest.approx(25))
    assert first.weight == pytest.approx(2 * second.weight)


def test_least_agreement_comes_first_where_as_much_hangs_on_it() -> None:
    nearly = ("none", "used", "used", "used", "used", "tested")
    apart = ("none", "none", "none", "tested", "tested", "tested")
    people = [
        Sheet("staff", {"backup": "used", "site": one, "letter": other})
        for one, other in zip(nearly, apart, strict=True)
    ]
    first, second = topics(SMALL, {"backup": "used"}, "core", of(*people))
    assert first.moves == second.moves
    assert (first.question, first.agreement) == ("letter", 0.0)
    assert (second.question, second.agreement) == ("site", pytest.approx(2 / 3))


def test_where_all_agree_there_is_nothing_to_talk_about() -> None:
    assert topics(SMALL, {}, "core", of(*sheets("staff", *["used"] * 5))) == ()


def test_the_flash_asks_its_eight_questions_and_never_the_leaders_view() -> None:
    assert tuple(q.id for q in questions_of(REAL, FLASH)) == REAL.flash
    strategy = [question.id for question in questions_of(REAL, "strategy")]
    assert len(strategy) == 3
    assert "leader-view" not in strategy


def test_dimensions_are_asked_in_the_instruments_order() -> None:
    assert scope_of(REAL, ("tools", "strategy")) == "strategy tools"
    assert len(questions_of(REAL, "strategy tools")) == 6


def test_a_sheet_always_takes_less_than_ten_minutes() -> None:
    every = tuple(dimension.id for dimension in REAL.dimensions)
    assert minutes(REAL, FLASH) == REAL.flash_minutes
    assert minutes(REAL, scope_of(REAL, every[:4])) < MINUTES
    for wrong in (every, (), ("tools", "unheard-of")):
        with pytest.raises(WrongScope):
            scope_of(REAL, wrong)


def test_a_dimension_no_longer_known_asks_nothing() -> None:
    assert questions_of(REAL, "unheard-of") == ()
