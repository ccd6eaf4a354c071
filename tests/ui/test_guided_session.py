"""An adviser and an enterprise on the same assessment: what each may do, and what each reads."""

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from access.rules import NotAllowed
from storage import accounts as stored_accounts
from storage import adviser_words, assessments, audit, devices, guidance, keys, private_notes
from storage.accounts import Account
from storage.answer_file import write_answer_file
from storage.errors import UnknownAssessment
from storage.record import Record
from tests.ui.test_screens import APP, all_answers, text_of
from ui import accounts, contents, database, dossiers, guided, navigation, vault, visitor

QUESTIONNAIRE = contents.questionnaire("fr")
FIRST = next(QUESTIONNAIRE.questions())
HINT = FIRST.adviser_hint.replace("\u00a0", " ")
NAME = "Amina Diallo"
SECRET, TOLD = "Direction fatiguée, à ménager.", "Demandez le devis à la mutuelle."

pytestmark = pytest.mark.usefixtures("own_database")

Somebody = Callable[..., None]


@pytest.fixture
def somebody(monkeypatch: pytest.MonkeyPatch) -> Somebody:
    """From now on this browser, with this account signed in."""

    def be(device: str, account: Account | None = None) -> None:
        monkeypatch.setattr(visitor, "device", lambda: device)
        monkeypatch.setattr(accounts, "current", lambda: account)

    be("hers")
    return be


def an_adviser(name: str = NAME) -> Account:
    made, _ = stored_accounts.add(
        database.engine(), database.now(), f"{name}@example.org", name, ["adviser"]
    )
    return made


def an_assessment(**known: Any) -> str:
    fields = {"instrument": QUESTIONNAIRE.id, "version": QUESTIONNAIRE.version, "language": "fr"}
    made = assessments.create(database.engine(), database.now(), **(fields | known))
    devices.attach(database.engine(), "hers", made, database.now())
    return made


def advised(**known: Any) -> tuple[str, Account]:
    """An assessment of the browser "hers", and the account that advises on it."""
    made, account = an_assessment(**known), an_adviser()
    guidance.begin(database.engine(), made, account.id, account.name, database.now())
    return made, account


def kept(assessment: str) -> Record:
    return assessments.load(database.engine(), assessment, database.now())


def opens(screen: str, assessment: str = "", **parameters: str) -> AppTest:
    at = AppTest.from_file(str(APP), default_timeout=60)
    at.query_params.update({"lang": "fr", **parameters})
    if assessment:
        at.query_params["a"] = assessment
    at.run()
    at.switch_page(navigation.path(screen)).run()
    assert not at.exception
    return at


def field(at: AppTest, label: str) -> Any:
    return next(one for one in at.text_area if one.label == label)


def test_a_link_to_advise_opens_nothing_until_an_adviser_accepts_it(somebody: Somebody) -> None:
    made, account = an_assessment(profile={"enterprise": {"name": "Les Tisserands"}}), an_adviser()
    at = opens("share", made)
    at.radio[0].set_value("adviser").run()
    at.text_input[0].set_value("Notre conseil")
    at.button(key="share-make").click().run()
    secret = at.code[0].value.partition("key=")[2]
    found = keys.find(database.engine(), secret, "link", database.now())
    assert found is not None
    devices.enter(database.engine(), "office", found.hash, database.now())

    somebody("office")
    assert vault.role(made) == "nobody"
    assert "Connectez-vous" in text_of(opens("portfolio"))
    somebody("office", account)
    assert vault.role(made) == "nobody"
    at = opens("portfolio")
    assert "Les Tisserands vous demande de l’accompagner" in text_of(at)
    at.button(key=f"accept-{found.hash[:12]}").click().run()
    assert vault.role(made) == "adviser"
    assert keys.find(database.engine(), secret, "link", database.now()) is None, "it served once"

    somebody("hers")
    share = opens("share", made)
    assert NAME in text_of(share)
    share.button(key=f"end-adviser-{account.id[:12]}").click().run()
    assert "1 accompagnement terminé" in text_of(share)
    somebody("office", account)
    assert vault.role(made) == "nobody"


