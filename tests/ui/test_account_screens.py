"""Signing in, choosing a password, the telephone's code, signing out."""

import datetime as dt

import pyotp
import pytest
from argon2 import PasswordHasher
from streamlit.testing.v1 import AppTest

from access import passwords
from access.lockout import TRIES
from storage import accounts, second_factor, sign_ins
from tests.ui.account_builders import (
    LOGIN,
    OTHER,
    PASSWORD,
    a_tab,
    an_account,
    goes,
    quick_accounts,
    signed_in,
    signs_in,
)
from tests.ui.test_screens import text_of
from ui import database, signing_in

WRONG = "ne vont pas ensemble"
LOCKED = "il faut attendre jusqu’à"
HELLO = "Bonjour, Amina Diallo"

__all__ = ["quick_accounts"]
pytestmark = pytest.mark.usefixtures("quick_accounts")


def is_in(at: AppTest) -> bool:
    return HELLO in text_of(at)


def test_a_password_is_chosen_with_a_code_and_signs_in() -> None:
    made, code = accounts.add(database.engine(), database.now(), LOGIN, "Amina Diallo", ["adviser"])
    at = a_tab("new_password")
    for typed, password, said in (
        ("AAAA-BBBB-CCCC-DDDD", PASSWORD, "Ce code n’ouvre rien"),
        (code, "court", "trop court"),
        (code, "Motdepasse2026", "parmi les premiers"),
        (code, "amina1@example.org", "reprend votre nom"),
    ):
        at.text_input(key="password-code").set_value(typed)
        at.text_input(key="new-password").set_value(password)
        at.button(key="set-password").click().run()
        assert said in text_of(at)
    at.text_input(key="new-password").set_value(PASSWORD)
    at.button(key="set-password").click().run()
    assert is_in(at)
    assert accounts.by_code(database.engine(), code, database.now()) is None, "it is used once"
    kept = accounts.load(database.engine(), made.id)
    assert passwords.is_right(kept.password_hash, PASSWORD)


def test_a_code_past_its_days_opens_nothing() -> None:
    early = database.now() - accounts.CODE_LIVES - dt.timedelta(minutes=1)
    _, code = accounts.add(database.engine(), early, LOGIN, "Amina", [])
    assert accounts.by_code(database.engine(), code, database.now()) is None


def test_a_wrong_password_and_a_name_nobody_has_are_told_alike_and_locked_alike() -> None:
    an_account("adviser")
    said: dict[str, list[str]] = {}
    for login in (LOGIN, "personne@example.org"):
        at = a_tab("sign_in")
        said[login] = []
        for _ in range(TRIES + 1):
            signs_in(at, login, "pas le bon du tout")
            said[login].append("locked" if LOCKED in text_of(at) else "wrong")
            assert (WRONG in text_of(at)) == (said[login][-1] == "wrong")
        signing_in.WRONG_SIGN_INS.forget("192.0.2.77")
    assert said[LOGIN] == said["personne@example.org"] == ["wrong"] * TRIES + ["locked"]
    at = signs_in(a_tab("sign_in"))
    assert LOCKED in text_of(at), "the right password does not open it either"


def test_too_many_tries_from_one_place_wait_whatever_the_name() -> None:
    an_account("adviser")
    for _ in range(20):
        signing_in.WRONG_SIGN_INS.allow("192.0.2.77", database.now())
    assert "Trop d’essais depuis cet endroit" in text_of(signs_in(a_tab("sign_in")))


def test_a_disabled_account_is_out_at_once_and_cannot_come_back() -> None:
    at = signed_in("adviser")
    assert is_in(at)
    known = accounts.by_login(database.engine(), LOGIN)
    assert known is not None
    accounts.disable(database.engine(), known.id, database.now())
    assert "pas connecté ici" in text_of(goes(at, "account"))
    assert WRONG in text_of(signs_in(a_tab("sign_in")))


def test_another_tab_without_the_secret_is_nobody() -> None:
    assert is_in(signed_in("adviser"))
    assert "pas connecté ici" in text_of(a_tab("account"))


def test_a_sign_in_ends_after_twelve_hours(monkeypatch: pytest.MonkeyPatch) -> None:
    at = signed_in("adviser")
    later = database.now() + sign_ins.LASTS + dt.timedelta(seconds=1)
    monkeypatch.setattr(database, "now", lambda: later)
    assert "pas connecté ici" in text_of(goes(at, "account"))


