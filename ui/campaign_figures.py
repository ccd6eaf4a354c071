"""Between what is stored of a campaign's members and what its figures are made of."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assessment import journey as core_journey
from assessment import marks
from assessment.checklist_score import band_of, checklist_card
from assessment.scorecard import ScoreCard, level_of, score_card
from network.aggregate import Aggregate, Ledger, as_json, publish
from network.aggregate import participation as told
from network.members import GROUPINGS, OVERALL, Member, size_band
from network.partners import Partner, solved, struggles
from questionnaires import CHECKLISTS
from reports.build import build_dossier
from reports.dma import Cell, Estimate, official_row
from storage.campaign_members import Joined
from storage.campaigns import Campaign
from storage.record import Record, name_in
from ui import contents, dossiers, session, sheets
from ui.components import dma

CORE = "digital-maturity"
INSTRUMENTS = (CORE, *CHECKLISTS)
"""What a campaign can ask its members to answer."""


@dataclass(frozen=True)
class Part:
    """A dimension or a level; `starts_at` is the lowest score of a level."""

    id: str
    title: str
    short: str
    starts_at: float = 0.0


@dataclass(frozen=True)
class Instrument:
    """What the figures of a campaign need to know of its instrument."""

    id: str
    version: str
    title: str
    dimensions: tuple[Part, ...]
    levels: tuple[Part, ...]
    level_at: Callable[[float], int]


def instrument(name: str, language: str) -> Instrument:
    """The instrument of this id in this language."""
    if name not in CHECKLISTS:
        asked = contents.questionnaire(language)
        levels = tuple(Part(one.id, one.title, one.title, one.starts_at) for one in asked.levels)
        ids = [one.id for one in levels]
        return Instrument(
            asked.id, asked.version, asked.title,
            tuple(Part(one.id, one.title, one.short) for one in asked.dimensions), levels,
            lambda value: ids.index(level_of(asked.levels, value)),
        )  # fmt: skip
    form = contents.checklist(name, language)
    starts = [0.0, *(one.up_to for one in form.levels)]
    bands = tuple(
        Part(one.id, one.title, one.title, at) for one, at in zip(form.levels, starts, strict=False)
    )
    ids = [one.id for one in bands]
    return Instrument(
        form.id, form.version, form.title,
        tuple(Part(one.id, one.title, one.short) for one in form.dimensions), bands,
        lambda value: ids.index(band_of(form.levels, value)),
    )  # fmt: skip


def complete(record: Record) -> bool:
    """Whether every question has an answer: the whole form, never the short one alone."""
    if record.instrument in CHECKLISTS:
        form = contents.checklist(record.instrument, "fr")
        given = dma.answers(record, form)
        return marks.first_open(form, given) is None and not marks.open_scales(form, given)
    asked = contents.questionnaire("fr")
    return core_journey.first_open(asked, "core", _known(record)) is None


def card_of(record: Record) -> ScoreCard:
    """The scores of a complete assessment, with today's version of the instrument."""
    if record.instrument in CHECKLISTS:
        form = contents.checklist(record.instrument, "fr")
        return checklist_card(form, dma.answers(record, form))
    asked = contents.questionnaire("fr")
    return score_card(asked, _known(record), "core", with_readings=False)


def member_of(one: Joined) -> Member:
    """A member with a complete assessment, without its name."""
    card = card_of(one.record)
    values = {OVERALL: card.overall.value}
    values |= {name: score.value for name, score in card.dimensions.items()}
    return Member(one.record.id, values, groups_of(one.record), one.own)


def groups_of(record: Record) -> dict[str, str | None]:
    """Sector, size band and territory, as far as told."""
    if record.instrument in CHECKLISTS:
        module = dma.module_of(record)
        sector = getattr(module, "sector", None) or getattr(module, "area", None)
        return dict(zip(GROUPINGS, (sector, module.size, module.country), strict=True))
    told = sheets.profile_of(record).enterprise
    size = size_band(None if told.fte is None else float(told.fte))
    return dict(zip(GROUPINGS, (told.sector, size, told.region or told.country), strict=True))


def counted(joined: Sequence[Joined]) -> list[Joined]:
    """Those an aggregate is made of: they agreed to it, and answered everything."""
    return [one for one in joined if one.consents.aggregate and complete(one.record)]


def figures(
    campaign: Campaign, joined: Sequence[Joined], earlier: Sequence[Ledger], *, final: bool
) -> tuple[Aggregate, Ledger]:
    """What is published now. A running picture says less, so that more can be said at the end."""
    asked = instrument(campaign.instrument, "fr")
    done = sum(complete(one.record) for one in joined)
    return publish(
        [member_of(one) for one in counted(joined)],
        dimensions=[one.id for one in asked.dimensions],
        levels=len(asked.levels),
        level_at=asked.level_at,
        questions={q["id"]: len(q["options"]) for q in campaign.questions} if final else {},
        earlier=earlier,
        participation=told(campaign.invited, len(joined), done),
        groupings=GROUPINGS if final else (),
    )


def frozen(campaign: Campaign, aggregate: Aggregate, *, final: bool) -> dict[str, Any]:
    """The aggregate as it is kept, with the version of the instrument it was made with."""
    asked = instrument(campaign.instrument, "fr")
    return {"aggregate": as_json(aggregate), "version": asked.version, "final": final}


def partner_of(one: Joined) -> Partner:
    """A member as the others may see it; of a DMA estimate there is nothing to lay side by side."""
    record, agreed = one.record, one.consents
    plain = Partner(record.id, name_in(record.profile) or "", groups_of(record)["territory"])
    if record.instrument in CHECKLISTS:
        return plain
    asked, known = contents.questionnaire("fr"), _known(record)
    return Partner(
        plain.key,
        plain.name,
        plain.territory,
        plans=_plans(record) if agreed.pooling else frozenset(),
        solved=solved(asked, known) if agreed.peer else frozenset(),
        struggles=struggles(asked, known),
        pools=agreed.pooling,
        contact=agreed.peer,
    )


def row_of(record: Record) -> dict[str, Cell]:
    """A named result: the columns of the official export for a DMA estimate, else our own."""
    card = card_of(record)
    if record.instrument in CHECKLISTS:
        form = contents.checklist(record.instrument, "fr")
        return official_row(
            Estimate(
                checklist=form, marks=dma.answers(record, form), variant="exclude_negative",
                card=card, module=dma.module_of(record), stage=record.stage,
                date=dossiers.today(), language="fr",
            )
        )  # fmt: skip
    row: dict[str, Cell] = {"name": name_in(record.profile), "overall": card.overall.value}
    return row | {name: score.value for name, score in card.dimensions.items()}


def question_id(text: str, options: Sequence[str]) -> str:
    """The same for the same question, so that two campaigns that ask it are compared."""
    told = "\n".join([text, *options])
    return f"q-{hashlib.sha256(told.encode()).hexdigest()[:16]}"


def _known(record: Record) -> Mapping[str, str]:
    return sheets.known_answers(record.answers, contents.questionnaire("fr"))


def _plans(record: Record) -> frozenset[str]:
    """The actions of its plan, the one made at once; kept in this tab while nothing changes."""
    on = dossiers.today()

    def make() -> frozenset[str]:
        library = contents.library("fr")
        sheet = sheets.sheet_of(record, library.questionnaire, on)
        steps = build_dossier(library, sheet, on).roadmap.steps
        return frozenset(action.id for step in steps for action in step.project.actions)

    return session.once(f"campaign.plan.{record.id}", (record.updated_at, on), make)
