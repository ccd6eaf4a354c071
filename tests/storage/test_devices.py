import datetime as dt

from sqlalchemy import Engine, select

from storage import assessments, schema
from storage.devices import attach, detach, holds, list_for_device
from tests.storage.builders import NOW, TODAY, an_assessment


def test_a_device_holds_what_was_attached_to_it_and_nothing_else(engine: Engine) -> None:
    mine, other = an_assessment(engine), an_assessment(engine)
    attach(engine, "mine", mine, NOW)
    attach(engine, "mine", mine, NOW)
    assert holds(engine, "mine", mine)
    assert not holds(engine, "mine", other)
    assert not holds(engine, "another", mine)


def test_the_list_shows_the_last_changed_first_with_what_tells_them_apart(engine: Engine) -> None:
    old = an_assessment(engine)
    new = an_assessment(engine, form="flash", given={"q1": "a", "q2": "b"})
    assessments.save_profile(
        engine, new, {"enterprise": {"name": "La Remise"}}, NOW + dt.timedelta(minutes=1)
    )
    for one in (old, new):
        attach(engine, "mine", one, NOW)
    first, second = list_for_device(engine, "mine", NOW)
    assert (first.id, first.name, first.form, first.answered) == (new, "La Remise", "flash", 2)
    assert (second.id, second.name, second.answered) == (old, None, 0)


def test_an_expired_assessment_leaves_the_list(engine: Engine) -> None:
    attach(engine, "mine", an_assessment(engine, expires_on=TODAY), NOW)
    assert len(list_for_device(engine, "mine", NOW)) == 1
    assert list_for_device(engine, "mine", NOW + dt.timedelta(days=1)) == ()


def test_a_device_that_leaves_forgets_but_deletes_nothing(engine: Engine) -> None:
    one = an_assessment(engine)
    attach(engine, "mine", one, NOW)
    assert detach(engine, "mine") == 1
    assert list_for_device(engine, "mine", NOW) == ()
    assert assessments.load(engine, one, NOW).id == one


def test_the_cookie_is_not_stored(engine: Engine) -> None:
    attach(engine, "cookie-value", an_assessment(engine), NOW)
    with engine.connect() as connection:
        assert "cookie-value" not in str(connection.execute(select(schema.devices)).all())
