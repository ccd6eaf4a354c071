"""What coordinators, curators and operators do with their accounts, and what nobody else can."""

import datetime as dt
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from access.rules import ACCOUNT_ROLES, AccountRole, NotAllowed
from identity.site import Accounts, read_site
from storage import account_campaigns, assessments, voices
from storage.accounts import listed
from tests.ui.account_builders import a_tab, an_account, goes, quick_accounts, signed_in, signs_in
from tests.ui.campaign_builders import a_campaign
from tests.ui.test_screens import QUESTIONNAIRE, text_of
from ui import accounts, campaigns, curating, database, operating
from ui.accounts import Account, NobodySignedIn
from ui.readers_said.patch import patch_of

__all__ = ["quick_accounts"]
pytestmark = pytest.mark.usefixtures("quick_accounts")

ASKS: dict[str, tuple[Callable[[], object], set[AccountRole]]] = {
    "the waiting voices": (lambda: curating.waiting("fr"), {"curator"}),
    "the patch": (curating.patch, {"curator"}),
    "marking voices": (lambda: curating.mark([], "answered"), {"curator"}),
    "the state": (operating.service, {"operator"}),
    "purging": (operating.purge, {"operator"}),
    "her campaigns": (campaigns.of_account, {"coordinator"}),
    "taking one off": (lambda: campaigns.take_off("x"), {"coordinator"}),
}


@pytest.mark.parametrize("asked", ASKS)
def test_each_asks_for_its_role_at_each_call(asked: str, monkeypatch: pytest.MonkeyPatch) -> None:
    call, may = ASKS[asked]
    monkeypatch.setattr(accounts, "current", lambda: None)
    with pytest.raises(NobodySignedIn):
        call()
    for role in (None, *ACCOUNT_ROLES):
        held = frozenset({role} if role else ())
        monkeypatch.setattr(accounts, "current", lambda held=held: Account("id", "Amina", held))
        if role in may:
            call()
        else:
            with pytest.raises(NotAllowed):
                call()


def test_a_curator_reads_marks_and_takes_the_patch_away() -> None:
    today = database.now().date()
    said = {"title": "Un <b>guide</b>", "url": "https://guide.example.org/copies"}
    leave = voices.leave
    suggested = leave(database.engine(), today, "suggest", language="fr", **said)
    leave(database.engine(), today, "unclear", language="fr", about="enter-once", text="Quoi ?")
    at = goes(signed_in("curator"), "readers_said")
    assert "Un &lt;b&gt;guide" in text_of(at)
    assert "Quoi ?" in text_of(at)
    assert "guide.example.org" in patch_of(voices.listed(database.engine(), "open"))
    at.button(key=f"answered-{suggested}").click().run()
    assert "C’est noté" in text_of(at)
    assert "guide" not in text_of(at).split("Ressources proposées")[1][:200]
    assert len(voices.listed(database.engine(), "open")) == 1


def test_an_operator_sees_counts_and_no_content_and_purges() -> None:
    long_ago = database.now() - dt.timedelta(days=1000)
    fields = {"instrument": QUESTIONNAIRE.id, "version": QUESTIONNAIRE.version, "language": "fr"}
    at = goes(signed_in("operator"), "service")
    assessments.create(database.engine(), long_ago, worry="Introuvable", **fields)
    assessments.create(database.engine(), database.now(), worry="Introuvable", **fields)
    at = at.run()
    assert "1 évaluation" in text_of(at)
    assert "Base SQLite" in text_of(at)
    assert "Introuvable" not in text_of(at)
    at.button(key="purge").click().run()
    assert "1 élément effacé" in text_of(at)
    assert "1 suppression faite" in text_of(at)


def test_a_coordinator_finds_her_campaigns_on_another_browser_and_nobody_else_does() -> None:
    made = a_campaign(database.engine())
    at = goes(signed_in("coordinator"), "account")
    assert "Aucune pour le moment" in text_of(at)
    at.text_input(key="account-campaign-code").set_value(made.organiser_code)
    at.button(key="add-campaign").click().run()
    other = goes(signs_in(a_tab("sign_in")), "account")
    assert f"campaign-{made.campaign_id}" in {one.key for one in other.button}
    board = goes(other, "campaign_board", g=made.campaign_id)
    assert "Qui participe" in text_of(board)
    for at in (a_tab("campaign_board", g=made.campaign_id), another_coordinator(made.campaign_id)):
        assert "Qui participe" not in text_of(at)
    other = goes(other, "account")
    other.button(key=f"drop-{made.campaign_id}").click().run()
    assert "Retirée de votre compte" in text_of(other)


def another_coordinator(campaign_id: str) -> AppTest:
    an_account("coordinator", login="other@example.org")
    at = signs_in(a_tab("sign_in"), "other@example.org")
    return goes(at, "campaign_board", g=campaign_id)


def test_a_site_may_keep_campaigns_for_coordinators(monkeypatch: pytest.MonkeyPatch) -> None:
    site = read_site("fr")
    closed = site.model_copy(update={"accounts": Accounts(campaigns_need_coordinator=True)})
    monkeypatch.setattr(campaigns, "read_site", lambda language: closed)
    at = a_tab("campaign")
    assert "seule une personne connectée" in text_of(at)
    assert "create-campaign" not in {one.key for one in at.button}
    day = database.now().date()
    with pytest.raises(NobodySignedIn):
        campaigns.create("Nom", QUESTIONNAIRE.id, day, day, None, [])
    at = goes(signed_in("coordinator"), "campaign")
    at.text_input(key="campaign-name").set_value("Fédération des épiceries")
    at.button(key="create-campaign").click().run()
    (only,) = listed(database.engine())
    known = account_campaigns.listed(database.engine(), only.id, database.now().date())
    assert [one.name for one in known] == ["Fédération des épiceries"]
