"""Between what is stored and what is advised on: a record becomes a sheet."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from assessment.answers import mistakes
from assessment.model import Questionnaire
from assessment.profile import Profile
from assessment.profile_reading import WrongProfile, read_profile
from assessment.scorecard import Score, ScoreCard
from recommendations.plan_data import PlanData, WrongPlan, read_plan
from recommendations.roadmap import Means
from reports.dossier import Sheet
from storage.record import Record


def sheet_of(record: Record, questionnaire: Questionnaire, on: dt.date) -> Sheet:
    """The sheet to advise on. Answers the instrument no longer knows are left out."""
    plan = plan_in(record)
    return Sheet(
        answers=known_answers(record.answers, questionnaire),
        date=on,
        form=record.form,
        stage=record.stage,
        profile=profile_of(record),
        worry=record.worry,
        means=plan.means(Means()),
        wishes=plan.wishes,
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


def plan_in(record: Record) -> PlanData:
    """The plan as stored; an empty one when a later version cannot read it."""
    try:
        return read_plan(record.plan)
    except WrongPlan:
        return PlanData()


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
            # Scores kept before there were deep dives have none.
            refined={
                each["id"]: _score(each["refined"])
                for each in kept["dimensions"]
                if "refined" in each
            },
        )
    except (KeyError, TypeError):
        return None


def _score(kept: Mapping[str, Any]) -> Score:
    return Score(kept["value"], kept["low"], kept["high"], kept["coverage"], kept["level"])
