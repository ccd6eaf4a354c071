"""A database with many assessments in it, made by the database itself from a few real ones."""

import datetime as dt
import uuid
from collections.abc import Sequence
from typing import Any

import numpy as np
from sqlalchemy import Engine, text

from assessment.model import Questionnaire
from benchmarks import case
from questionnaires import read
from reports.library import INSTRUMENT
from storage import assessments
from storage.schema import assessments as table
from storage.transaction import transaction

PATTERNS = 200
"""Different assessments; the others are copies of them, each with an id of its own."""

_COPIED = text(
    "INSERT INTO answers (assessment_id, question_id, value, saved_at)"
    " SELECT one.id, given.question_id, given.value, given.saved_at FROM assessments one"
    " JOIN answers given ON given.assessment_id = one.follows_id"
    " WHERE NOT EXISTS (SELECT 1 FROM answers mine WHERE mine.assessment_id = one.id)"
)
_CHUNK = 10_000
_SECTORS = ("training", "culture", "health", "social-action", "agriculture", "construction")
_REGIONS = ("BE-WAL", "BE-BRU", "BE-VLG")


def fill(engine: Engine, count: int, now: dt.datetime) -> list[str]:
    """Brings the assessments up to so many, every question answered; the ids of all of them."""
    with transaction(engine) as connection:
        kept = list(connection.execute(text("SELECT id FROM assessments")).scalars())
        first = list(
            connection.execute(
                text("SELECT id FROM assessments WHERE follows_id IS NULL")
            ).scalars()
        )
    if not kept:
        kept = first = _patterns(engine, min(PATTERNS, count), now)
    with transaction(engine) as connection:
        row = connection.execute(table.select().where(table.c.id == first[0])).one()
        profiles = dict(connection.execute(text("SELECT id, profile FROM assessments")).all())
        made = [uuid.uuid4().hex for _ in range(count - len(kept))]
        for at in range(0, len(made), _CHUNK):
            rows = _rows(made[at : at + _CHUNK], first, row._asdict(), profiles)
            connection.execute(table.insert(), rows)
        connection.execute(_COPIED)
        if engine.dialect.name == "postgresql":
            connection.execute(text("ANALYZE"))
    return kept + made


def _rows(
    ids: Sequence[str], first: Sequence[str], row: dict[str, Any], profiles: dict[str, Any]
) -> list[dict[str, Any]]:
    rows = []
    for number, one in enumerate(ids):
        pattern = first[number % len(first)]
        rows.append(row | {"id": one, "follows_id": pattern, "profile": profiles[pattern]})
    return rows


def _patterns(engine: Engine, count: int, now: dt.datetime) -> list[str]:
    asked, draw = read(INSTRUMENT, case.LANGUAGE), np.random.default_rng(2026)
    return [
        assessments.create(
            engine, now, instrument=asked.id, version=asked.version, language=case.LANGUAGE,
            given=_answers(asked, draw), profile={"enterprise": _enterprise(number)},
        )
        for number in range(count)
    ]  # fmt: skip


def _answers(asked: Questionnaire, draw: np.random.Generator) -> dict[str, str]:
    return {
        question.id: question.options[int(draw.integers(len(question.options)))].id
        for question in asked.questions()
    }


def _enterprise(number: int) -> dict[str, Any]:
    region = _REGIONS[number % len(_REGIONS)]
    return {
        "name": f"Atelier {number}",
        "sector": _SECTORS[number % len(_SECTORS)],
        "country": "BE",
        "region": region,
        "fte": str(1 + number % 60),
    }
