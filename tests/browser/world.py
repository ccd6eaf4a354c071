"""What is already so when a test begins, and what is in the database when it ends."""

import datetime as dt
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import BrowserContext
from sqlalchemy import Engine

from access.rules import ACCOUNT_ROLES, KeyRole
from access.secrets import new_device_secret
from network.panel import Sheet
from network.panel_scope import FLASH
from questionnaires import read, read_checklist
from storage import (
    account_campaigns,
    accounts,
    assessments,
    campaign_aggregates,
    campaigns,
    devices,
    guidance,
    keys,
    panel_sheets,
    panels,
    private_notes,
    sign_ins,
    team_rounds,
    team_sheets,
    voices,
)
from storage.campaign_members import Joined
from storage.engine import open_engine
from storage.errors import UnknownAssessment
from tests.browser.server import Server
from tests.ui.campaign_builders import (
    EVERYTHING,
    OWN,
    a_campaign,
    an_assessment,
    joined,
    members,
    mixed,
)
from ui import campaign_figures
from ui.middleware import sign_in

INSTRUMENT = "digital-maturity"
_CASES = Path(__file__).parents[1] / "cases"


def mixed_answers() -> dict[str, str]:
    """All 24 questions and the leader's view: one "I don't know", one "does not apply"."""
    case = yaml.safe_load((_CASES / "training-association-wallonia.yaml").read_text("utf-8"))
    given = {q: value for group in case["answers"].values() for q, value in group.items()}
    return {**given, "training-share": "unknown", "online-gifts-sales": "not_applicable"}


def all_unknown() -> dict[str, str]:
    """ "I don't know" to every question."""
    return {question.id: "unknown" for question in read(INSTRUMENT, "fr").questions()}


def given_assessment(
    server: Server,
    browser: BrowserContext,
    answers: Mapping[str, str] | None = None,
    **more: Any,
) -> str:
    """An assessment with these answers, which this browser may open; its id."""
    now = dt.datetime.now(dt.UTC)
    device = _device(server, browser)
    with _engine(server) as engine:
        made = assessments.create(
            engine,
            now,
            instrument=INSTRUMENT,
            version=read(INSTRUMENT, "fr").version,
            language="fr",
            given=answers,
            **more,
        )
        devices.attach(engine, device, made, now)
    return made


def given_follower(server: Server, browser: BrowserContext, before: str) -> str:
    """The T1 of this assessment, not answered yet, one of whose actions is done."""
    plan = {"projects": {"one-page-plan": {"state": "done"}}}
    return given_assessment(server, browser, stage="T1", follows_id=before, plan=plan)


def _all_but_one(numbers: Mapping[str, list[int]]) -> dict[str, list[int]]:
    return dict(list(numbers.items())[1:])


def given_profile(server: Server, assessment_id: str, enterprise: Mapping[str, object]) -> None:
    """Who the enterprise of this assessment is."""
    with _engine(server) as engine:
        told = {"enterprise": dict(enterprise)}
        assessments.save_profile(engine, assessment_id, told, dt.datetime.now(dt.UTC))


def given_estimate(
    server: Server, browser: BrowserContext, case: str, before: str | None = None
) -> str:
    """A DMA-compatible estimate with the answers of one sample case; its id.

    One that follows the estimate `before` is a T1 whose first question is still open.
    """
    samples = json.loads((_CASES / "dma-sample-cases.json").read_text("utf-8"))["cases"]
    sample = next(each for each in samples if each["id"] == case)
    instrument = f"dma-{sample['instrument']}"
    now = dt.datetime.now(dt.UTC)
    device = _device(server, browser)
    with _engine(server) as engine:
        made = assessments.create(
            engine,
            now,
            instrument=instrument,
            version=read_checklist(instrument, "fr").version,
            language="fr",
            numbers=sample["answers"] if before is None else _all_but_one(sample["answers"]),
            stage="T0" if before is None else "T1",
            follows_id=before,
        )
        devices.attach(engine, device, made, now)
    return made


