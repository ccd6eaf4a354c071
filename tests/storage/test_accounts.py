"""Accounts, sign-ins and second factors as stored, on both databases."""

import datetime as dt
import threading
from pathlib import Path

import pytest
from sqlalchemy import Engine

from access.lockout import LASTS, TRIES
from access.rules import AccountRole
from storage import account_campaigns, accounts, campaigns, second_factor, sign_ins
from storage.accounts import LoginTaken, UnknownAccount
from storage.removal import purge
from tests.marked import ACCOUNT, OWNER, a_marked_account, found_in
from tests.storage.builders import NOW, TODAY

LATER = NOW + dt.timedelta(minutes=1)


def an_account(engine: Engine, *roles: AccountRole, login: str = "amina@example.org") -> str:
    return accounts.add(engine, NOW, login, "Amina", roles)[0].id


def a_sign_in(engine: Engine, account_id: str, device: str = "hers") -> str:
    shown = sign_ins.ticket(engine, account_id, device, NOW)
    secret = sign_ins.redeem(engine, shown, device, NOW)
    assert secret is not None
    return secret


def a_campaign(engine: Engine) -> str:
    fields = {"instrument": "digital-maturity", "version": "1.0", "name": "Nom"}
    return campaigns.create(engine, TODAY, ends_on=TODAY, **fields).campaign_id


def test_a_login_is_one_person_whatever_its_capitals(engine: Engine) -> None:
    an_account(engine, login=" Amina@Example.org ")
    with pytest.raises(LoginTaken):
        an_account(engine, login="amina@example.org")
    assert accounts.by_login(engine, "AMINA@example.org") is not None


def test_a_role_that_is_none_of_ours_is_refused(engine: Engine) -> None:
    made = an_account(engine)
    with pytest.raises(ValueError, match="is no role"):
        accounts.set_roles(engine, made, ["owner"])  # type: ignore[list-item]
    with pytest.raises(UnknownAccount):
        accounts.set_roles(engine, "nobody", ["adviser"])


def test_an_outside_identity_is_its_issuer_and_subject_and_nothing_else(engine: Engine) -> None:
    first = accounts.of_identity(engine, NOW, "https://a", "1", "Amina", None)
    assert first.roles == frozenset()
    accounts.set_roles(engine, first.id, ["adviser"])
    again = accounts.of_identity(engine, LATER, "https://a", "1", "Amina D.", None)
    assert (again.id, again.name, again.roles) == (first.id, "Amina D.", frozenset({"adviser"}))
    told = accounts.of_identity(engine, LATER, "https://a", "1", "Amina D.", ["curator"])
    assert told.roles == frozenset({"curator"})
    gone = accounts.of_identity(engine, LATER, "https://a", "1", "Amina D.", [])
    assert gone.roles == frozenset()
    for issuer, subject in (("https://a", "2"), ("https://b", "1")):
        other = accounts.of_identity(engine, NOW, issuer, subject, "Amina", None)
        assert other.id != first.id


def test_a_ticket_is_used_once_by_its_browser_within_a_minute(engine: Engine) -> None:
    made = an_account(engine)
    shown = sign_ins.ticket(engine, made, "hers", NOW)
    assert sign_ins.redeem(engine, shown, "another", NOW) is None
    assert sign_ins.who(engine, shown, "hers", NOW) is None, "a ticket is no secret"
    secret = sign_ins.redeem(engine, shown, "hers", NOW)
    assert secret not in (None, shown)
    assert sign_ins.redeem(engine, shown, "hers", NOW) is None
    late = sign_ins.ticket(engine, made, "hers", NOW)
    assert sign_ins.redeem(engine, late, "hers", NOW + sign_ins.TICKET_LASTS) is None


