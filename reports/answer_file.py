"""The answer file: what resumes an assessment and what every command reads."""

from typing import Any

from assessment.model import Questionnaire
from recommendations.plan_data import Followed, plan_of
from reports.dossier import Sheet


def answer_file(sheet: Sheet, questionnaire: Questionnaire) -> dict[str, Any]:
    """The content of the file, JSON-able; `profile` and `worry` only where something is said.

    Money and numbers of the profile are texts, so that 0.1 stays 0.1.
    """
    content: dict[str, Any] = {
        "instrument": questionnaire.id,
        "version": questionnaire.version,
        "date": sheet.date.isoformat(),
        "stage": sheet.stage,
        "form": sheet.form,
        "answers": dict(sorted(sheet.answers.items())),
    }
    profile = sheet.profile.model_dump(mode="json", exclude_none=True)
    content["profile"] = {part: values for part, values in profile.items() if values}
    content["plan"] = plan_of(
        sheet.means, sheet.wishes, Followed(sheet.carried, sheet.targets, sheet.reviews)
    )
    if sheet.worry:
        content["worry"] = sheet.worry
    return content
