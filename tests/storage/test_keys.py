import datetime as dt

import pytest
from sqlalchemy import Engine, select

from access.rules import KEY_ROLES, KeyRole
from storage import assessments, schema
from storage.keys import Kind, find, issue, listed, revoke, revoke_one
from tests.storage.builders import NOW, TODAY, an_assessment

KINDS: list[Kind] = ["link", "code"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_secret_opens_its_assessment(engine: Engine, kind: Kind) -> None:
    an_assessment(engine)
    new_id = an_assessment(engine)
    found = find(engine, issue(engine, new_id, kind, NOW), kind, NOW)
    assert found is not None
    assert (found.assessment_id, found.role) == (new_id, "owner")


def test_a_code_opens_however_it_is_typed(engine: Engine) -> None:
    new_id = an_assessment(engine)
    code = issue(engine, new_id, "code", NOW)
    typed = f"  {code.lower().replace('-', ' ').replace('0', 'o').replace('1', 'l')} "
    found = find(engine, typed, "code", NOW)
    assert found is not None
    assert found.assessment_id == new_id


def test_secrets_are_stored_as_hashes_only(engine: Engine) -> None:
    new_id = an_assessment(engine)
    secrets = [issue(engine, new_id, kind, NOW) for kind in KINDS]
    with engine.connect() as connection:
        stored = " ".join(str(row) for row in connection.execute(select(schema.keys)))
    for secret in secrets:
        assert secret not in stored
        assert secret.replace("-", "") not in stored


@pytest.mark.parametrize("wrong", ["", "x", "\ud800", "é" * 500, "0000-0000-0000-0000"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_wrong_secret_opens_nothing(engine: Engine, kind: Kind, wrong: str) -> None:
    issue(engine, an_assessment(engine), kind, NOW)
    assert find(engine, wrong, kind, NOW) is None


def test_a_link_is_no_code_and_a_code_no_link(engine: Engine) -> None:
    new_id = an_assessment(engine)
    assert find(engine, issue(engine, new_id, "link", NOW), "code", NOW) is None
    assert find(engine, issue(engine, new_id, "code", NOW), "link", NOW) is None


def test_a_revoked_secret_opens_nothing_and_the_others_still_do(engine: Engine) -> None:
    new_id = an_assessment(engine)
    link, code = issue(engine, new_id, "link", NOW), issue(engine, new_id, "code", NOW)
    assert revoke(engine, new_id, NOW, "link") == 1
    assert find(engine, link, "link", NOW) is None
    assert find(engine, code, "code", NOW) is not None
    assert revoke(engine, new_id, NOW) == 1
    assert find(engine, code, "code", NOW) is None


def test_a_secret_ends_at_its_hour_and_with_its_assessment(engine: Engine) -> None:
    new_id = an_assessment(engine)
    hour = NOW + dt.timedelta(hours=1)
    short = issue(engine, new_id, "link", NOW, expires_at=hour)
    long = issue(engine, new_id, "link", NOW)
    assert find(engine, short, "link", NOW) is not None
    assert find(engine, short, "link", hour) is None
    assessments.set_expiry(engine, new_id, TODAY, NOW)
    assert find(engine, long, "link", hour) is not None
    assert find(engine, long, "link", NOW + dt.timedelta(days=1)) is None


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("role", KEY_ROLES)
def test_a_secret_opens_as_whom_it_was_made_for(engine: Engine, kind: Kind, role: KeyRole) -> None:
    secret = issue(engine, an_assessment(engine), kind, NOW, role=role)
    found = find(engine, secret, kind, NOW)
    assert found is not None
    assert found.role == role


def test_the_list_says_for_whom_until_when_and_never_the_secret(engine: Engine) -> None:
    one, end = an_assessment(engine), NOW + dt.timedelta(days=30)
    issue(engine, an_assessment(engine), "link", NOW)
    own = issue(engine, one, "code", NOW)
    later = NOW + dt.timedelta(minutes=1)
    board = issue(engine, one, "link", later, role="reader", expires_at=end, label="Le CA")
    first, second = listed(engine, one)
    assert (first.label, first.role, first.kind) == ("Le CA", "reader", "link")
    assert (first.created_at, first.expires_at, first.revoked_at) == (later, end, None)
    assert (second.label, second.role, second.kind) == ("", "owner", "code")
    for secret in (own, board):
        assert secret not in str((first, second))
    assert not first.ended(NOW)
    assert first.ended(end)


def test_one_secret_is_revoked_and_its_neighbours_are_not(engine: Engine) -> None:
    one = an_assessment(engine)
    board, team = (issue(engine, one, "link", NOW, role="reader", label=n) for n in "ab")
    hashed = {key.label: key.hash for key in listed(engine, one)}
    assert revoke_one(engine, one, hashed["a"], NOW)
    assert not revoke_one(engine, one, hashed["a"], NOW)
    assert find(engine, board, "link", NOW) is None
    assert find(engine, team, "link", NOW) is not None
    assert {key.label: key.ended(NOW) for key in listed(engine, one)} == {"a": True, "b": False}


def test_nobody_revokes_the_secret_of_another_assessment(engine: Engine) -> None:
    one, other = an_assessment(engine), an_assessment(engine)
    secret = issue(engine, one, "link", NOW)
    (key,) = listed(engine, one)
    assert not revoke_one(engine, other, key.hash, NOW)
    assert find(engine, secret, "link", NOW) is not None


def test_new_ways_back_of_the_owner_leave_what_others_were_given(engine: Engine) -> None:
    one = an_assessment(engine)
    mine, board = issue(engine, one, "link", NOW), issue(engine, one, "link", NOW, role="reader")
    assert revoke(engine, one, NOW, "link") == 1
    assert find(engine, mine, "link", NOW) is None
    assert find(engine, board, "link", NOW) is not None
