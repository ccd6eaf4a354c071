"""How to carry a project out well: a small start, roles, what to watch, what one will see."""

from content.wording import Wording
from recommendations.action import Action
from recommendations.job_sheets import JobSheet
from recommendations.projects import Project
from reports.dossier import Dossier
from reports.sections.practice import hours, missing_roles, rows
from reports.words import words
from ui.components import blocks, html

_FIRST = ("practice.free", "practice.small", "practice.fuller")


def begin(dossier: Dossier, project: Project) -> list[tuple[str, str]]:
    """A free way first, then the small and the fuller version; nothing for a bundle."""
    if len(project.actions) > 1:
        return []
    first, _later = _parted(dossier, project.actions[0])
    return first


def well(t: Wording, dossier: Dossier, project: Project) -> str:
    """Folded: roles, yearly cost, what one will see, and what may go wrong; '' when empty."""
    if len(project.actions) == 1:
        _first, later = _parted(dossier, project.actions[0])
        inner = _told(dossier, project.actions[0], later)
        return html.fold(words(dossier.language)("practice.heading"), inner) if inner else ""
    return "".join(
        html.fold(t("plan.well", action=action.title), inner)
        for action in project.actions
        if (inner := _told(dossier, action, rows(dossier, action)))
    )


def job_sheets(dossier: Dossier, project: Project) -> str:
    """A short job sheet for each role that a known answer says nobody holds."""
    return "".join(_job(dossier, sheet) for sheet in missing_roles(dossier, project.actions))


def _parted(
    dossier: Dossier, action: Action
) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    word = words(dossier.language)
    labels = {word(key) for key in _FIRST}
    said = rows(dossier, action)
    return [r for r in said if r[0] in labels], [r for r in said if r[0] not in labels]


def _told(dossier: Dossier, action: Action, said: list[tuple[str, str]]) -> str:
    pieces = [blocks.pairs(said)] if said else []
    if action.risks:
        watch = words(dossier.language)("practice.risks")
        lines = html.items(action.risks)
        pieces.append(
            "<div class='jalon-notice jalon-warn' role='note'>"
            f"<p><strong>{html.esc(watch)}</strong></p>{lines}</div>"
        )
    return "".join(pieces)


def _job(dossier: Dossier, sheet: JobSheet) -> str:
    word = words(dossier.language)
    who = sheet.who_could
    options = [
        (word("role.who.staff"), who.staff),
        (word("role.who.volunteer"), who.volunteer),
        (word("role.who.pooled"), who.pooled),
        (word("role.who.supplier"), who.supplier),
    ]
    inner = (
        html.paragraph(f"{sheet.purpose} {hours(sheet, dossier.language, word)}.")
        + html.heading(word("role.tasks"), 4)
        + html.items(sheet.tasks)
        + html.heading(word("role.who"), 4)
        + blocks.pairs(options)
        + html.heading(word("role.first_week"), 4)
        + html.paragraph(sheet.first_week)
    )
    return html.fold(word("role.missing", title=sheet.title), inner)