def test_notes_are_kept_as_they_are_typed_and_only_the_shared_one_is_read(
    somebody: Somebody,
) -> None:
    made, account = advised(given=all_answers())
    somebody("office", account)
    at = opens("question", made, q=FIRST.id)
    assert HINT in text_of(at)
    assert FIRST.proof in text_of(at)
    field(at, "Note pour vous").set_value(SECRET).run()
    field(at, "Note pour l’entreprise").set_value(TOLD).run()
    next(one for one in at.checkbox if one.label == "Vu ensemble").check().run()
    assert guided.my_notes(made)[FIRST.id].text == SECRET
    assert "Enregistré le" in text_of(at)
    guided.save_words(made, "results", "Un résultat solide.", dt.date(2026, 11, 29))

    somebody("hers")
    hers = [opens("question", made, q=FIRST.id), opens("results", made), opens("report", made)]
    hers += [opens("share", made), opens("why", made), opens("roadmap", made)]
    for at in hers:
        assert SECRET not in text_of(at)
        assert HINT not in text_of(at)
    for at in hers[:2]:
        assert TOLD in text_of(at)
        assert "Vu ensemble le" in text_of(at)
    assert "note personnelle écrite" in text_of(hers[3])
    assert "1 note personnelle est gardée" in text_of(hers[3])
    assert "Un résultat solide." in text_of(hers[1])
    with pytest.raises(NotAllowed):
        guided.my_notes(made)


def test_a_private_note_is_in_no_file_the_enterprise_takes(somebody: Somebody) -> None:
    made, account = advised(given=all_answers())
    somebody("office", account)
    guided.save_private(made, FIRST.id, SECRET)
    guided.save_words(made, "results", "Un résultat solide.", dt.date(2026, 11, 29))
    assert SECRET not in write_answer_file(kept(made), dt.date(2026, 11, 29))
    sheet = dossiers.sheets.sheet_of(
        kept(made), QUESTIONNAIRE, dt.date(2026, 11, 29), guided.words(made)
    )
    assert "Un résultat solide." in repr(sheet)
    assert SECRET not in repr(sheet)


def test_the_trail_says_that_a_private_note_exists_and_never_what_is_in_it(
    somebody: Somebody,
) -> None:
    made, account = advised()
    somebody("office", account)
    guided.save_private(made, FIRST.id, SECRET)
    (line,) = audit.trail(database.engine(), made)
    assert (line.who.role, line.who.label) == ("adviser", NAME)
    assert (line.act.verb, line.act.object, line.act.about) == ("write", "private-notes", "")


def test_what_she_hands_over_is_hers_no_more(somebody: Somebody) -> None:
    account = an_adviser()
    somebody("office", account)
    at = opens("portfolio")
    at.text_input[0].set_value("Les  Tisserands")
    at.button(key="portfolio-begin-button").click().run()
    (case,) = guided.portfolio(account)
    made = case.guidance.assessment_id
    assert case.organisation == "Les Tisserands"
    assert vault.role(made) == "owner"
    guided.save_private(made, "", SECRET)

    at = opens("hand_over", made)
    at.button(key="hand-over").click().run()
    assert "Cochez d’abord" in text_of(at)
    assert vault.role(made) == "owner"
    at.checkbox[0].check()
    at.button(key="hand-over").click().run()
    assert vault.role(made) == "adviser"
    (code,) = re.findall(r"[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}", text_of(at))
    with pytest.raises(NotAllowed):
        vault.delete(made)

    # The paper was lost: another one, and the first opens nothing any more.
    second = guided.hand_over(made)
    assert keys.find(database.engine(), code, "code", database.now()) is None
    somebody("enterprise")
    assert vault.open_code(second.code) == made
    assert vault.role(made) == "owner"
    with pytest.raises(NotAllowed):
        guided.my_notes(made)
    somebody("office", account)
    assert not guided.may_hand_over(guidance_of(made))
    with pytest.raises(NotAllowed):
        guided.hand_over(made)
    assert guided.my_notes(made)[""].text == SECRET