def given_adviser(server: Server, browser: BrowserContext, name: str = "Amina Diallo") -> str:
    """Somebody who advises, signed in on this browser; her account's id."""
    now = dt.datetime.now(dt.UTC)
    device = _device(server, browser)
    with _engine(server) as engine:
        login = f"{new_device_secret()[:8]}@example.org"
        account, _ = accounts.add(engine, now, login, name, ["adviser"])
        ticket = sign_ins.ticket(engine, account.id, device, now)
        secret = sign_ins.redeem(engine, ticket, device, now)
    browser.add_cookies([{"name": "jalon_sign_in", "value": secret or "", "url": server.url}])
    return account.id


def given_guidance(
    server: Server, account_id: str, assessment_id: str, name: str = "Amina Diallo", **more: bool
) -> None:
    """This account advises on this assessment."""
    now = dt.datetime.now(dt.UTC)
    with _engine(server) as engine:
        guidance.begin(engine, assessment_id, account_id, name, now, **more)
        at = now.replace(hour=9, minute=0) + dt.timedelta(days=3)
        guidance.set_appointment(engine, assessment_id, account_id, at)


def private_notes_in(server: Server, assessment_id: str, account_id: str) -> dict[str, str]:
    """Her private notes in the database now, by question."""
    with _engine(server) as engine:
        found = private_notes.of(engine, assessment_id, account_id)
    return {note.question_id: note.text for note in found}


def given_team(server: Server, browser: BrowserContext) -> team_rounds.Opened:
    """A team round this browser opened, answered by three; its id and its codes."""
    team = read("team-skills", "fr")
    today = dt.datetime.now(dt.UTC).date()
    device = _device(server, browser)
    ways = (
        ("not-yet", "seen", "with-help"),
        ("with-help", "on-own", "on-own"),
        ("seen", "with-help", "on-own"),
    )
    with _engine(server) as engine:
        made = team_rounds.create(
            engine, today, instrument=team.id, version=team.version, name="Les Tisserands"
        )
        team_rounds.attach(engine, device, made.round_id)
        for way in ways:
            sheet = {q.id: way[place % 3] for place, q in enumerate(team.questions())}
            team_sheets.submit(engine, made.round_id, sheet, today, None)
    return made


def given_panel(server: Server, assessment_id: str, answers: int = 0) -> panels.Opened:
    """A panel on this assessment, answered by so many of two roles; its id and its code."""
    today = dt.datetime.now(dt.UTC).date()
    with _engine(server) as engine:
        made = panels.open_panel(
            engine, assessment_id, today, scope=FLASH, version=read(INSTRUMENT, "fr").version,
            slips=False,
        )  # fmt: skip
    given_sheets(server, made.panel_id, answers)
    return made


def given_sheets(server: Server, panel_id: str, count: int) -> None:
    """So many more sheets in a panel: staff at the start of each question, volunteers further."""
    instrument = read(INSTRUMENT, "fr")
    today = dt.datetime.now(dt.UTC).date()
    with _engine(server) as engine:
        for number in range(count):
            place = (0, 2)[number % 2] + (number % 3 == 0)
            said = {q: instrument.question(q).options[place].id for q in instrument.flash}
            sheet = Sheet(("staff", "volunteers")[number % 2], said)
            panel_sheets.submit(engine, panel_id, sheet, today)


def sheets_in(server: Server, panel_id: str) -> int:
    """How many sheets a panel has received."""
    with _engine(server) as engine:
        return panels.load(engine, panel_id, dt.datetime.now(dt.UTC).date()).answers


def given_campaign(
    server: Server,
    browser: BrowserContext,
    count: int = 12,
    *,
    closed: bool = False,
    own: str | None = None,
) -> campaigns.Opened:
    """A campaign this browser opened, joined by so many and by `own`; its id and its codes."""
    device = _device(server, browser)
    with _engine(server) as engine:
        made = a_campaign(engine, questions=OWN, invited=20)
        campaigns.attach(engine, device, made.campaign_id)
        members(engine, made.campaign_id, count, EVERYTHING, fte="4")
        if own is not None:
            joined(engine, made.campaign_id, [own], EVERYTHING)
        if closed:
            _close(engine, made.campaign_id)
    return made


