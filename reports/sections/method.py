"""How this was made: instrument, version, levels, sources, licence, limits."""

from reports import formats
from reports.blocks import Block, Inline, bullets, facts, heading, keep, text
from reports.dossier import Dossier
from reports.words import words


def method(dossier: Dossier) -> list[Block]:
    """What a careful reader wants to know before trusting the rest."""
    word, language = words(dossier.language), dossier.language
    instrument = dossier.library.questionnaire
    levels: list[Inline] = [
        word("method.level", start=formats.number(level.starts_at, language), level=level.title)
        for level in instrument.levels
    ]
    rows: list[tuple[str, Inline | None]] = [
        (word("method.instrument"), f"{instrument.title} ({instrument.id})"),
        (word("method.version"), dossier.card.version),
        (word("method.form"), word(f"method.form.{dossier.sheet.form}")),
        (word("method.stage"), word(f"method.stage.{dossier.sheet.stage}")),
        (word("method.answered"), formats.day(dossier.sheet.date, language)),
        (word("method.made"), formats.day(dossier.on, language)),
    ]
    return [
        heading(1, word("method.heading")),
        facts(rows, paired=True),
        keep([text(word("method.levels")), bullets(levels, paired=True)]),
        text(word("method.funding")),
        text(word("method.licence"), "small"),
    ]