def guidance_of(made: str) -> guidance.Guidance:
    found = guided.here(made)
    assert found is not None
    return found


def test_no_adviser_takes_over_what_an_enterprise_began(somebody: Somebody) -> None:
    made, account = advised()
    somebody("hers", account)
    assert vault.role(made) == "owner"
    with pytest.raises(NotAllowed):
        guided.hand_over(made)
    assert vault.role(made) == "owner"


def test_actions_she_moves_carry_her_name_until_the_enterprise_moves_them(
    somebody: Somebody,
) -> None:
    made, account = advised(given=all_answers())
    somebody("office", account)
    at = opens("roadmap", made)
    pin = next(one for one in at.button if (one.key or "").startswith("pin-"))
    at.button(key=pin.key).click().run()
    (action,) = guided.words(made).moves
    somebody("hers")
    at = opens("roadmap", made)
    assert f"Mis en premier par {NAME}" in text_of(at)
    assert "L’ordre calculé, sans ces changements" in [one.label for one in at.expander]
    at.button(key=f"unpin-{action}").click().run()
    assert not guided.words(made).moves
    assert f"Mis en premier par {NAME}" not in text_of(at)


def test_the_enterprise_leaves_her_words_out_and_puts_them_back(somebody: Somebody) -> None:
    made, account = advised(given=all_answers())
    somebody("office", account)
    field(opens("results", made), "Vos mots").set_value("Un résultat solide.").run()
    somebody("hers")
    at = opens("results", made)
    assert f"Écrit par {NAME}, qui vous conseille" in text_of(at)
    at.button(key="words-switch-results").click().run()
    assert "Un résultat solide." not in text_of(at)
    somebody("office", account)
    at = opens("results", made)
    assert "L’entreprise a retiré ce texte" in text_of(at)
    field(at, "Vos mots").set_value("Un résultat très solide.").run()
    somebody("hers")
    at = opens("results", made)
    assert "Un résultat très solide." not in text_of(at), "it stays out"
    at.button(key="words-switch-results").click().run()
    assert "Un résultat très solide." in text_of(at)


def test_the_session_opens_with_their_words_then_the_hour(somebody: Somebody) -> None:
    made, account = advised(worry="Les relances des factures", given={FIRST.id: "unknown"})
    somebody("office", account)
    at = opens("guided", made)
    said = text_of(at)
    assert said.index("Les relances des factures") < said.index("Leurs mots")
    at.button(key="session-start").click().run()
    assert guidance_of(made).status == "in-session"
    assert "Il reste 60 minutes" in text_of(at)
    at.button(key="session-stop").click().run()
    assert guidance_of(made).session_began is None


def test_an_adviser_of_another_enterprise_learns_not_even_that_it_exists(
    somebody: Somebody,
) -> None:
    made, _ = advised()
    somebody("elsewhere", an_adviser("Quelqu’un d’autre"))
    for asks in (guided.my_notes, guided.hand_over, lambda one: guided.save_shared(one, "", "x")):
        with pytest.raises(UnknownAssessment):
            asks(made)
    assert guided.words(made).words == {}


def test_everything_she_wrote_goes_with_the_assessment(somebody: Somebody) -> None:
    made, account = advised()
    somebody("office", account)
    guided.save_private(made, "", SECRET)
    guided.save_shared(made, "", TOLD)
    guided.mark(kept(made), FIRST.id, "proof", None, dt.date(2026, 11, 29))
    guided.save_words(made, "roadmap", "Mon avis", dt.date(2026, 11, 29))
    somebody("hers")
    vault.delete(made)
    engine = database.engine()
    assert private_notes.of(engine, made, account.id) == ()
    assert adviser_words.of(engine, made).words == {}
    assert guidance.portfolio(engine, account.id, database.now()) == ()
