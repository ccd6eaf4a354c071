"""The answer file: what resumes an assessment and what every command reads."""

from decimal import Decimal
from typing import Any

from assessment.model import Questionnaire
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
    content["plan"] = _plan(sheet)
    if sheet.worry:
        content["worry"] = sheet.worry
    return content


def _plan(sheet: Sheet) -> dict[str, Any]:
    means, wishes = sheet.means, sheet.wishes
    return {
        "hours_per_month": _number(means.hours_per_month),
        "own_money": _number(means.own_money_per_year),
        "months": means.months,
        "max_active": means.max_active,
        "pin": list(wishes.pinned),
        "refuse": sorted(wishes.refused),
    }


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)
