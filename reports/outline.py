"""The report as plain data: what every format draws, in this order."""

from collections.abc import Callable
from typing import Any

from reports import formats
from reports.blocks import Block
from reports.dossier import Dossier
from reports.naming import organisation
from reports.plain import plain
from reports.sections.answers import answers
from reports.sections.context import context
from reports.sections.decision import decision
from reports.sections.find_out import find_out
from reports.sections.front import front
from reports.sections.glossary import glossary
from reports.sections.method import method
from reports.sections.programmes import programmes
from reports.sections.projects import projects
from reports.sections.refined import refined
from reports.sections.result import result
from reports.sections.roadmap import roadmap
from reports.sections.working import working
from reports.words import words

Section = Callable[[Dossier], list[Block]]
SECTIONS: tuple[Section, ...] = (
    front, decision, result, context, find_out, roadmap,
    projects, programmes, working, refined, answers, method,
)  # fmt: skip
"""To add a section: one file in reports/sections/, one name here."""


def outline(dossier: Dossier) -> dict[str, Any]:
    """Title, date and blocks of the whole report, JSON-able; texts are as given, not yet safe."""
    word, language = words(dossier.language), dossier.language
    blocks = [block for section in SECTIONS for block in section(dossier)]
    name = " ".join(plain(organisation(dossier, word)).split())
    return {
        "language": language,
        "title": word("report.title", name=name),
        "organisation": name,
        "kind": word("report.kind"),
        "date": formats.day(dossier.on, language),
        "iso_date": dossier.on.isoformat(),
        "foot": word(
            "report.foot",
            date=formats.day(dossier.on, language),
            instrument=dossier.library.questionnaire.title,
            version=dossier.card.version,
        ),
        "page": word("report.page"),
        # Last, because it explains the words that stand above it.
        "blocks": blocks + glossary(dossier, blocks),
    }
