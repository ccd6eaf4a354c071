"""Which project an id names, in today's plan or out of it."""

from dataclasses import dataclass

from recommendations.carried import Carried
from recommendations.projects import SAFETY_NET, Project
from reports.dossier import Dossier, ProjectSheet


@dataclass(frozen=True)
class Found:
    """A project with what is written about it; `sheet` is None where it is not in the plan."""

    project: Project
    sheet: ProjectSheet | None
    carried: Carried


def find_project(dossier: Dossier, name: str | None) -> Found | None:
    """The project of this id; without one the first of the plan; None for an unknown id.

    A piece of the safety net leads to the net, unless something was written about it alone.
    """
    sheets = {sheet.step.project.id: sheet for sheet in dossier.projects}
    wanted = name or next(iter(sheets), None)
    if wanted in sheets:
        return _found(dossier, sheets[wanted].step.project, sheets[wanted])
    pieces = tuple(a for a in dossier.library.actions if a.id == wanted)
    net = sheets.get(SAFETY_NET)
    bundled = net and any(piece in net.step.project.actions for piece in pieces)
    if net and bundled and wanted not in dossier.sheet.carried:
        return _found(dossier, net.step.project, net)
    if wanted == SAFETY_NET:
        pieces = tuple(a for a in dossier.library.actions if a.floor and not a.retired)
    return _found(dossier, Project(wanted, pieces), None) if wanted and pieces else None


def followed_elsewhere(dossier: Dossier) -> tuple[Found, ...]:
    """Projects something is written about that are not in today's plan."""
    planned = {step.project.id for step in dossier.roadmap.steps}
    names = (name for name in dossier.sheet.carried if name not in planned)
    return tuple(found for name in names if (found := find_project(dossier, name)))


def _found(dossier: Dossier, project: Project, sheet: ProjectSheet | None) -> Found:
    return Found(project, sheet, dossier.sheet.carried.get(project.id, Carried()))
