"""A submission with a recognisable word in every place where somebody's words or name can stand.

Whoever finds one of the words has found the submission. Nothing of ours is ever written so.
"""

import datetime as dt
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Engine

from access.rules import ACCOUNT_ROLES
from access.second_factor import new_recovery_codes, new_secret
from assessment.guided import Words
from network.panel import Sheet
from questionnaires import read
from storage import (
    account_campaigns,
    accounts,
    adviser_words,
    assessments,
    audit,
    campaign_members,
    campaigns,
    devices,
    guidance,
    keys,
    panel_agreed,
    panel_sheets,
    panels,
    private_notes,
    second_factor,
    shared_notes,
    sign_ins,
    team_rounds,
    team_sheets,
)
from storage.campaign_members import Consents

CORE = read("digital-maturity", "fr")
FIRST, SECOND = list(CORE.questions())[:2]
WORD = "Introuvable"
"""Begins every marked word."""
OWNER, GUEST, VOICE = "owner-browser-of-the-marked", "guest-browser", "voice-browser"
ALL = Consents(aggregate=True, named=True, pooling=True, peer=True)


def word(place: str) -> str:
    """The word that stands in this place."""
    return f"{WORD}-{place}-7391"


OWN = {
    place: word(place)
    for place in (
        "name", "worry", "answer", "card", "label", "about", "carrier", "note", "did", "proof",
        "address", "voice", "reason", "adviser", "private-note", "shared-note", "seen", "words",
    )
}  # fmt: skip
"""The words of what hangs on the assessment itself."""

OTHERS = {place: word(place) for place in ("campaign", "own-question", "team", "team-sheet")}
"""The words of its campaign and of a team round, which have a last day of their own."""

ACCOUNT = {place: word(place) for place in ("person", "login", "issuer", "subject")}
"""The words of an account: no assessment's, kept until it is removed."""


def a_marked_account(engine: Engine, now: dt.datetime, campaign_id: str) -> tuple[str, str]:
    """An account with every word an account can hold, signed in on OWNER; its id, its secret."""
    made, _ = accounts.add(engine, now, ACCOUNT["login"], ACCOUNT["person"], ACCOUNT_ROLES)
    accounts.of_identity(
        engine, now, ACCOUNT["issuer"], ACCOUNT["subject"], ACCOUNT["person"], ACCOUNT_ROLES
    )
    second_factor.turn_on(engine, made.id, new_secret(), 1, new_recovery_codes())
    account_campaigns.attach(engine, made.id, campaign_id)
    ticket = sign_ins.ticket(engine, made.id, OWNER, now)
    secret = sign_ins.redeem(engine, ticket, OWNER, now)
    assert secret is not None
    return made.id, secret


@dataclass(frozen=True)
class Marked:
    """Its ids, its secrets by what they open, and the id of its campaign and round."""

    id: str
    panel: str
    campaign: str
    round: str
    secrets: dict[str, str] = field(repr=False)


def a_marked_submission(engine: Engine, now: dt.datetime, **changes: dt.date) -> Marked:
    """An assessment with everything that can hang on it, and what it takes part in."""
    plan = {
        "projects": {
            "test-a-restore": {
                "carrier": OWN["carrier"], "notes": OWN["note"], "did": OWN["did"],
                "proof": OWN["proof"], "address": f"https://example.org/{OWN['address']}",
            }
        }
    }  # fmt: skip
    given = {one.id: one.options[1].id for one in CORE.questions()} | {"gone": OWN["answer"]}
    made = assessments.create(
        engine, now, instrument=CORE.id, version=CORE.version, language="fr", given=given,
        profile={"enterprise": {"name": OWN["name"], "country": "BE", "region": "BE-WAL"}},
        worry=OWN["worry"], plan=plan,
    )  # fmt: skip
    assessments.save_scorecard(engine, made, {"said": OWN["card"]}, CORE.version, now)
    secrets = _ways_in(engine, made, now)
    panel = _voices(engine, made, now, secrets)
    _advised(engine, made, now)
    campaign = _campaign(engine, made, now, secrets)
    team = _team(engine, now, secrets)
    if "expires_on" in changes:
        assessments.set_expiry(engine, made, changes["expires_on"], now)
    return Marked(made, panel, campaign, team, secrets)


