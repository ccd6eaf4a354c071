"""The technical words this report uses, each in one sentence."""

from collections.abc import Sequence

from catalogue.glossary import read_glossary, words_in
from content.everything import texts_in
from reports.blocks import Block, Inline, bold, bullets, heading
from reports.dossier import Dossier
from reports.words import words


def glossary(dossier: Dossier, blocks: Sequence[Block]) -> list[Block]:
    """The words that occur in these blocks; nothing when none does."""
    word = words(dossier.language)
    found = words_in(texts_in(blocks), read_glossary(dossier.language))
    items: list[Inline] = [[bold(one.word), f" – {one.meaning}"] for one in found]
    if not items:
        return []
    return [heading(1, word("glossary.heading")), bullets(items, paired=True)]