def test_a_sign_in_counts_with_its_browser_until_it_ends(engine: Engine) -> None:
    made = an_account(engine, "adviser")
    secret = a_sign_in(engine, made)
    found = sign_ins.who(engine, secret, "hers", LATER)
    assert found is not None
    assert (found.id, found.name, found.roles) == (made, "Amina", {"adviser"})
    assert sign_ins.who(engine, secret, "another", LATER) is None
    assert sign_ins.who(engine, secret, "hers", NOW + sign_ins.LASTS) is None
    sign_ins.end_device(engine, "hers")
    assert sign_ins.who(engine, secret, "hers", LATER) is None


def test_what_ends_an_account_ends_its_sign_ins(engine: Engine) -> None:
    made = an_account(engine)
    for ending in (
        lambda: accounts.disable(engine, made, NOW),
        lambda: accounts.new_password_code(engine, made, NOW),
        lambda: accounts.set_password(engine, made, "hash"),
        lambda: sign_ins.end_all(engine, made),
        lambda: accounts.remove(engine, made),
    ):
        accounts.enable(engine, made)
        secret = a_sign_in(engine, made)
        assert sign_ins.who(engine, secret, "hers", LATER) is not None
        ending()
        assert sign_ins.who(engine, secret, "hers", LATER) is None


def test_many_tries_at_once_count_as_many(engine: Engine) -> None:
    made = an_account(engine)
    let_by = []

    def tries() -> None:
        let_by.append(accounts.count_try(engine, made, NOW) is None)

    threads = [threading.Thread(target=tries) for _ in range(4 * TRIES)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert sum(let_by) == TRIES
    assert accounts.count_try(engine, made, NOW) == NOW + LASTS
    assert accounts.count_try(engine, made, NOW + LASTS) is None
    accounts.forget_tries(engine, made)
    assert accounts.load(engine, made).failed == 0


def test_a_recovery_code_is_one_persons_and_opens_once(engine: Engine) -> None:
    made, other = an_account(engine), an_account(engine, login="b")
    second_factor.turn_on(engine, made, "SECRET", 7, ["AAAA-BBBB-CCCC-DDDD", "A" * 16])
    assert not second_factor.take_recovery(engine, other, "AAAA-BBBB-CCCC-DDDD")
    assert second_factor.take_recovery(engine, made, "aaaa bbbb cccc dddd")
    assert not second_factor.take_recovery(engine, made, "AAAA-BBBB-CCCC-DDDD")
    assert second_factor.recovery_left(engine, made) == 1
    assert not second_factor.take(engine, made, 7)
    assert second_factor.take(engine, made, 8)
    second_factor.turn_off(engine, made)
    assert second_factor.recovery_left(engine, made) == 0


def test_a_campaign_is_on_the_accounts_that_added_it(engine: Engine) -> None:
    made, other, campaign = an_account(engine), an_account(engine, login="b"), a_campaign(engine)
    for _ in range(2):
        account_campaigns.attach(engine, made, campaign)
    assert [one.id for one in account_campaigns.listed(engine, made, TODAY)] == [campaign]
    assert not account_campaigns.holds(engine, other, campaign)
    account_campaigns.detach(engine, made, campaign)
    assert not account_campaigns.holds(engine, made, campaign)


def test_a_removed_account_leaves_nothing_and_an_old_sign_in_is_purged(
    sqlite_engine: Engine, sqlite_file: Path
) -> None:
    campaign = a_campaign(sqlite_engine)
    made, secret = a_marked_account(sqlite_engine, NOW, campaign)
    words = [ACCOUNT["login"].casefold(), *(ACCOUNT[one] for one in ("person", "subject"))]
    assert found_in(sqlite_file.parent, words) == set(words)
    assert found_in(sqlite_file.parent, [secret, OWNER]) == set()
    purge(sqlite_engine, TODAY + dt.timedelta(days=2))
    assert sign_ins.count(sqlite_engine, made, NOW - sign_ins.LASTS) == 0
    for one in accounts.listed(sqlite_engine):
        accounts.remove(sqlite_engine, one.id)
    assert accounts.listed(sqlite_engine) == ()
    with sqlite_engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    assert found_in(sqlite_file.parent, words) == set()
    assert account_campaigns.listed(sqlite_engine, made, TODAY) == ()