def _ways_in(engine: Engine, made: str, now: dt.datetime) -> dict[str, str]:
    secrets = {
        "link": keys.issue(engine, made, "link", now),
        "code": keys.issue(engine, made, "code", now),
        "reader": keys.issue(engine, made, "link", now, role="reader", label=OWN["label"]),
    }
    devices.attach(engine, OWNER, made, now)
    reader = keys.find(engine, secrets["reader"], "link", now)
    assert reader is not None
    devices.enter(engine, GUEST, reader.hash, now)
    act = audit.Act("share", "assessment", OWN["about"])
    audit.note(engine, made, audit.Who("reader", OWN["label"], "a1b2c3"), act, now)
    return secrets


def _advised(engine: Engine, made: str, now: dt.datetime) -> None:
    account, _ = accounts.add(engine, now, "adviser@example.org", "A. D.", ["adviser"])
    guidance.begin(engine, made, account.id, OWN["adviser"], now)
    private_notes.save(engine, made, account.id, FIRST.id, OWN["private-note"], now)
    note = shared_notes.SharedNote("", account.id, OWN["adviser"], OWN["shared-note"], now)
    shared_notes.save(engine, made, note)
    mark = shared_notes.SeenMark(FIRST.id, "proof", OWN["seen"], OWN["adviser"], now.date())
    shared_notes.mark(engine, made, mark)
    said = Words(OWN["words"], OWN["adviser"], now.date())
    adviser_words.save_words(engine, made, "results", said, now)
    by = (OWN["adviser"], now.date())
    adviser_words.moved(engine, made, {"test-a-restore": "first"}, by, now)


def _voices(engine: Engine, made: str, now: dt.datetime, secrets: dict[str, str]) -> str:
    fields = {"scope": "flash", "version": CORE.version}
    first = panels.open_panel(engine, made, now.date(), slips=False, **fields).panel_id
    for number in range(5):
        sheet = Sheet("staff", {FIRST.id: FIRST.options[0].id, "gone": OWN["voice"]})
        panel_sheets.submit(engine, first, sheet, now.date(), device=f"{VOICE}-{number}")
    panels.close(engine, first, now.date())
    chosen = SECOND.options[1].id
    panel_agreed.agree(engine, first, SECOND.id, chosen, OWN["reason"], now)
    again = panels.open_panel(engine, made, now.date(), slips=True, **fields)
    (secrets["slip"],) = panel_sheets.make_slips(engine, again.panel_id, 1)
    secrets["panel"] = again.join_code
    return first


def _campaign(engine: Engine, made: str, now: dt.datetime, secrets: dict[str, str]) -> str:
    today = now.date()
    question = {"id": "q-own", "text": OTHERS["own-question"], "options": ["Oui", "Non"]}
    opened = campaigns.create(
        engine, today, name=OTHERS["campaign"], instrument=CORE.id, version=CORE.version,
        ends_on=today + dt.timedelta(days=60), questions=[question],
    )  # fmt: skip
    secrets["campaign"], secrets["coordinator"] = opened.join_code, opened.organiser_code
    found = campaigns.load(engine, opened.campaign_id, today)
    campaigns.attach(engine, OWNER, found.id)
    campaign_members.join(engine, found, made, ALL, today)
    campaign_members.answer_own(engine, found, made, {"q-own": 1}, today)
    return found.id


def _team(engine: Engine, now: dt.datetime, secrets: dict[str, str]) -> str:
    today = now.date()
    opened = team_rounds.create(
        engine, today, instrument="team-skills", version="1", name=OTHERS["team"]
    )
    secrets["team"], secrets["organiser"] = opened.join_code, opened.organiser_code
    team_rounds.attach(engine, OWNER, opened.round_id)
    for number in range(3):
        sheet = {"gone": OTHERS["team-sheet"]}
        team_sheets.submit(engine, opened.round_id, sheet, today, f"{VOICE}-{number}")
    return opened.round_id


def found_in(folder: Path, words: list[str]) -> set[str]:
    """Which of these words stand in the raw bytes of the database's files."""
    contents = [file.read_bytes() for file in folder.iterdir() if file.is_file()]
    return {one for one in words if any(one.encode() in content for content in contents)}
