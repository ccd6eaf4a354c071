"""Every screen and every address, without credentials and with each wrong one: no submission.

A submission with a recognisable word in each place (tests/marked.py) is there to be found.
"""

import datetime as dt
import logging
from collections.abc import Iterator

import pytest
from sqlalchemy import select
from streamlit.testing.v1 import AppTest

from access.secrets import new_code, new_link_secret
from storage import accounts, assessments, campaigns, devices, keys, sign_ins, team_rounds
from storage.account_schema import sign_ins as sign_ins_table
from storage.schema import devices as devices_table
from storage.schema import keys as keys_table
from tests.marked import (
    ACCOUNT,
    CORE,
    OTHERS,
    OWN,
    OWNER,
    WORD,
    Marked,
    a_marked_account,
    a_marked_submission,
)
from tests.ui.test_screens import APP
from ui import codes, database, navigation, visitor
from ui.routes import WRONG_KEYS

ADDRESS = "192.0.2.10"
SECRET_KINDS = (
    "link", "code", "reader", "slip", "panel", "campaign", "coordinator", "team", "organiser",
)  # fmt: skip
HASHES = {
    "the hash of a browser": devices_table.c.device_hash,
    "the hash of a key": keys_table.c.hash,
}
NO_COOKIE = "nobody at all"
VISITORS = (
    NO_COOKIE, "a stranger", "the owner of another", "who came by a link that is over",
    "who came by a link taken back", "the owner after leaving", "a link shown as a cookie", *HASHES,
)  # fmt: skip


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Marked]:
    """The submission, in a database of its own, and everyone who may not see it."""
    with pytest.MonkeyPatch.context() as patch:
        database.close()
        patch.setenv("JALON_DATA", str(tmp_path_factory.mktemp("crawl") / "jalon.db"))
        patch.delenv("DATABASE_URL", raising=False)
        patch.setattr(visitor, "address", lambda: ADDRESS)
        made = a_marked_submission(database.engine(), database.now())
        _once_let_in(made)
        _owner_of_another()
        _signed_in(made)
        yield made
        database.close()


def _once_let_in(made: Marked) -> None:
    engine, now = database.engine(), database.now()
    earlier = now - dt.timedelta(days=2)
    over = keys.issue(engine, made.id, "link", earlier, expires_at=now - dt.timedelta(days=1))
    back = keys.issue(engine, made.id, "link", now)
    for secret, moment, who in ((over, earlier, "over"), (back, now, "taken back")):
        found = keys.find(engine, secret, "link", moment)
        assert found is not None
        device = next(one for one in VISITORS if who in one)
        devices.enter(engine, device, found.hash, moment)
        assert devices.standing(engine, device, made.id, moment) is not None
    keys.revoke_one(engine, made.id, found.hash, now)
    devices.attach(engine, "the owner after leaving", made.id, now)
    devices.detach(engine, "the owner after leaving")


def _owner_of_another() -> None:
    engine, now, device = database.engine(), database.now(), "the owner of another"
    fields = {"instrument": CORE.id, "version": CORE.version}
    given = {one.id: one.options[0].id for one in CORE.questions()}
    made = assessments.create(engine, now, language="fr", given=given, **fields)
    devices.attach(engine, device, made, now)
    today, fields = now.date(), {**fields, "name": "Autre"}
    opened = campaigns.create(engine, today, ends_on=today, **fields)
    campaigns.attach(engine, device, opened.campaign_id)
    team_rounds.attach(engine, device, team_rounds.create(engine, today, **fields).round_id)


SIGN_INS: dict[str, str] = {}
"""What each visitor's browser shows as its sign-in; the marked account's, but for the last one."""


def _signed_in(made: Marked) -> None:
    """Everyone shows the secret of the owner's sign-in, or another that is worth nothing."""
    engine, now = database.engine(), database.now()
    _, secret = a_marked_account(engine, now, made.campaign)
    SIGN_INS.update(dict.fromkeys((OWNER, *VISITORS), secret))
    with engine.connect() as connection:
        SIGN_INS["a stranger"] = str(connection.execute(select(sign_ins_table.c.hash)).scalar())
    other, _ = accounts.add(engine, now, "other", "Autre", ())
    for who, days in (("the owner of another", 0), ("the owner after leaving", 2)):
        moment = now - dt.timedelta(days=days)
        ticket = sign_ins.ticket(engine, other.id, who, moment)
        SIGN_INS[who] = sign_ins.redeem(engine, ticket, who, moment) or ""
    SIGN_INS["who came by a link taken back"] = sign_ins.ticket(
        engine, other.id, "who came by a link taken back", now
    )


def cookie_of(who: str, made: Marked) -> str | None:
    """What this visitor's browser shows."""
    if who == NO_COOKIE:
        return None
    if who == "a link shown as a cookie":
        return made.secrets["link"]
    if who in HASHES:
        with database.engine().connect() as connection:
            return str(connection.execute(select(HASHES[who])).scalars().first())
    return who


def named(made: Marked) -> dict[str, str]:
    """An address that names all of it, as an owner's does."""
    return {"a": made.id, "v": made.panel, "g": made.campaign, "r": made.round}


