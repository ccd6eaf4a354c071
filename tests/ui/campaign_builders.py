"""Members with complete assessments, and the campaigns they join, made through storage."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from assessment.dates import months_later
from questionnaires import read, read_checklist
from storage import assessments, campaign_members, campaigns
from storage.campaign_members import Consents
from storage.campaigns import Opened
from ui import database

_CASES = Path(__file__).parents[1] / "cases"
CORE = read("digital-maturity", "fr")
QUESTIONS = tuple(CORE.questions())
COUNTED = Consents(aggregate=True)
EVERYTHING = Consents(aggregate=True, named=True, pooling=True, peer=True)
OWN = ({"id": "q-tool", "text": "Partagez-vous un outil ?", "options": ["Oui", "Non"]},)


def a_campaign(engine: Engine, **changes: Any) -> Opened:
    """A campaign open for two months."""
    today = database.now().date()
    fields = {
        "name": "Fédération des Tisserands", "instrument": CORE.id, "version": CORE.version,
        "ends_on": months_later(today, 2),
    }  # fmt: skip
    return campaigns.create(engine, today, **(fields | changes))


def answers(step: int) -> dict[str, str]:
    """Every question answered: the option so many places from the first, or the last one."""
    return {q.id: q.options[min(step, len(q.options) - 1)].id for q in QUESTIONS}


def mixed(number: int) -> dict[str, str]:
    """Every question answered, differently for each number."""
    return {
        q.id: q.options[(place * 7 + number * 3 + place * number) % len(q.options)].id
        for place, q in enumerate(QUESTIONS)
    }


def an_assessment(
    engine: Engine, name: str, given: dict[str, str] | None = None, **enterprise: Any
) -> str:
    """An assessment of this enterprise, complete unless `given` says less; its id."""
    told = {"name": name, "country": "BE", "region": "BE-WAL", **enterprise}
    return assessments.create(
        engine, database.now(), instrument=CORE.id, version=CORE.version, language="fr",
        given=answers(0) if given is None else given, profile={"enterprise": told},
    )  # fmt: skip


def joined(
    engine: Engine,
    campaign_id: str,
    assessments_: Sequence[str],
    consents: Consents = COUNTED,
) -> None:
    """These assessments join with these consents."""
    today = database.now().date()
    campaign = campaigns.load(engine, campaign_id, today)
    for one in assessments_:
        campaign_members.join(engine, campaign, one, consents, today)


def members(
    engine: Engine, campaign_id: str, count: int, consents: Consents = COUNTED, **enterprise: Any
) -> list[str]:
    """So many enterprises that join, each with its own answers; their ids."""
    made = [
        an_assessment(engine, f"Maison {number}", mixed(number), **enterprise)
        for number in range(count)
    ]
    joined(engine, campaign_id, made, consents)
    return made


def an_estimate(engine: Engine, name: str, case: str) -> str:
    """A DMA estimate of a small enterprise with the answers of a sample case; its id."""
    samples = json.loads((_CASES / "dma-sample-cases.json").read_text("utf-8"))["cases"]
    sample = next(one for one in samples if one["id"] == case)
    version = read_checklist("dma-sme", "fr").version
    return assessments.create(
        engine, database.now(), instrument="dma-sme", version=version, language="fr",
        numbers=sample["answers"],
        profile={"dma_profile": {"name": name, "size": "small", "sector": "education"}},
    )  # fmt: skip
