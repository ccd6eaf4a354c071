"""T1 knows the T0 it follows; each may be deleted without the other."""

import datetime as dt

from sqlalchemy import Engine, text

from storage import assessments
from storage.engine import open_engine
from storage.following import follower_of
from storage.migrate import migrate
from storage.removal import delete_assessment, purge
from tests.storage.builders import NOW, TODAY, an_assessment

LATER = NOW + dt.timedelta(days=180)


def test_a_re_assessment_knows_the_one_it_follows(engine: Engine) -> None:
    first = an_assessment(engine)
    second = an_assessment(engine, stage="T1", follows_id=first)

    assert assessments.load(engine, first, NOW).follows_id is None
    assert assessments.load(engine, second, NOW).follows_id == first
    assert follower_of(engine, first, NOW) == second
    assert follower_of(engine, second, NOW) is None


def test_of_two_started_from_the_same_one_the_last_is_found(engine: Engine) -> None:
    first = an_assessment(engine)
    an_assessment(engine, follows_id=first)
    fields = {"instrument": "digital-maturity", "version": "1.0", "language": "fr"}
    again = assessments.create(engine, LATER, follows_id=first, **fields)

    assert follower_of(engine, first, LATER) == again


def test_deleting_the_first_leaves_the_second_whole_and_alone(engine: Engine) -> None:
    first = an_assessment(engine, given={"backup": "none"})
    second = an_assessment(engine, follows_id=first, given={"backup": "tested"})

    delete_assessment(engine, first, NOW)

    kept = assessments.load(engine, second, NOW)
    assert (kept.follows_id, kept.answers) == (None, {"backup": "tested"})


def test_deleting_the_second_leaves_the_first(engine: Engine) -> None:
    first = an_assessment(engine, given={"backup": "none"})
    delete_assessment(engine, an_assessment(engine, follows_id=first), NOW)

    assert assessments.load(engine, first, NOW).answers == {"backup": "none"}
    assert follower_of(engine, first, NOW) is None


def test_the_end_of_the_first_ones_time_does_not_take_the_second(engine: Engine) -> None:
    first = an_assessment(engine, expires_on=TODAY)
    second = an_assessment(engine, follows_id=first)

    assert purge(engine, LATER.date()) == 1

    assert assessments.load(engine, second, LATER).follows_id is None


def test_a_follower_past_its_last_day_is_not_found(engine: Engine) -> None:
    first = an_assessment(engine)
    an_assessment(engine, follows_id=first, expires_on=TODAY)

    assert follower_of(engine, first, LATER) is None


def test_the_migration_keeps_every_assessment_and_its_answers(new_address: str) -> None:
    engine = open_engine(new_address)
    migrate(engine, to="0007")
    made = an_assessment(engine, given={"backup": "none"})
    with engine.begin() as connection:
        connection.execute(text("DROP INDEX assessments_follows_id"))
        connection.execute(text("ALTER TABLE assessments DROP COLUMN follows_id"))
        connection.execute(text("UPDATE alembic_version SET version_num = '0006'"))

    migrate(engine)

    assert assessments.load(engine, made, NOW).answers == {"backup": "none"}


def test_the_day_of_the_answers_is_that_of_the_last_one_whatever_is_written_later(
    engine: Engine,
) -> None:
    made = an_assessment(engine, given={"backup": "none"})
    assert assessments.load(engine, made, NOW).answered_at == NOW

    assessments.save_plan(engine, made, {"months": 12}, LATER)
    assert assessments.load(engine, made, LATER).answered_at == NOW

    assessments.save_answer(engine, made, "backup", "tested", LATER)
    assert assessments.load(engine, made, LATER).answered_at == LATER
    assert assessments.load(engine, an_assessment(engine), NOW).answered_at is None
