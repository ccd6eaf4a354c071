"""The plan in one table: each project with its dates, hours, cost, possible aid and the rest."""

from content.wording import Wording
from recommendations.roadmap import Step
from reports.blocks import Block, Inline, bold, heading, table, text
from reports.dossier import Dossier
from reports.naming import project_cost, project_title, when
from reports.sections.paying import band_words
from reports.sections.roadmap import means_words, totals_words
from reports.words import words

_WIDTHS = (35, 27, 12, 19, 27, 17)


def overview(dossier: Dossier) -> list[Block]:
    """One row a project in the order of its start, then the whole; the funder decides."""
    word, language = words(dossier.language), dossier.language
    steps = dossier.roadmap.steps
    blocks = [heading(1, word("overview.heading")), text(means_words(dossier, word))]
    if not steps:
        return [*blocks, text(word("roadmap.none"))]
    head = [word(f"roadmap.head.{key}") for key in ("what", "when", "hours", "cost")]
    head += [word("label.aid"), word("label.own")]
    rows = [_row(step, language, word) for step in steps]
    totals = (text(line) for line in totals_words(dossier, word))
    return [*blocks, table(head, rows, _WIDTHS, word("overview.table")), *totals]


def _row(step: Step, language: str, word: Wording) -> list[Inline]:
    project = step.project
    return [
        [bold(project_title(project, word))],
        when(step, language, word),
        word("hours", count=project.hours, hours=project.hours),
        project_cost(project, language, word),
        _aid(step, language, word),
        band_words(step.own, language, word),
    ]


def _aid(step: Step, language: str, word: Wording) -> str:
    """The amount, the programme and its verdict; a dash where nobody was found to pay."""
    if step.payment is None:
        return word("overview.no_aid")
    match = step.payment.match
    verdict = word("paying.gate" if match.behind_gate else f"verdict.{match.verdict}")
    return f"{band_words(step.aid, language, word)}, {match.programme.name} ({verdict})"
