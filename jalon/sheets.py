"""What commands that plan read: the whole sheet of an answer file.

Apart from the other inputs: it knows the dossier, whose libraries take a second to load.
"""

import datetime as dt
from pathlib import Path

from assessment.profile import Profile
from jalon.errors import BadInput
from jalon.inputs import (
    answer_file_of,
    check_answers,
    check_choices,
    checked_profile,
    profile_of,
    questionnaire_of,
)
from recommendations.plan_data import PlanData, WrongPlan, read_plan
from recommendations.wishes import Means
from reports.dossier import Sheet
from storage.answer_file import AnswerFile


def sheet_of(path: Path, profile: Path | None, language: str, on: dt.date) -> Sheet:
    """The sheet an answer file describes; `--profile` wins over the file's own profile."""
    file = answer_file_of(path)
    check_choices(file, path)
    check_answers(questionnaire_of(file.instrument, language), file.answers, str(path))
    said = profile_of(profile) if profile else checked_profile(file.profile, path, "profile.")
    plan = _plan(file, path)
    return Sheet(
        answers=file.answers,
        date=file.date or on,
        form=file.form,
        stage=file.stage,
        profile=said,
        worry=file.worry,
        means=plan.means(usual_means(said)),
        wishes=plan.wishes,
        carried=plan.projects,
        targets=plan.targets,
        reviews=plan.reviews,
    )


def usual_means(profile: Profile) -> Means:
    """The defaults, or the hours and the money that the profile says."""
    project = profile.project
    said = PlanData(hours_per_month=project.hours_per_month, own_money=project.own_money_per_year)
    return said.means(Means())


def _plan(file: AnswerFile, path: Path) -> PlanData:
    try:
        return read_plan(file.plan)
    except WrongPlan as error:
        raise BadInput(f"{path}: plan.{error}") from None
