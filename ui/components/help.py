"""What can help to do a project: two resources, one real experience, one or two bodies to call."""

from content.wording import Wording
from reports.dossier import Dossier, ProjectSheet
from reports.words import words
from ui.components import freshness, html, story


def helpers(t: Wording, dossier: Dossier, sheet: ProjectSheet) -> str:
    """A fold of resources and networks, another of a real story; each only when it has some."""
    lines = [*_resources(t, dossier, sheet), *_networks(dossier, sheet)]
    if not lines:
        return _case(t, dossier, sheet)
    listed = "".join(f"<li>{line}</li>" for line in lines)
    return html.fold(
        words(dossier.language)("help.heading"), f"<ul class='jalon-list'>{listed}</ul>"
    ) + _case(t, dossier, sheet)


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
            f"{html.esc(note)} {freshness.seen(resource, dossier.on, dossier.language)}"
        )
    return lines


def _case(t: Wording, dossier: Dossier, sheet: ProjectSheet) -> str:
    """The story of others who did it, in a fold of its own."""
    if sheet.help.case is None:
        return ""
    case = dossier.library.cases[sheet.help.case.id]
    return html.fold(
        t("story.fold", organisation=case.organisation), story.whole(t, case, dossier.on)
    )


def _networks(dossier: Dossier, sheet: ProjectSheet) -> list[str]:
    word = words(dossier.language)
    lines = []
    for hit in sheet.help.networks:
        network = dossier.library.networks[hit.id]
        note = f" {word('help.generalist')}" if hit.note == "generalist" else ""
        lines.append(
            f"<strong>{html.esc(word('help.call'))}</strong> "
            f"{html.out(network.url, network.name)}. {html.esc(network.summary)}{html.esc(note)} "
            f"{freshness.seen(network, dossier.on, dossier.language)}"
        )
    return lines
