import datetime as dt

import pytest
from sqlalchemy import Engine, select

from storage import assessments, keys, schema
from storage.keys import Kind, find, issue, revoke
from tests.storage.builders import NOW, TODAY, an_assessment

KINDS: list[Kind] = ["link", "code"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_secret_opens_its_assessment(engine: Engine, kind: Kind) -> None:
    an_assessment(engine)
    new_id = an_assessment(engine)
    found = find(engine, issue(engine, new_id, kind, NOW), kind, NOW)
    assert found == keys.Opened(new_id, "owner")


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
