import datetime as dt

import pytest
from sqlalchemy import Engine, select

from access.rules import KeyRole
from storage import assessments, keys, schema
from storage.devices import Standing, attach, detach, enter, list_for_device, standing
from tests.storage.builders import NOW, TODAY, an_assessment


def key_for(
    engine: Engine, assessment_id: str, role: KeyRole = "reader", **more: dt.datetime | str
) -> str:
    """The hash of a new link."""
    secret = keys.issue(engine, assessment_id, "link", NOW, role=role, **more)
    found = keys.find(engine, secret, "link", NOW)
    assert found is not None
    return found.hash


def test_a_device_owns_what_was_attached_to_it_and_nothing_else(engine: Engine) -> None:
    mine, other = an_assessment(engine), an_assessment(engine)
    attach(engine, "mine", mine, NOW)
    attach(engine, "mine", mine, NOW)
    assert standing(engine, "mine", mine, NOW) == Standing("owner")
    assert standing(engine, "mine", other, NOW) is None
    assert standing(engine, "another", mine, NOW) is None


def test_a_device_that_came_by_a_link_has_its_role_and_its_label(engine: Engine) -> None:
    one = an_assessment(engine)
    enter(engine, "board", key_for(engine, one, label="Le CA"), NOW)
    enter(engine, "board", key_for(engine, an_assessment(engine), "owner"), NOW)
    assert standing(engine, "board", one, NOW) == Standing("reader", "Le CA")
    assert one in {each.id for each in list_for_device(engine, "board", NOW)}


@pytest.mark.parametrize("order", [("reader", "contributor"), ("contributor", "reader")])
def test_of_two_links_the_stronger_counts_until_it_is_revoked(
    engine: Engine, order: tuple[KeyRole, KeyRole]
) -> None:
    one = an_assessment(engine)
    made = {role: key_for(engine, one, role) for role in order}
    for role in order:
        enter(engine, "guest", made[role], NOW)
    assert standing(engine, "guest", one, NOW) == Standing("contributor")
    keys.revoke_one(engine, one, made["contributor"], NOW)
    assert standing(engine, "guest", one, NOW) == Standing("reader")
    keys.revoke_one(engine, one, made["reader"], NOW)
    assert standing(engine, "guest", one, NOW) is None
    assert list_for_device(engine, "guest", NOW) == ()


def test_an_owner_who_opens_a_link_to_read_stays_an_owner(engine: Engine) -> None:
    one = an_assessment(engine)
    attach(engine, "mine", one, NOW)
    link = key_for(engine, one)
    enter(engine, "mine", link, NOW)
    assert standing(engine, "mine", one, NOW) == Standing("owner")
    assert len(list_for_device(engine, "mine", NOW)) == 1
    keys.revoke_one(engine, one, link, NOW)
    assert standing(engine, "mine", one, NOW) == Standing("owner")


def test_a_device_is_out_when_its_link_ends(engine: Engine) -> None:
    one, end = an_assessment(engine), NOW + dt.timedelta(days=1)
    enter(engine, "guest", key_for(engine, one, expires_at=end), NOW)
    assert standing(engine, "guest", one, NOW) == Standing("reader")
    assert standing(engine, "guest", one, end) is None
    assert list_for_device(engine, "guest", end) == ()


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
    enter(engine, "mine", key_for(engine, one), NOW)
    assert detach(engine, "mine") == 2
    assert list_for_device(engine, "mine", NOW) == ()
    assert assessments.load(engine, one, NOW).id == one


def test_the_cookie_is_not_stored(engine: Engine) -> None:
    attach(engine, "cookie-value", an_assessment(engine), NOW)
    with engine.connect() as connection:
        assert "cookie-value" not in str(connection.execute(select(schema.devices)).all())
