"""The targets the enterprise set itself, as marks on the strips and in words."""

from dataclasses import dataclass

from assessment.scorecard import ScoreCard
from recommendations.targets import Standing, State, standings
from reports import formats
from reports.dossier import Dossier
from reports.words import words


@dataclass(frozen=True)
class Goal:
    """One target: `value` is 0-100, `said` the whole of it in words."""

    value: float
    said: str
    state: State


def goals(dossier: Dossier, card: ScoreCard) -> dict[str, Goal]:
    """The targets of these dimensions as they stand on the dossier's day."""
    levels = dossier.library.questionnaire.levels
    found = standings(dossier.sheet.targets, levels, card, dossier.on)
    return {name: Goal(one.goal, _said(dossier, one), one.state) for name, one in found.items()}


def _said(dossier: Dossier, one: Standing) -> str:
    word, language = words(dossier.language), dossier.language
    target = dossier.sheet.targets[one.dimension]
    titles = {level.id: level.title for level in dossier.library.questionnaire.levels}
    place = (
        word("goal.score", value=formats.number(one.goal, language))
        if target.level is None
        else titles[target.level]
    )
    return word(f"goal.{one.state}", place=place, day=formats.day(one.by, language))
