"""Signing in at the served site: with a password, and with an outside identity provider."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from oidc_provider_mock import User, run_server_in_thread
from playwright.sync_api import expect

from storage import accounts
from storage.engine import open_engine
from tests.browser.conftest import NewVisitor
from tests.browser.pages import Visitor
from tests.browser.server import ROOT, Server
from ui import database
from ui.middleware import device, sign_in

LOGIN, PASSWORD = "amina@example.org", "trois lampes au grenier"


def cookie(visitor: Visitor, name: str) -> str | None:
    found = (one for one in visitor.context.cookies() if one["name"] == name)
    return next((one["value"] for one in found), None)


def test_a_code_a_password_an_account_and_out(server: Server, new_visitor: NewVisitor) -> None:
    engine = open_engine(server.database)
    _, code = accounts.add(engine, database.now(), LOGIN, "Amina Diallo", ["coordinator"])
    visitor, planted = new_visitor(server, width=390), "A" * 32
    url = {"url": server.url}
    visitor.goes_to()
    visitor.is_at("landing.promise")
    visitor.context.add_cookies([{"name": sign_in.COOKIE, "value": planted, **url}])
    visitor.follows(visitor.t("frame.support"))
    visitor.is_at("sign_in.title")
    visitor.follows(visitor.t("sign_in.have_code"))
    visitor.is_at("new_password.title")
    visitor.page.get_by_label(visitor.t("new_password.code")).fill(code)
    visitor.page.get_by_label(visitor.t("password.new"), exact=True).fill(PASSWORD)
    visitor.presses(visitor.t("new_password.button"))
    visitor.reads("Bonjour, Amina Diallo")
    assert visitor.page.url == f"{server.url}/account", "no ticket stays in the address"
    given = next(one for one in visitor.context.cookies() if one["name"] == sign_in.COOKIE)
    assert given["value"] != planted
    assert given["httpOnly"]
    assert given["expires"] == -1
    assert given["sameSite"] == "Lax"

    # The secret alone, on another browser, and the ticket shown again are nothing.
    thief = new_visitor(server)
    thief.context.add_cookies([{"name": sign_in.COOKIE, "value": given["value"], **url}])
    thief.goes_to("account")
    thief.is_at("error.signed_out.title")
    (ticket,) = (one for one in visitor.asked if "/signed-in?ticket=" in one)
    thief.page.goto(ticket)
    thief.sees(thief.t("sign_in.refused_1"))
    assert cookie(visitor, device.COOKIE) is not None

    visitor.presses(visitor.t("account.out"))
    visitor.sees(visitor.t("sign_in.out"))
    assert cookie(visitor, sign_in.COOKIE) is None
    visitor.context.add_cookies([{"name": sign_in.COOKIE, "value": given["value"], **url}])
    visitor.goes_to("account")
    visitor.is_at("error.signed_out.title")
    engine.dispose()


@pytest.fixture
def outside(tmp_path: Path) -> Iterator[Server]:
    """A site with an identity provider of its own, which knows two people."""
    known = [
        User(sub="amina", claims={"name": "Amina Diallo", "roles": ["jalon-operator", "other"]}),
        User(sub="unknown", claims={"name": "Personne", "roles": ["offline_access"]}),
    ]
    with run_server_in_thread(user_claims=known) as provider:
        server = Server(tmp_path, environment=_settings(tmp_path))
        (tmp_path / ".streamlit").mkdir()
        (tmp_path / ".streamlit" / "secrets.toml").write_text(
            "[auth]\n"
            f'redirect_uri = "{server.url}/oauth2callback"\n'
            'cookie_secret = "only-for-this-test-and-long-enough"\n'
            "[auth.maison]\n"
            'client_id = "jalon"\nclient_secret = "secret"\n'
            f'server_metadata_url = "http://localhost:{provider.server_port}'
            '/.well-known/openid-configuration"\n'
        )
        server.start()
        yield server
        server.kill()


def _settings(folder: Path) -> dict[str, str]:
    shutil.copy(ROOT / "identity" / "mark.svg", folder)
    site = (ROOT / "identity" / "site.yaml").read_text("utf-8")
    (folder / "site.yaml").write_text(site.replace('roles_claim: ""', 'roles_claim: "roles"'))
    return {"HOME": str(folder), "JALON_SITE": str(folder / "site.yaml")}


def comes_back_as(visitor: Visitor, who: str) -> None:
    """From the sign-in screen to the provider and back."""
    visitor.goes_to("sign-in")
    visitor.is_at("sign_in.title")
    visitor.presses(visitor.t("sign_in.outside_named", name="maison"))
    visitor.page.get_by_role("button", name=who, exact=True).click()


def test_an_outside_identity_has_the_roles_its_provider_gives_and_no_other(
    outside: Server, new_visitor: NewVisitor
) -> None:
    visitor = new_visitor(outside)
    comes_back_as(visitor, "amina")
    visitor.reads("Bonjour, Amina Diallo")
    visitor.follows(visitor.t("account.to_operator"))
    visitor.is_at("service.title")
    visitor.goes_to("account")
    visitor.presses(visitor.t("account.out"))
    visitor.presses("End session")
    visitor.sees(visitor.t("sign_in.out"))
    assert cookie(visitor, "_streamlit_user") is None
    visitor.goes_to("account")
    visitor.is_at("error.signed_out.title")

    stranger = new_visitor(outside)
    comes_back_as(stranger, "unknown")
    stranger.reads("Bonjour, Personne")
    stranger.sees(stranger.t("account.no_role"))
    stranger.goes_to("service")
    stranger.is_at("error.not_allowed.title")
    engine = open_engine(outside.database)
    for one in accounts.listed(engine):
        accounts.disable(engine, one.id, database.now())
    engine.dispose()
    stranger.goes_to("account")
    stranger.is_at("error.signed_out.title")
    comes_back_as(stranger, "unknown")
    stranger.sees(stranger.t("sign_in.disabled"))
    stranger.goes_to("sign-in")
    stranger.presses(stranger.t("sign_in.outside_named", name="maison"))
    stranger.page.get_by_role("button", name="Deny").click()
    stranger.sees(stranger.t("sign_in.refused_outside"))
    button = stranger.t("sign_in.button")
    expect(stranger.page.get_by_role("button", name=button, exact=True)).to_be_visible()