def page(at: AppTest) -> str:
    """Everything sent to the browser: words, fields, choices, addresses."""
    assert not at.exception
    sent = " ".join(str(getattr(element, "proto", "")) for element in at._tree)
    return sent.replace("\\'", "'")


def a_tab(screen: str, **address: str) -> AppTest:
    """A tab at this screen's address, still blank."""
    at = AppTest.from_file(str(APP), default_timeout=60)
    at.query_params.update({"lang": "fr", **address})
    # The first run says which screens there are: before it there is nowhere to go.
    return at.run().switch_page(navigation.path(screen))


def looks(at: AppTest, who: str, made: Marked) -> AppTest:
    """The tab as this visitor's browser loads it."""
    for throttle in (WRONG_KEYS, codes.WRONG_JOIN_CODES):
        throttle.forget(ADDRESS)
    cookie = cookie_of(who, made)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(visitor, "device", lambda: cookie)
        patch.setattr(visitor, "sign_in", lambda: SIGN_INS.get(who))
        return at.run()


def opens(screen: str, who: str, made: Marked, address: dict[str, str]) -> AppTest:
    """A new tab of this visitor, at this screen's address."""
    return looks(a_tab(screen, **address), who, made)


@pytest.mark.parametrize("screen", navigation.SCREENS)
def test_no_screen_shows_a_submission_to_who_may_not_see_it(
    screen: str, marked: Marked, caplog: pytest.LogCaptureFixture
) -> None:
    nowhere = dict.fromkeys("avgr", "0" * 32)
    with caplog.at_level(logging.INFO):
        # One tab for all of them: nobody is shown what the tab remembers of another either.
        at = a_tab(screen)
        for who, address in ((NO_COOKIE, {}), ("a stranger", nowhere)):
            at.query_params.update(address)
            seen = page(looks(at, who, marked))
            for told in (WORD, *named(marked).values()):
                assert told not in seen, who
        at.query_params.update(named(marked))
        for who in VISITORS:
            seen = page(looks(at, who, marked))
            assert "<h1" in seen, who
            assert WORD not in seen, who
    for told in (WORD, *named(marked).values(), *marked.secrets.values()):
        assert told not in caplog.text


def test_the_crawl_would_find_it(marked: Marked) -> None:
    seen = "".join(
        page(opens(screen, OWNER, marked, named(marked) | {"p": "test-a-restore"}))
        for screen in (
            "landing", "worry", "share", "why", "project", "campaign_member", "campaign_board",
            "team", "panel_picture", "report", "account", "two_steps",
        )
    )  # fmt: skip
    # A login is kept without capitals.
    words = {**OWN, **OTHERS, **ACCOUNT, "login": ACCOUNT["login"].casefold()}
    found = {place for place, word in words.items() if word in seen}
    assert found >= {"name", "worry", "carrier", "note", "label", "about", "reason"}
    assert found >= {"campaign", "team", "person", "login"}


def wrong_secrets(*right: str) -> tuple[str, ...]:
    return (*(kind for kind in SECRET_KINDS if kind not in right), "random code", "random link")


def secret_of(kind: str, made: Marked) -> str:
    made_up = {"random code": new_code(8), "random link": new_link_secret()}
    return made_up.get(kind) or made.secrets[kind]


CODES = {
    "panel_answer": ("slip",),
    "team_answer": ("team",),
    "campaign_join": ("campaign",),
}
"""The screens that a code in the address opens, and the codes that are right there.

Where each has a slip of paper, the code shared by all is wrong too.
"""


@pytest.mark.parametrize("screen", CODES)
def test_a_code_of_another_kind_opens_nothing(screen: str, marked: Marked) -> None:
    for kind in wrong_secrets(*CODES[screen]):
        at = opens(screen, "a stranger", marked, {"c": secret_of(kind, marked)})
        assert "role='alert'" in page(at), kind
        assert WORD not in page(at), kind


@pytest.mark.parametrize("screen", CODES)
def test_the_right_code_lets_one_answer_or_join_and_reads_no_submission(
    screen: str, marked: Marked
) -> None:
    for kind in CODES[screen]:
        seen = page(opens(screen, "a stranger", marked, {"c": marked.secrets[kind]}))
        assert "role='alert'" not in seen, kind
        assert not [word for word in OWN.values() if word in seen], kind
        assert marked.id not in seen


TYPED = {
    "resume": ("code", "open-code", "code"),
    "team": ("organiser-code", "open-round", "organiser"),
    "campaign": ("campaign-organiser-code", "find-campaign", "coordinator"),
    "new_password": ("password-code", "set-password", "account"),
}
"""The screens where a code is typed: the field, the button, the kind that is right there."""


@pytest.mark.parametrize("screen", TYPED)
def test_what_is_typed_in_place_of_the_right_code_opens_nothing(
    screen: str, marked: Marked
) -> None:
    field, button, right = TYPED[screen]
    for kind in wrong_secrets(right):
        at = opens(screen, "a stranger", marked, {})
        at.text_input(key=field).set_value(secret_of(kind, marked))
        at.button(key=button).click().run()
        assert "role='alert'" in page(at), kind
        # What was typed stands in its field.
        assert WORD not in page(at), kind
    for throttle in (WRONG_KEYS, codes.WRONG_JOIN_CODES):
        throttle.forget(ADDRESS)
