"""What changed between two dates and thanks to what, in words."""

from content.wording import Wording
from reports.charts.then_now import Then, reasons
from reports.dossier import Dossier
from reports.since import Line, by_action, by_dimension, headline, since
from reports.words import words
from ui.components import html


def told(t: Wording, dossier: Dossier, then: Then) -> str:
    """The whole change with its parts, by action, then by dimension; nothing without a score."""
    found, word = since(dossier, then), words(t.language)
    if found is None:
        return ""
    parts = [
        html.heading(word("since.heading"), 2),
        html.paragraph(headline(dossier, found), "lead"),
    ]
    if found.change.whole.changed:
        parts += [
            html.heading(word("since.by_action"), 3),
            _lines(by_action(dossier, found)),
            html.fold(word("since.by_dimension"), _lines(by_dimension(dossier, found))),
            html.paragraph(word("since.how"), "small"),
        ]
    return "".join(parts)


def not_compared(t: Wording, dossier: Dossier, then: Then) -> str:
    """Which dimensions do not compare and why, where the questionnaire has changed."""
    said = reasons(dossier, then)
    return html.fold(t("then_and_now.why_not"), html.items(said)) if said else ""


def _lines(lines: tuple[Line, ...]) -> str:
    return html.items(
        f"{line.points} · {line.title}" + (f" ({line.by})" if line.by else "") for line in lines
    )
