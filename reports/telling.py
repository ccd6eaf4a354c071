"""The few facts that would say most about the aids of a plan."""

from recommendations.questions import DecisiveQuestion, ranked
from reports.dossier import Dossier

SHOWN = 3


def telling_questions(dossier: Dossier) -> tuple[DecisiveQuestion, ...]:
    """At most three, most decisive first, over the programmes that may pay for the plan."""
    asked = {
        match.programme.id: match.questions
        for sheet in dossier.projects
        for match in sheet.funding.fitting
        if match.questions
    }
    return ranked(asked.values())[:SHOWN]
