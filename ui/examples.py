"""The finished example: a fixed sheet, in the visitor's language; nothing of it is stored."""

import datetime as dt
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from assessment.base import Content
from assessment.profile import Profile
from assessment.scorecard import ScoreCard, score_card
from content.loader import load
from reports.build import build_dossier
from reports.dossier import Dossier, Sheet
from ui import contents

HERE = Path(__file__).parent


class Example(Content):
    """An answer file with its texts in one language."""

    instrument: str
    form: Literal["core", "flash"]
    worry: str
    profile: dict[str, Any]
    answers: dict[str, str]


@lru_cache
def card(language: str) -> ScoreCard:
    """The example's scores alone."""
    given = _read(language)
    return score_card(contents.questionnaire(language), given.answers, given.form)


@lru_cache(maxsize=4)
def example(language: str, on: dt.date) -> Dossier:
    """The example's dossier on this date; ContentError when its file is wrong."""
    given = _read(language)
    sheet = Sheet(
        answers=given.answers,
        date=on,
        form=given.form,
        profile=Profile.model_validate(given.profile),
        worry=given.worry,
    )
    return build_dossier(contents.library(language), sheet, on)


@lru_cache
def _read(language: str) -> Example:
    return load(HERE / "example.yaml", Example, language)
