"""Worked re-assessments of tests/cases/follow-up: an adviser can read and correct them."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from assessment.measure import altered, measure_of
from assessment.model import Questionnaire
from tests.builders import dimension, question, questionnaire

FOLDER = Path(__file__).parents[1] / "cases" / "follow-up"


@dataclass(frozen=True)
class Case:
    """Two dates of one enterprise; `then` is the questionnaire of the first."""

    then: Questionnaire
    now: Questionnaire
    before: dict[str, str]
    after: dict[str, str]
    done: dict[str, dict[str, str]]
    expect: dict[str, Any]

    @property
    def comparable(self):
        """The dimensions measured then as they are now."""
        measures = [measure_of(one, "core") for one in (self.then, self.now)]
        return set(measures[1]) - set(altered(*measures))


def small(content):
    """{"safety": {"backup": {"none": 0, "tested": 2}}} as a questionnaire; `weight` is optional."""
    return questionnaire(
        *(
            dimension(name, *(question(q, **points) for q, points in questions.items()))
            for name, questions in content.items()
        )
    )


def _read(path):
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    now = small(case["questionnaire"])
    then = small(case.get("questionnaire_then", case["questionnaire"]))
    return Case(
        then, now, case["before"], case["after"], case.get("actions_done", {}), case["expect"]
    )


each_case = pytest.mark.parametrize(
    "case", [pytest.param(_read(path), id=path.stem) for path in sorted(FOLDER.glob("*.yaml"))]
)
