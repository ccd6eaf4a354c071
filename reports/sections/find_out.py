"""What is still to find out, and who might know."""

from reports.blocks import Block, Inline, bold, heading, table, text
from reports.dossier import Dossier, FindOut
from reports.words import words


def find_out(dossier: Dossier) -> list[Block]:
    """The open questions, those of the security floor first; nothing when all are answered."""
    if not dossier.find_out:
        return []
    word = words(dossier.language)
    head = [word(f"find_out.head.{key}") for key in ("question", "who")]
    body = [[_question(item, word("find_out.floor")), _who(item)] for item in dossier.find_out]
    return [
        heading(1, word("find_out.heading")),
        text(word("find_out.intro")),
        table(head, body, (3, 2), word("find_out.table")),
    ]


def _question(item: FindOut, floor: str) -> Inline:
    if item.floor_point is None:
        return [item.question.text]
    return [item.question.text, " ", bold(floor)]


def _who(item: FindOut) -> Inline:
    return item.question.who_might_know
