"""Where the plan leads: the scores done again once every project of it is done, and when."""

import datetime as dt

from assessment.scorecard import ScoreCard
from recommendations.roadmap import Step
from reports.dossier import Dossier


def target(dossier: Dossier) -> ScoreCard | None:
    """The scores at the end of the plan.

    None without a project, or where the score shown is of another version of the questionnaire:
    it would be another measure.
    """
    last = _last(dossier)
    if last is None or dossier.card.version != dossier.library.questionnaire.version:
        return None
    return last.after


def target_day(dossier: Dossier) -> dt.date | None:
    """The last day of the plan; None without a target."""
    last = _last(dossier)
    return last.end if last and target(dossier) else None


def _last(dossier: Dossier) -> Step | None:
    """The step that ends last; of those that end on one day, the one after which all is done."""
    steps = dossier.roadmap.steps
    return max(steps, key=lambda s: (s.end, s.after.overall.value or 0.0), default=None)
