"""What can help to do a project: two resources, one real experience, one or two bodies to call."""

from content.wording import Wording
from reports.dossier import Dossier, ProjectSheet
from reports.words import words
from ui.components import html


def helpers(t: Wording, dossier: Dossier, sheet: ProjectSheet) -> str:
    """A fold of resources, case and networks; nothing when the catalogue has none."""
    lines = [*_resources(t, dossier, sheet), *_case(dossier, sheet), *_networks(dossier, sheet)]
    if not lines:
        return ""
    listed = "".join(f"<li>{line}</li>" for line in lines)
    return html.fold(
        words(dossier.language)("help.heading"), f"<ul class='jalon-list'>{listed}</ul>"
    )


def _resources(t: Wording, dossier: Dossier, sheet: ProjectSheet) -> list[str]:
    word = words(dossier.language)
    lines = []
    for hit in sheet.help.resources:
        resource = dossier.library.resources[hit.id]
        cost = t("help.free") if resource.free else t("help.paid")
        about = f"{t(f'help.kind.{resource.kind}')}, {cost}, {t(f'help.level.{resource.level}')}"
        note = f" {word('help.rules_differ')}" if hit.note == "rules-differ" else ""
        lines.append(
            f"{html.out(resource.url, resource.title)} ({html.esc(resource.publisher)}). "
            f"{html.esc(resource.summary)} <span class='jalon-aside'>{html.esc(about)}</span>"
            f"{html.esc(note)}"
        )
    return lines


def _case(dossier: Dossier, sheet: ProjectSheet) -> list[str]:
    if sheet.help.case is None:
        return []
    case, word = dossier.library.cases[sheet.help.case.id], words(dossier.language)
    return [
        f"<strong>{html.esc(word('help.case'))}</strong> {html.out(case.url, case.organisation)}. "
        f"{html.esc(case.what_was_done)} {html.esc(case.result)}"
    ]


def _networks(dossier: Dossier, sheet: ProjectSheet) -> list[str]:
    word = words(dossier.language)
    lines = []
    for hit in sheet.help.networks:
        network = dossier.library.networks[hit.id]
        note = f" {word('help.generalist')}" if hit.note == "generalist" else ""
        lines.append(
            f"<strong>{html.esc(word('help.call'))}</strong> "
            f"{html.out(network.url, network.name)}. {html.esc(network.summary)}{html.esc(note)}"
        )
    return lines
