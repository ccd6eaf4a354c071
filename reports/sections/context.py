"""A few published figures beside the result: other surveys, other scales, never drawn on ours."""

from catalogue.figures import QuotedFigure, figures_for
from content.wording import Wording
from reports.blocks import Block, Inline, bullets, heading, keep, link, text
from reports.dossier import Dossier
from reports.words import words

_FEW = 3


def context(dossier: Dossier) -> list[Block]:
    """Sentences about the whole, each with its number of answers and its source."""
    quoted = figures_for("overall", dossier.language)[:_FEW]
    if not quoted:
        return []
    word = words(dossier.language)
    items = [_sentence(one, word) for one in quoted]
    return [
        keep([heading(2, word("context.heading")), text(word("context.intro")), bullets(items)])
    ]


def _sentence(one: QuotedFigure, word: Wording) -> Inline:
    unseen = "" if one.figure.n else f" {word('context.n_not_seen')}"
    return [f"{one.sentence}{unseen} ", link(one.figure.source_url)]