def test_signing_out_everywhere_ends_every_browser() -> None:
    at = signed_in("adviser")
    other = signs_in(a_tab("sign_in"))
    assert is_in(other)
    at = goes(at, "account")
    assert "2 navigateurs" in text_of(at)
    at.button(key="sign-out").click().run()
    assert is_in(goes(other, "account"))
    again = signs_in(a_tab("sign_in"))
    other.button(key="sign-out-everywhere").click().run()
    assert "pas connecté ici" in text_of(goes(again, "account"))


def test_the_name_and_the_password_are_changed_on_screen() -> None:
    at = goes(signed_in("adviser"), "account")
    elsewhere = signs_in(a_tab("sign_in"))
    at.text_input(key="own-name").set_value("Amina D.")
    at.button(key="keep-name").click().run()
    assert "Bonjour, Amina D." in text_of(at)
    for old, new, said in (
        ("pas le bon du tout", OTHER, "pas votre mot de passe actuel"),
        (PASSWORD, "aaaaaaaaaaaaaaa", "parmi les premiers"),
    ):
        at.text_input(key="old-password").set_value(old)
        at.text_input(key="other-password").set_value(new)
        at.button(key="keep-password").click().run()
        assert said in text_of(at)
    at.text_input(key="old-password").set_value(PASSWORD)
    at.text_input(key="other-password").set_value(OTHER)
    at.button(key="keep-password").click().run()
    assert "Bonjour, Amina D." in text_of(at)
    assert "pas connecté ici" in text_of(goes(elsewhere, "account")), "the other browsers are out"
    assert WRONG in text_of(signs_in(a_tab("sign_in")))


def test_a_telephone_is_asked_for_each_code_once_and_a_recovery_code_replaces_it() -> None:
    at = goes(signed_in("adviser"), "two_steps")
    secret = text_of(at).split("dans l’application :")[1].strip()[:40].replace(" ", "")[:32]
    at.text_input(key="telephone-code").set_value("000000")
    at.button(key="two-steps-on").click().run()
    assert "pas les bons chiffres" in text_of(at)
    now = database.now()
    at.text_input(key="telephone-code").set_value(pyotp.TOTP(secret).at(now))
    at.button(key="two-steps-on").click().run()
    recovery = at.code[0].value.split()
    assert len(recovery) == 8

    at = signs_in(a_tab("sign_in"))
    assert not is_in(at)
    for typed in (pyotp.TOTP(secret).at(now), "123456", recovery[0].replace("-", "")[::-1]):
        at.text_input(key="second").set_value(typed)
        at.button(key="sign-in-second").click().run()
        assert "pas le bon, ou il a déjà servi" in text_of(at)
    at.text_input(key="second").set_value(recovery[0])
    at.button(key="sign-in-second").click().run()
    assert is_in(at)

    other = signs_in(a_tab("sign_in"))
    other.text_input(key="second").set_value(recovery[0])
    other.button(key="sign-in-second").click().run()
    assert not is_in(other), "a recovery code opens once"
    at = goes(at, "two_steps")
    assert "reste 7 codes" in text_of(at)
    at.text_input(key="off-password").set_value(PASSWORD)
    at.button(key="two-steps-off").click().run()
    assert is_in(signs_in(a_tab("sign_in")))


def test_guessing_the_telephones_code_locks_even_with_the_right_password() -> None:
    made = an_account("adviser")

    second_factor.turn_on(database.engine(), made, "JBSWY3DPEHPK3PXP" * 2, 0, ())
    tries = 0
    for _ in range(TRIES):
        at = signs_in(a_tab("sign_in"))
        if LOCKED in text_of(at):
            break
        at.text_input(key="second").set_value("000000")
        at.button(key="sign-in-second").click().run()
        tries += 1
    assert tries < TRIES
    assert LOCKED in text_of(signs_in(a_tab("sign_in")))


def test_a_hash_of_another_cost_is_renewed_at_the_next_sign_in() -> None:
    made = an_account("adviser")

    dated = PasswordHasher(2, 16, 1).hash(PASSWORD)
    accounts.rehash(database.engine(), made, dated)
    assert is_in(signs_in(a_tab("sign_in")))
    kept = accounts.load(database.engine(), made).password_hash
    assert kept is not None
    assert kept != dated
    assert not passwords.is_dated(kept)
