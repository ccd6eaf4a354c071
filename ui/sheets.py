"""Between what is stored and what is advised on: a record becomes a sheet, a plan becomes wishes.

The plan stored in a record and in the answer file is
{"hours_per_month": 6, "own_money": 500, "months": 18, "max_active": 2, "pin": [ids],
"refuse": [ids]}; own money is euros per 12 months; what is missing takes its default.
"""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from assessment.answers import mistakes
from assessment.model import Questionnaire
from assessment.profile import Profile
from assessment.profile_reading import WrongProfile, read_profile
from assessment.scorecard import Score, ScoreCard
from recommendations.queue import Wishes
from recommendations.roadmap import Means
from reports.dossier import Sheet
from storage.record import Record


def sheet_of(record: Record, questionnaire: Questionnaire, on: dt.date) -> Sheet:
    """The sheet to advise on. Answers the instrument no longer knows are left out."""
    return Sheet(
        answers=known_answers(record.answers, questionnaire),
        date=on,
        form=record.form,
        stage=record.stage,
        profile=profile_of(record),
        worry=record.worry,
        means=means_of(record.plan or {}),
        wishes=wishes_of(record.plan or {}),
    )


def known_answers(answers: Mapping[str, str], questionnaire: Questionnaire) -> dict[str, str]:
    """The answers whose question and option exist in this version of the instrument."""
    wrong = {mistake.question for mistake in mistakes(questionnaire, answers)}
    return {question: value for question, value in answers.items() if question not in wrong}


def profile_of(record: Record) -> Profile:
    """The enterprise as stored; an empty profile when a later version cannot read it."""
    try:
        return read_profile(record.profile)
    except WrongProfile:
        return Profile()


def means_of(plan: Mapping[str, Any]) -> Means:
    """Hours, euros, months and projects at a time of a stored plan."""
    usual = Means()
    try:
        return Means(
            hours_per_month=_amount(plan.get("hours_per_month"), usual.hours_per_month),
            own_money_per_year=_amount(plan.get("own_money"), usual.own_money_per_year),
            months=int(plan.get("months", usual.months)),
            max_active=int(plan.get("max_active", usual.max_active)),
        )
    except (ValueError, TypeError, InvalidOperation):
        return usual


def wishes_of(plan: Mapping[str, Any]) -> Wishes:
    """What the enterprise pinned and refused."""
    return Wishes(
        pinned=tuple(str(i) for i in plan.get("pin") or ()),
        refused=frozenset(str(i) for i in plan.get("refuse") or ()),
    )


def plan_of(means: Means, wishes: Wishes) -> dict[str, Any]:
    """Means and wishes as plain JSON data."""
    return {
        "hours_per_month": _number(means.hours_per_month),
        "own_money": _number(means.own_money_per_year),
        "months": means.months,
        "max_active": means.max_active,
        "pin": list(wishes.pinned),
        "refuse": sorted(wishes.refused),
    }


def stored_card(record: Record) -> ScoreCard | None:
    """The score as it was computed and kept; None when there is none."""
    kept = record.scorecard
    if not kept:
        return None
    try:
        return ScoreCard(
            instrument=kept["instrument"],
            version=kept["version"],
            form=kept["form"],
            overall=_score(kept["overall"]),
            dimensions={each["id"]: _score(each) for each in kept["dimensions"]},
            readings={
                reading: {group: _score(score) for group, score in groups.items()}
                for reading, groups in kept["readings"].items()
            },
        )
    except (KeyError, TypeError):
        return None


def _score(kept: Mapping[str, Any]) -> Score:
    return Score(kept["value"], kept["low"], kept["high"], kept["coverage"], kept["level"])


def _number(amount: Decimal) -> int | float:
    return int(amount) if amount == amount.to_integral_value() else float(amount)


def _amount(given: Any, usual: Decimal) -> Decimal:
    amount = usual if given is None else Decimal(str(given))
    if not amount.is_finite() or amount < 0:
        raise ValueError(given)
    return amount
