"""The specification helper: a short statement of needs that leaves suppliers a choice."""

from content.wording import Wording
from recommendations.guide import Guide, Kind, chosen_kind, read_guide
from recommendations.narrowing import MOST_MUST, Finding, narrowings
from recommendations.specification import Place
from reports.dossier import Dossier
from reports.finding import Found
from reports.naming import project_title
from reports.needs_file import needs_file
from reports.words import words
from ui import dossiers
from ui.components import guest, html, journey, project_fields, specification_fields, wanted
from ui.components.guard import screen
from ui.components.pad import Pad
from ui.components.take_away import take_away
from ui.components.which_project import which


@screen
def show(t: Wording) -> None:
    """The statement for the project of the address."""
    record = journey.opened(t)
    guest.writing(t, t("specification.title"), record, "plan")
    dossier, guide = dossiers.of(record, t.language), read_guide(t.language)
    found = which(t, dossier)
    journey.back(t, "project", p=found.project.id)
    pad = Pad(t, record.id, found.project.id, found.carried)
    title = project_title(found.project, words(t.language))
    html.arrive(t("specification.title"), html.paragraph(title, "kicker"))
    html.write(html.paragraph(t("specification.lead"), "lead"))
    now = chosen_kind(guide, pad.now.specification, found.project.actions)
    now = specification_fields.kind(t, pad, guide, now)
    specification_fields.need(t, pad, now)
    project_fields.users(t, pad)
    _lists(t, pad, guide, now, dossier)
    _send(t, pad, guide, now, dossier, found)


def _lists(t: Wording, pad: Pad, guide: Guide, now: Kind, dossier: Dossier) -> None:
    """Must have, later, conditions; then money and days, and how offers are compared."""
    found = narrowings(pad.now.specification, guide, dossier.on)
    must = len(pad.now.specification.at("must"))
    html.write(
        html.heading(t("specification.must", number=must, most=MOST_MUST), 2),
        html.paragraph(t("specification.must_text")),
        wanted.said(guide, (one for one in found if one.remark in ("many", "long"))),
    )
    _list(t, pad, guide, now, "must", found)
    if pad.now.specification.at("later"):
        html.write(html.heading(t("specification.later"), 2))
        _listed(t, pad, guide, "later", found)
    _titled(t, pad, guide, now, "constraint", found)
    specification_fields.money_and_days(t, pad, guide, dossier.on, found)
    _titled(t, pad, guide, now, "criterion", found)


def _titled(
    t: Wording, pad: Pad, guide: Guide, now: Kind, place: Place, found: tuple[Finding, ...]
) -> None:
    html.write(
        html.heading(t(f"specification.{place}"), 2),
        html.paragraph(t(f"specification.{place}_text")),
    )
    _list(t, pad, guide, now, place, found)


def _list(
    t: Wording, pad: Pad, guide: Guide, now: Kind, place: Place, found: tuple[Finding, ...]
) -> None:
    _listed(t, pad, guide, place, found)
    pad.turn(wanted.to_take(t, guide, now, pad.now.specification, place))


def _listed(t: Wording, pad: Pad, guide: Guide, place: Place, found: tuple[Finding, ...]) -> None:
    pad.turn(wanted.lines(t, guide, pad.now.specification, place, found))


def _send(t: Wording, pad: Pad, guide: Guide, now: Kind, dossier: Dossier, found: Found) -> None:
    """What to know before sending, and the files."""
    html.write(
        html.heading(t("specification.send"), 2),
        html.items(t(f"specification.send_{number}") for number in range(1, 4)),
        html.notice(t("specification.public"), role="note"),
    )
    carried = pad.now
    take_away(
        t,
        pad.record_id,
        dossier,
        "needs",
        lambda: needs_file(dossier, found.project, carried, guide, now),
    )


show()
