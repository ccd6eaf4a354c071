"""Between what is stored and what is advised on: a record becomes a sheet."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from assessment.answers import mistakes
from assessment.guided import Guided
from assessment.model import Questionnaire
from assessment.profile import Profile
from assessment.profile_reading import WrongProfile, read_profile
from assessment.scorecard import Score, ScoreCard
from recommendations.carried import Carried
from recommendations.plan_data import PlanData, WrongPlan, project_of, read_plan
from recommendations.wishes import Means, Wishes
from reports.dossier import Sheet
from storage.merging import Clash, merged
from storage.record import Record


def sheet_of(
    record: Record, questionnaire: Questionnaire, on: dt.date, guided: Guided | None = None
) -> Sheet:
    """The sheet to advise on. Answers the instrument no longer knows are left out.

    `guided` is what an adviser added.
    """
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
        ident=record.id,
        changed=record.updated_at,
        carried=plan.projects,
        targets=plan.targets,
        reviews=plan.reviews,
        taken=record.answered_at.date() if record.answered_at else None,
        guided=guided or Guided(),
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


def changed(record: Record, profile: Profile) -> dict[str, Any]:
    """The profile as it is to be stored, what we do not read in it left as it is."""
    before, after = (
        one.model_dump(mode="json", exclude_none=True) for one in (profile_of(record), profile)
    )
    try:
        return dict(merged(before, after, record.profile))
    except Clash:
        return after


def project_in(plan: Mapping[str, Any], project_id: str) -> dict[str, Any]:
    """What is written about one project in a plan as stored; nothing when we cannot read it."""
    try:
        return project_of(read_plan(dict(plan)).projects.get(project_id, Carried()))
    except WrongPlan:
        return {}


def plan_in(record: Record) -> PlanData:
    """The plan as stored; an empty one when a later version cannot read it."""
    return _plan(record.plan)


def wishes_in(plan: Mapping[str, Any] | None) -> Wishes:
    """The wishes of a stored plan; none when a later version cannot read it."""
    return _plan(plan).wishes


def _plan(stored: Mapping[str, Any] | None) -> PlanData:
    try:
        return read_plan(stored)
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
