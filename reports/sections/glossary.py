"""The technical words this report uses, each in one sentence."""

from collections.abc import Sequence

from catalogue.glossary import read_glossary, words_in
from content.everything import texts_in
from reports.blocks import Block, Inline, heading, table
from reports.dossier import Dossier
from reports.words import words


def glossary(dossier: Dossier, blocks: Sequence[Block]) -> list[Block]:
    """The words that occur in these blocks; nothing when none does."""
    word = words(dossier.language)
    found = words_in(texts_in(blocks), read_glossary(dossier.language))
    rows: list[list[Inline]] = [[one.word, one.meaning] for one in found]
    if not rows:
        return []
    head = [word("glossary.head.word"), word("glossary.head.meaning")]
    return [
        heading(1, word("glossary.heading")),
        table(head, rows, (5, 15), word("glossary.table")),
    ]
