"""What may pay for something here: the programmes of this place, and the projects each is for."""

from collections.abc import Callable
from dataclasses import dataclass

from assessment.places import contains
from assessment.profile import Profile
from recommendations.action import Need
from recommendations.availability import proposable
from recommendations.eligibility import Match
from recommendations.projects import Project
from recommendations.questions import DecisiveQuestion, ranked, settled
from reports.dossier import Dossier

FEW = 3
"""Questions put at the top of a list of programmes."""


def here(profile: Profile) -> Callable[[str], bool]:
    """Territories that hold one of the places of the enterprise, or that lie in a country said."""
    enterprise = profile.enterprise
    region = enterprise.region or enterprise.country
    if region is None:
        return lambda territory: territory in ("EU", "INT")
    places = (region, *(enterprise.establishment_regions or ()))
    return lambda territory: any(
        contains(territory, place) or contains(place, territory) for place in places
    )


@dataclass(frozen=True)
class Reach:
    """A programme one may apply to here, and the projects of the plan it is for (may be none)."""

    match: Match
    projects: tuple[Project, ...]


def in_reach(dossier: Dossier) -> tuple[Reach, ...]:
    """Every programme of this place that is open or to verify: met first, then to check, then not.

    Within each, those for the first projects of the plan first; those of no project last.
    """
    reaches = here(dossier.sheet.profile)
    found = [
        Reach(match, _projects(dossier, match))
        for match in dossier.matches
        if proposable(match.programme, dossier.on)
        and any(reaches(territory) for territory in match.programme.territory)
    ]
    order = {m.programme.id: n for n, m in enumerate(_in_order(dossier))}
    verdicts = ("met", "to_check", "not_met")
    found.sort(
        key=lambda r: (
            verdicts.index(r.match.verdict), order.get(r.match.programme.id, len(order)),
        )
    )  # fmt: skip
    return tuple(found)


def deciding(reached: tuple[Reach, ...]) -> tuple[tuple[DecisiveQuestion, ...], int]:
    """The few questions that would say most, and how many programmes they would settle together."""
    asked = [r.match.questions for r in reached if r.match.verdict != "not_met"]
    few = ranked(asked)[:FEW]
    return few, settled(asked, [question.field for question in few])


def _in_order(dossier: Dossier) -> list[Match]:
    """The programmes of the plan as its projects come, best first."""
    return [
        match
        for sheet in dossier.projects
        for match in (
            *sheet.funding.fitting, *sheet.funding.behind_gate, *sheet.funding.in_kind,
            *sheet.funding.loans, *sheet.funding.refused,
        )
    ]  # fmt: skip


def _projects(dossier: Dossier, match: Match) -> tuple[Project, ...]:
    needs: frozenset[Need] = frozenset(match.programme.needs)
    return tuple(
        step.project
        for step in dossier.roadmap.steps
        if any(needs.intersection(action.needs) for action in step.project.actions)
    )
