"""The sheet of one project: what it is, who carries it, for whom, how far, what it costs."""

from content.wording import Wording
from recommendations.guide import Guide, read_guide
from reports.dossier import Dossier
from reports.finding import Found
from reports.naming import project_title
from reports.project_file import project_file
from reports.sections.roadmap import why_now
from reports.words import words
from storage.record import Record
from ui import dossiers, navigation
from ui.components import blocks, guest, html, journey, project, project_fields
from ui.components.funding import funding
from ui.components.guard import screen
from ui.components.pad import Pad
from ui.components.practice import begin
from ui.components.review import review
from ui.components.take_away import take_away
from ui.components.which_project import which


@screen
def show(t: Wording) -> None:
    """The project of the address; without one, the first of the plan."""
    record = journey.opened(t)
    dossier = dossiers.of(record, t.language)
    journey.back(t, "roadmap")
    found = which(t, dossier)
    _told(t, dossier, found)
    pad = Pad(t, record.id, found.project.id, found.carried)
    if guest.may_write(t, record, "plan"):
        _written(t, dossier, found, pad)
    _helped(t, record, dossier, found)
    _files(t, record, dossier, found, pad)


def _told(t: Wording, dossier: Dossier, found: Found) -> None:
    """What it is, why, how to start, what it takes."""
    word, chosen = words(dossier.language), found.project
    html.arrive(project_title(chosen, word), html.paragraph(t("project.kicker"), "kicker"))
    if found.sheet is None:
        html.write(html.notice(t("project.not_planned"), role="note"))
    else:
        html.write(html.paragraph(why_now(dossier, found.sheet.step, word)))
    html.write(
        *(html.paragraph(f"{action.what} {action.why}") for action in chosen.actions),
        project.start(chosen.actions[0], word),
        project.takes(dossier, found.sheet.step) if found.sheet else "",
        blocks.pairs(begin(dossier, chosen)),
    )


def _written(t: Wording, dossier: Dossier, found: Found, pad: Pad) -> None:
    """Everything the enterprise fills in, from who to how much."""
    project_fields.state(t, pad, dossier, found.project)
    project_fields.evidence(t, pad, dossier)
    project_fields.people(t, pad, found.project)
    project_fields.users(t, pad)
    project_fields.steps(t, pad, found.project)
    html.write(project.carrying(t, dossier, found.project))
    _supplier(t, found, read_guide(t.language))
    project_fields.costs(t, pad, found.project)
    project_fields.notes(t, pad)


def _supplier(t: Wording, found: Found, guide: Guide) -> None:
    """The way to the statement of needs, where something is bought or built."""
    if not any(guide.for_action(action) for action in found.project.actions):
        return
    html.write(html.heading(t("project.needs"), 2), html.paragraph(t("project.needs_text")))
    begun = bool(found.carried.specification.wanted or found.carried.specification.need)
    label = t("project.needs_open" if begun else "project.needs_start")
    navigation.link("specification", label, "open-specification", p=found.project.id)


def _helped(t: Wording, record: Record, dossier: Dossier, found: Found) -> None:
    """Who may pay, what can help; only known while the project is in the plan."""
    if found.sheet is None:
        return
    funding(t, dossier, found.sheet, 2, record.id)
    html.write(html.heading(t("project.help"), 2), project.helping(t, dossier, found.sheet))
    review(t, dossier, found.sheet)


def _files(t: Wording, record: Record, dossier: Dossier, found: Found, pad: Pad) -> None:
    html.write(html.heading(t("project.files"), 2), html.paragraph(t("project.files_text")))
    now = pad.now
    take_away(
        t,
        record.id,
        dossier,
        "project",
        lambda: project_file(dossier, found.project, found.sheet, now),
    )
    navigation.link("roadmap", t("project.plan"), a=record.id)


show()
