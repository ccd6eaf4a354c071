"""The report as plain data: what every format draws, in this order."""

from collections.abc import Callable
from typing import Any

from reports import formats
from reports.audiences import FULL, Parts, parts_for
from reports.blocks import Block, without_dead_ends
from reports.dossier import Dossier
from reports.naming import organisation
from reports.plain import one_line
from reports.sections.answers import answers
from reports.sections.context import context
from reports.sections.decision import decision
from reports.sections.done import done
from reports.sections.find_out import find_out
from reports.sections.front import front
from reports.sections.glossary import glossary
from reports.sections.method import method
from reports.sections.overview import overview
from reports.sections.programmes import programmes
from reports.sections.projects import projects
from reports.sections.refined import refined
from reports.sections.result import result
from reports.sections.roadmap import roadmap
from reports.sections.working import working
from reports.words import words

Section = Callable[[Dossier], list[Block]]
SECTIONS: dict[str, Section] = {
    "decision": decision,
    "result": result,
    "context": context,
    "find_out": find_out,
    "done": done,
    "overview": overview,
    "roadmap": roadmap,
    "projects": projects,
    "programmes": programmes,
    "working": working,
    "refined": refined,
    "answers": answers,
    "method": method,
}
"""To add a section: one file in reports/sections/, one name here and in reports/audiences.py."""

GLOSSARY = "glossary"
PARTS = (*SECTIONS, GLOSSARY)
"""What a reader may take or leave, in this order, after the first page."""


def outline(dossier: Dossier, parts: Parts | None = None) -> dict[str, Any]:
    """Title, date and blocks of these parts, JSON-able; texts are as given, not yet safe.

    `parts` are names of PARTS, in any order; None is the full report.
    """
    word = words(dossier.language)
    foot = word(
        "report.foot",
        date=formats.day(dossier.on, dossier.language),
        instrument=dossier.library.questionnaire.title,
        version=dossier.card.version,
    )
    title = word("report.title", name=_name(dossier))
    blocks = _blocks(dossier, parts_for(FULL) if parts is None else parts)
    return framed(dossier, title, word("report.kind"), blocks, foot)


def framed(
    dossier: Dossier, title: str, kind: str, blocks: list[Block], foot: str | None = None
) -> dict[str, Any]:
    """Any document of this dossier: its blocks with title, kind, date and foot."""
    word, date = words(dossier.language), formats.day(dossier.on, dossier.language)
    return {
        "language": dossier.language,
        "title": title,
        "organisation": _name(dossier),
        "kind": kind,
        "date": date,
        "iso_date": dossier.on.isoformat(),
        "foot": foot or f"{_name(dossier)} · {date}",
        "page": word("report.page"),
        "blocks": blocks,
    }


def _name(dossier: Dossier) -> str:
    return one_line(organisation(dossier, words(dossier.language)))


def _blocks(dossier: Dossier, chosen: Parts) -> list[Block]:
    sections = [front, *(section for name, section in SECTIONS.items() if name in chosen)]
    made = [block for section in sections for block in section(dossier)]
    blocks = without_dead_ends(made, chosen)
    # Last, because it explains the words that stand above it.
    return blocks + glossary(dossier, blocks) if GLOSSARY in chosen else blocks
