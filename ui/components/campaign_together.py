"""What members could do together, and whom one may ask."""

from collections.abc import Sequence

from content.wording import Wording
from network.partners import Partner
from network.peers import Peer
from network.pooling import Pool, read_assumptions
from reports import formats
from ui import choices, contents
from ui.components import html

FIRST = 3
"""Needs, and subjects to ask about, shown before the fold."""


def shared_needs(t: Wording, found: Sequence[Pool]) -> str:
    """The needs most worth meeting together, then the others folded, then what it rests on."""
    if not found:
        return html.paragraph(t("campaign.pools_none"))
    first = "".join(_pool(t, one) for one in found[:FIRST])
    rest = "".join(_pool(t, one) for one in found[FIRST:])
    more = html.fold(t("campaign.pools_more", count=len(found) - FIRST), rest) if rest else ""
    bases = html.items(read_assumptions(t.language).bases)
    return first + more + html.fold(t("campaign.pools_basis"), bases)


def _pool(t: Wording, one: Pool) -> str:
    place = choices.read_choices(t.language).place(one.territory)
    action = contents.library(t.language).action(one.action.id)
    said = [
        t(
            "campaign.pool_who",
            count=len(one.members),
            place=place.label if place else one.territory,
        ),
        t("campaign.pool_names", names=names(t, one.members)),
        _saved(t, one),
        t("campaign.pool_lead", names=names(t, one.leaders))
        if one.leaders
        else t("campaign.pool_no_lead"),
    ]
    return (
        f"<div class='jalon-card'>{html.heading(action.title, 3)}"
        f"{html.items(filter(None, said))}</div>"
    )


def _saved(t: Wording, one: Pool) -> str:
    most = one.money_saved.max
    if most == 0:
        return t("campaign.pool_hours", hours=one.hours_saved)
    low, high = (formats.number(float(n), t.language) for n in (one.money_saved.min, most))
    return t("campaign.pool_saved", hours=one.hours_saved, low=low, high=high)


def names(t: Wording, members: Sequence[Partner]) -> str:
    """Names, one after the other; one who gave none is said so."""
    return ", ".join(one.name or t("campaign.unnamed") for one in members)


def to_ask(t: Wording, found: Sequence[Peer]) -> str:
    """For each question one struggles with, who may be asked."""
    if not found:
        return html.paragraph(t("campaign.peers_none"))
    asked = contents.questionnaire(t.language)
    lines = [
        t("campaign.peer", question=asked.question(one.question).short, names=names(t, one.members))
        for one in found
    ]
    rest = lines[FIRST:]
    more = html.fold(t("campaign.peers_more", count=len(rest)), html.items(rest)) if rest else ""
    return html.items(lines[:FIRST]) + more + html.paragraph(t("campaign.peers_how"), "small")
