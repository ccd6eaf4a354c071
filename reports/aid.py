"""How much a programme may bring to one project, whose cost is a range."""

from decimal import Decimal

from assessment.places import contains
from content.wording import Wording
from recommendations.amounts import Money, amount
from recommendations.eligibility import Match
from recommendations.facts import facts
from recommendations.planning.offers import cost_of
from recommendations.projects import Project
from reports import formats
from reports.dossier import Dossier


def aid_for(dossier: Dossier, project: Project | None, match: Match) -> Money | None:
    """The aid over the range of the project's cost; the programme's own band where none is known.

    A cost the enterprise gave wins over our estimate. None: not seen, or too small a project.
    """
    said = dossier.sheet.profile.project.cost
    if project is None or said is not None or cost_of(project)[1] == 0:
        return match.amount
    known = facts(dossier.sheet.profile, dossier.on, contains)
    bands = [
        amount(match.programme, known.with_values({"project.cost": c})) for c in cost_of(project)
    ]
    least, most = bands
    if most is None:
        return None
    return Money(least.min if least else Decimal(0), most.max, most.currency)


def too_small(project: Project | None, match: Match) -> bool:
    """Whether even the most the project may cost is under the least the programme takes."""
    least = match.programme.amount.cost_min
    return project is not None and least is not None and 0 < cost_of(project)[1] < least


def aid_words(dossier: Dossier, project: Project | None, match: Match, word: Wording) -> str:
    """'jusqu’à 500 €'; 'montant non vu'; or that the project is too small for it."""
    language = dossier.language
    least = match.programme.amount.cost_min
    if too_small(project, match) and least is not None:
        cost = formats.money(least, match.programme.amount.currency or "EUR", language)
        return word("aid.too_small", cost=cost)
    found = aid_for(dossier, project, match)
    if found is None or (found.max is None and not found.min):
        return word("money.not_seen")
    return formats.money_range(found.min, found.max, found.currency, language)
