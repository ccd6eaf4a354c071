"""Accounts for tests of screens, with passwords that cost nothing to compare."""

from collections.abc import Iterator

import pytest
from argon2 import PasswordHasher
from streamlit.testing.v1 import AppTest

from access import passwords
from access.rules import AccountRole
from storage import accounts
from tests.ui.test_screens import APP
from ui import database, navigation, signing_in, visitor
from ui.routes import WRONG_KEYS

LOGIN, PASSWORD, OTHER = "amina@example.org", "trois lampes au grenier", "un vélo bleu sans selle"
PLACE = "192.0.2.77"


@pytest.fixture
def quick_accounts(own_database: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An empty database; comparing a password takes no time; nobody has tried anything yet."""
    monkeypatch.setattr(passwords, "_HASHER", PasswordHasher(1, 8, 1))
    passwords._dummy.cache_clear()
    monkeypatch.setattr(signing_in, "FLOOR_SECONDS", 0.0)
    monkeypatch.setattr(signing_in, "STRANGERS", signing_in.Strangers())
    monkeypatch.setattr(visitor, "address", lambda: PLACE)
    for throttle in (signing_in.WRONG_SIGN_INS, WRONG_KEYS):
        throttle.forget(PLACE)
    yield
    passwords._dummy.cache_clear()


def an_account(*roles: AccountRole, login: str = LOGIN, password: str = PASSWORD) -> str:
    """A local account with this password; its id."""
    engine = database.engine()
    made, _ = accounts.add(engine, database.now(), login, "Amina Diallo", roles)
    accounts.set_password(engine, made.id, passwords.hash_password(password))
    return made.id


def a_tab(screen: str, **address: str) -> AppTest:
    """A tab in French at this screen."""
    at = AppTest.from_file(str(APP), default_timeout=60)
    at.query_params.update({"lang": "fr", **address})
    at.run()
    at.switch_page(navigation.path(screen)).run()
    assert not at.exception
    return at


def signs_in(at: AppTest, login: str = LOGIN, password: str = PASSWORD) -> AppTest:
    """Types both and sends them."""
    at.text_input(key="login").set_value(login)
    at.text_input(key="password").set_value(password)
    at.button(key="sign-in").click().run()
    assert not at.exception
    return at


def signed_in(*roles: AccountRole, login: str = LOGIN) -> AppTest:
    """A tab of a new account with these roles, at its account screen."""
    an_account(*roles, login=login)
    return signs_in(a_tab("sign_in"), login)


def goes(at: AppTest, screen: str, **address: str) -> AppTest:
    """The same tab at another screen."""
    at.switch_page(navigation.path(screen))
    at.query_params.update({"lang": "fr", **address})
    at.run()
    assert not at.exception
    return at
