import datetime as dt
import threading

import pytest
from sqlalchemy import Engine

from storage import assessments
from storage.assessments import load, months_later, save_answer, save_answers
from storage.errors import UnknownAssessment
from tests.storage.builders import NOW, TODAY, an_assessment

LATER = NOW + dt.timedelta(minutes=5)


def test_a_new_assessment_has_no_answer_and_two_years_to_live(engine: Engine) -> None:
    record = load(engine, an_assessment(engine), NOW)
    assert (record.answers, record.profile, record.worry) == ({}, {}, "")
    assert (record.plan, record.scorecard, record.scored_version) == (None, None, None)
    assert (record.form, record.stage, record.language) == ("core", "T0", "fr")
    assert record.expires_on == dt.date(2028, 11, 23)
    assert record.created_at == record.updated_at == NOW


def test_everything_saved_comes_back_as_it_was(engine: Engine) -> None:
    new_id = an_assessment(engine, form="flash", stage="T1")
    profile = {"enterprise": {"name": "Coopérative « L’Établi » 🛠", "turnover": "12345.60"}}
    save_answer(engine, new_id, "backup", "tested", LATER)
    assessments.save_profile(engine, new_id, profile, LATER)
    assessments.save_worry(engine, new_id, "Trop de tableurs.", LATER)
    assessments.save_plan(engine, new_id, {"steps": [{"action": "a"}]}, LATER)
    assessments.save_scorecard(
        engine, new_id, {"overall": {"value": 41.66666666666667}}, "1.0", LATER
    )
    assessments.save_form(engine, new_id, "core", LATER)
    assessments.save_language(engine, new_id, "en", LATER)
    record = load(engine, new_id, LATER)
    assert record.answers == {"backup": "tested"}
    assert record.profile == profile
    assert record.worry == "Trop de tableurs."
    assert record.plan == {"steps": [{"action": "a"}]}
    assert record.scorecard == {"overall": {"value": 41.66666666666667}}
    assert (record.scored_version, record.form, record.stage) == ("1.0", "core", "T1")
    assert (record.language, record.updated_at, record.created_at) == ("en", LATER, NOW)


def test_an_assessment_can_start_with_what_a_file_holds(engine: Engine) -> None:
    new_id = an_assessment(engine, given={"q1": "a", "q2": "unknown"}, worry="temps", plan={"k": 1})
    record = load(engine, new_id, NOW)
    assert (record.answers, record.worry, record.plan) == (
        {"q1": "a", "q2": "unknown"},
        "temps",
        {"k": 1},
    )


def test_saving_the_same_answer_twice_leaves_one(engine: Engine) -> None:
    new_id = an_assessment(engine)
    save_answer(engine, new_id, "backup", "none", NOW)
    assert save_answer(engine, new_id, "backup", "tested", LATER) == LATER
    save_answer(engine, new_id, "backup", "tested", LATER)
    assert load(engine, new_id, LATER).answers == {"backup": "tested"}


def test_a_cleared_answer_is_as_if_never_given(engine: Engine) -> None:
    new_id = an_assessment(engine, given={"q1": "a", "q2": "b"})
    assessments.clear_answer(engine, new_id, "q1", LATER)
    assert load(engine, new_id, LATER).answers == {"q2": "b"}


def test_threads_saving_at_once_lose_nothing(engine: Engine) -> None:
    new_id = an_assessment(engine)

    def save(prefix: str) -> None:
        for number in range(50):
            save_answer(engine, new_id, f"{prefix}-{number}", str(number), NOW)

    threads = [threading.Thread(target=save, args=(name,)) for name in ("a", "b", "c")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    expected = {f"{name}-{n}": str(n) for name in "abc" for n in range(50)}
    assert load(engine, new_id, NOW).answers == expected


def test_a_text_no_database_accepts_is_cleaned_not_lost(engine: Engine) -> None:
    new_id = an_assessment(engine, worry="avant\x00après \ud83d 🧰")
    assert load(engine, new_id, NOW).worry == "avantaprès \ufffd 🧰"


def test_an_unknown_assessment_is_named_so_by_every_function(engine: Engine) -> None:
    with pytest.raises(UnknownAssessment):
        load(engine, "0" * 32, NOW)
    with pytest.raises(UnknownAssessment):
        save_answers(engine, "0" * 32, {"q": "a"}, NOW)
    with pytest.raises(UnknownAssessment):
        assessments.save_worry(engine, "0" * 32, "x", NOW)


def test_an_expired_assessment_is_gone_before_it_is_purged(engine: Engine) -> None:
    new_id = an_assessment(engine)
    assessments.set_expiry(engine, new_id, TODAY, NOW)
    assert load(engine, new_id, NOW).expires_on == TODAY
    tomorrow = NOW + dt.timedelta(days=1)
    with pytest.raises(UnknownAssessment):
        load(engine, new_id, tomorrow)
    with pytest.raises(UnknownAssessment):
        save_answer(engine, new_id, "q", "a", tomorrow)


def test_a_moment_keeps_its_instant_whatever_its_time_zone(engine: Engine) -> None:
    new_id = an_assessment(engine)
    brussels = dt.timezone(dt.timedelta(hours=1))
    save_answer(engine, new_id, "q", "a", LATER.astimezone(brussels))
    assert load(engine, new_id, LATER).updated_at == LATER


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (dt.date(2026, 11, 23), 24, dt.date(2028, 11, 23)),
        (dt.date(2026, 1, 31), 1, dt.date(2026, 2, 28)),
        (dt.date(2024, 2, 29), 24, dt.date(2026, 2, 28)),
        (dt.date(2026, 12, 31), 1, dt.date(2027, 1, 31)),
    ],
)
def test_months_later_stays_in_the_month(day: dt.date, months: int, expected: dt.date) -> None:
    assert months_later(day, months) == expected
