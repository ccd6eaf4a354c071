"""The enterprise all measures speak of: a worked case of the tests, in French."""

from functools import cache
from pathlib import Path

import yaml

from assessment.profile import Profile
from reports.dossier import Sheet

CASE = Path(__file__).parents[1] / "tests" / "cases" / "training-association-wallonia.yaml"
LANGUAGE = "fr"


@cache
def sheet() -> Sheet:
    """A complete sheet: 25 answers and a profile."""
    read = yaml.safe_load(CASE.read_text(encoding="utf-8"))
    answers = {q: value for group in read["answers"].values() for q, value in group.items()}
    return Sheet(
        answers=answers, date=read["date"], profile=Profile.model_validate(read["profile"])
    )
