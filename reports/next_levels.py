"""The least work to the next level, of the whole and of each dimension."""

from assessment.scorecard import Score
from recommendations.choice import Situation
from recommendations.planning.next_level import NextLevel, next_level
from reports.dossier import Dossier


def next_levels(dossier: Dossier) -> tuple[NextLevel, ...]:
    """The whole first, then the dimensions that apply, in order; about 20 ms each. Pure."""
    card = dossier.card
    situation = Situation(dossier.library.questionnaire, dossier.sheet.answers, card, dossier.floor)
    asked = [None, *card.dimensions] if _applies(card.overall) else []
    return tuple(
        next_level(dossier.library.actions, situation, dossier.sheet.wishes, dimension)
        for dimension in asked
        if dimension is None or _applies(card.dimensions[dimension])
    )


def _applies(score: Score) -> bool:
    """Whether at least one of its questions applies: then its coverage is known."""
    return score.coverage is not None