def given_account(server: Server, browser: BrowserContext, campaign_id: str) -> str:
    """This browser is signed in with every role and this campaign; readers have said something."""
    device, now = _device(server, browser), dt.datetime.now(dt.UTC)
    login = f"{device[:8]}@example.org"
    with _engine(server) as engine:
        made, _ = accounts.add(engine, now, login, "Amina Diallo", ACCOUNT_ROLES)
        account_campaigns.attach(engine, made.id, campaign_id)
        ticket = sign_ins.ticket(engine, made.id, device, now)
        secret = sign_ins.redeem(engine, ticket, device, now)
        said = {"title": "Un guide des sauvegardes", "url": "https://guide.example.org/copies"}
        voices.leave(engine, now.date(), "suggest", language="fr", **said)
        voices.leave(engine, now.date(), "request", language="fr", words="un modèle de charte")
        voices.leave(
            engine, now.date(), "unclear", language="fr", about="enter-once", text="Saisir quoi ?"
        )
    assert secret is not None
    browser.add_cookies([{"name": sign_in.COOKIE, "value": secret, "url": server.url}])
    return made.id


def _close(engine: Engine, campaign_id: str) -> None:
    today = dt.datetime.now(dt.UTC).date()
    campaign = campaigns.load(engine, campaign_id, today)

    def make(who: Sequence[Joined], earlier: Sequence[Mapping[str, Any]]) -> Any:
        found, ledger = campaign_figures.figures(campaign, who, earlier, final=True)
        return campaign_figures.frozen(campaign, found, final=True), ledger

    campaign_aggregates.close(engine, campaign_id, today, make)


def join_campaign(server: Server, campaign_id: str, assessment_ids: Sequence[str]) -> None:
    """These assessments join, and agree to everything."""
    with _engine(server) as engine:
        joined(engine, campaign_id, assessment_ids, EVERYTHING)


def given_members(server: Server, count: int) -> list[str]:
    """So many complete assessments of enterprises that nobody here holds; their ids."""
    with _engine(server) as engine:
        return [an_assessment(engine, f"Maison {n}", mixed(n)) for n in range(count)]


def given_link(server: Server, assessment_id: str, role: KeyRole) -> str:
    """The secret of a link that opens this assessment as this."""
    with _engine(server) as engine:
        return keys.issue(engine, assessment_id, "link", dt.datetime.now(dt.UTC), role=role)


def panel_of(server: Server, assessment_id: str) -> str:
    """The panel that takes answers on this assessment."""
    with _engine(server) as engine:
        return panels.of_assessment(engine, assessment_id, dt.datetime.now(dt.UTC).date())[0].id


def last_day_was(server: Server, assessment_id: str, day: dt.date) -> None:
    """From now on this day is its last one."""
    with _engine(server) as engine:
        assessments.set_expiry(engine, assessment_id, day, dt.datetime.now(dt.UTC))


def saved_answers(server: Server, assessment_id: str) -> dict[str, str]:
    """The answers in the database now."""
    with _engine(server) as engine:
        return assessments.load(engine, assessment_id, dt.datetime.now(dt.UTC)).answers


def last_day(server: Server, assessment_id: str) -> dt.date:
    """The last day the assessment is kept."""
    with _engine(server) as engine:
        return assessments.load(engine, assessment_id, dt.datetime.now(dt.UTC)).expires_on


def exists(server: Server, assessment_id: str) -> bool:
    """Whether the database still holds this assessment."""
    try:
        saved_answers(server, assessment_id)
    except UnknownAssessment:
        return False
    return True


def _device(server: Server, browser: BrowserContext) -> str:
    for cookie in browser.cookies(server.url):
        if cookie["name"] == "jalon_device":
            return cookie["value"]
    secret = new_device_secret()
    browser.add_cookies([{"name": "jalon_device", "value": secret, "url": server.url}])
    return secret


@contextmanager
def _engine(server: Server) -> Iterator[Engine]:
    engine = open_engine(server.database)
    try:
        yield engine
    finally:
        engine.dispose()
