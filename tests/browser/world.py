"""What is already so when a test begins, and what is in the database when it ends."""

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import yaml
from playwright.sync_api import BrowserContext
from sqlalchemy import Engine

from access.secrets import new_device_secret
from questionnaires import read, read_checklist
from storage import assessments, devices, team_rounds, team_sheets
from storage.engine import open_engine
from storage.errors import UnknownAssessment
from tests.browser.server import Server

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
    server: Server, browser: BrowserContext, answers: Mapping[str, str] | None = None
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
        )
        devices.attach(engine, device, made, now)
    return made


def given_estimate(server: Server, browser: BrowserContext, case: str) -> str:
    """A DMA-compatible estimate with the answers of one sample case; its id."""
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
            numbers=sample["answers"],
        )
        devices.attach(engine, device, made, now)
    return made


def given_team(server: Server, browser: BrowserContext) -> str:
    """A team round this browser opened, answered by three; its id."""
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
    return made.round_id


def to_read(server: Server, browser: BrowserContext) -> list[tuple[str, dict[str, str]]]:
    """Addresses of the screens beside the main journey, each with something in it to read."""
    made = {"a": given_assessment(server, browser, mixed_answers())}
    estimate = {"a": given_estimate(server, browser, "sme-all-max")}
    team = {"r": given_team(server, browser)}
    return [
        ("", {}),
        ("question", made | {"q": "enter-once"}),
        ("deeper", made | {"d": "tools"}),
        ("question", made | {"q": "shared-files"}),
        ("results", made),
        ("roadmap", made),
        ("why", made),
        ("others", {}),
        ("dma", estimate),
        ("dma-question", estimate | {"q": "q1_invested"}),
        ("dma-question", estimate | {"q": "q4"}),
        ("dma-results", estimate),
        ("team", {}),
        ("team-round", team),
        ("team-picture", team),
        ("team-answer", {}),
        ("stories", {}),
        ("glossary", {}),
    ]


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
