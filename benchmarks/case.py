"""The enterprises measures speak of: worked cases of the tests, in French."""

from functools import cache
from pathlib import Path

import yaml

from assessment.profile import Profile
from reports.dossier import Sheet

CASES = Path(__file__).parents[1] / "tests" / "cases"
LANGUAGE = "fr"


@cache
def sheet() -> Sheet:
    """The one most measures take: a complete sheet, 25 answers and a profile."""
    return _sheet(CASES / "training-association-wallonia.yaml")


def every_sheet() -> tuple[Sheet, ...]:
    """All of them, by file name; one where nothing is known has nothing to plan."""
    known = [path for path in sorted(CASES.glob("*.yaml")) if path.stem != "nobody-knows"]
    return tuple(_sheet(path) for path in known)


def _sheet(path: Path) -> Sheet:
    read = yaml.safe_load(path.read_text(encoding="utf-8"))
    answers = {q: value for group in read["answers"].values() for q, value in group.items()}
    return Sheet(
        answers=answers, date=read["date"], profile=Profile.model_validate(read["profile"])
    )
