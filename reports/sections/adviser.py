"""What an adviser added, marked as hers: her paragraph at the head of a part, her moves."""

from assessment.guided import Part
from reports import formats
from reports.blocks import Block, Inline, bold, bullets, card, heading, keep, text
from reports.dossier import Dossier
from reports.plain import one_line
from reports.words import words


def said(dossier: Dossier, part: Part) -> list[Block]:
    """Her paragraph in a box whose title says whose it is; nothing where there is none."""
    found, word = dossier.sheet.guided.said(part), words(dossier.language)
    if found is None:
        return []
    day = formats.day(found.day, dossier.language)
    lines = [text(line) for line in map(one_line, found.text.splitlines()) if line]
    return [card(2, word("adviser.by", name=one_line(found.name), day=day), lines)]


def moves(dossier: Dossier) -> list[Block]:
    """What she placed in the plan; nothing where she moved nothing."""
    word, known = words(dossier.language), {a.id: a.title for a in dossier.library.actions}
    items: list[Inline] = [
        [
            bold(known[action]),
            " – ",
            word(
                f"adviser.{move.kind}",
                name=one_line(move.name),
                day=formats.day(move.day, dossier.language),
            ),
        ]
        for action, move in dossier.sheet.guided.moves.items()
        if action in known
    ]
    return [keep([heading(2, word("adviser.moves")), bullets(items)])] if items else []
