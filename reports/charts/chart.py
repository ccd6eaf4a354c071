"""A chart as plain data: a finding, what is measured, a drawing, a sentence, a table."""

import datetime as dt
from dataclasses import dataclass

from reports import formats
from reports.blocks import Block
from reports.dossier import Dossier
from reports.naming import organisation
from reports.plain import one_line
from reports.words import words

Cells = tuple[str, ...]


@dataclass(frozen=True)
class Chart:
    """Everything a screen, a page or a picture needs; all say the same.

    `title` is the finding, `subtitle` what is measured, `sentence` how to read the drawing, `alt`
    the drawing in words, `source` where it comes from and when. `table` has its header first.
    `drawing` is a block of reports/blocks.py or of this folder. `name` is that of its files.
    """

    name: str
    title: str
    subtitle: str
    sentence: str
    alt: str
    source: str
    caption: str
    table: tuple[Cells, ...]
    drawing: Block
    language: str
    on: dt.date


def source(dossier: Dossier) -> str:
    """'Les Tisserands · 24 novembre 2026 · Maturité numérique, version 1.0 · Jalon'."""
    instrument, word = dossier.library.questionnaire, words(dossier.language)
    return word(
        "chart.source",
        name=organisation(dossier, word),
        day=formats.day(dossier.on, dossier.language),
        instrument=instrument.title,
        version=dossier.card.version,
    )


def file_name(chart: Chart, extension: str) -> str:
    """'jalon-strips-2026-11-24.svg'."""
    return f"jalon-{one_line(chart.name)}-{chart.on.isoformat()}.{extension}"
