"""What an action says beyond its steps: where to begin, what it costs to keep, what to watch."""

from content.wording import Wording
from recommendations.action import Action
from recommendations.job_sheets import JobSheet, missing, roles_of
from recommendations.projects import Project
from reports import formats
from reports.blocks import Block, Inline, facts, heading
from reports.dossier import Dossier
from reports.naming import IN_VIEW, in_view
from reports.words import words


def rows(dossier: Dossier, action: Action) -> list[tuple[str, str]]:
    """Labels and one line each, a free way first where there is one."""
    word = words(dossier.language)
    said = {
        "free": action.free_option,
        "small": action.small,
        "fuller": action.fuller,
        "roles": roles(dossier, action),
        "running": action.running,
        "success": action.success,
    }
    return [(word(f"practice.{key}"), value) for key, value in said.items() if value]


def roles(dossier: Dossier, action: Action) -> str:
    """The titles of the roles it needs, main one first; empty when none has a job sheet."""
    known = dossier.library.roles
    return " · ".join(known[role].title for role in action.roles if role in known)


def missing_roles(dossier: Dossier, project: Project) -> tuple[JobSheet, ...]:
    """The job sheets of roles that a known answer says nobody holds.

    A role stands under the first project in view that needs it, and under no other.
    """
    before: set[str] = set()
    for step in in_view(dossier, IN_VIEW):
        if step.project is project:
            break
        before.update(roles_of(step.project.actions))
    found = missing(dossier.library.roles, roles_of(project.actions), dossier.sheet.answers)
    return tuple(sheet for sheet in found if sheet.id not in before)


def hours(sheet: JobSheet, language: str, word: Wording) -> str:
    """'2 à 4 heures par mois'."""
    low, high = sheet.hours_per_month.min, sheet.hours_per_month.max
    most = formats.number(high, language, 1)
    if low == high:
        return word("role.hours_same", hours=most)
    return word("role.hours", low=formats.number(low, language, 1), high=most)


def practice(dossier: Dossier, action: Action, level: int) -> list[Block]:
    """The same on paper, risks included, one line each."""
    word = words(dossier.language)
    said: list[tuple[str, Inline | None]] = [
        *rows(dossier, action),
        (word("practice.risks"), "\n".join(action.risks)),
    ]
    return [heading(level, word("practice.heading")), facts(said)]


def open_roles(dossier: Dossier, project: Project) -> list[Block]:
    """One line for each role nobody holds yet."""
    word, language = words(dossier.language), dossier.language
    said: list[tuple[str, Inline | None]] = [
        (sheet.title, f"{sheet.purpose} {hours(sheet, language, word)}. {sheet.first_week}")
        for sheet in missing_roles(dossier, project)
    ]
    return [heading(3, word("role.to_give")), facts(said)] if said else []
