"""The level strips, the table that says the same, the floor, and the path that fits."""

from content.wording import Wording
from reports.blocks import Block, Inline, bold, bullets, heading, keep, table, text
from reports.charts import rows as chart
from reports.charts import strips
from reports.dossier import Dossier
from reports.naming import kept_score
from reports.sections import adviser
from reports.words import words

_WIDTHS = (60, 42, 50, 18, 40)


def result(dossier: Dossier) -> list[Block]:
    """Where each dimension stands, drawn and written."""
    word = words(dossier.language)
    head, *body = chart.table(dossier)
    return [
        heading(1, word("result.heading")),
        *adviser.said(dossier, "results"),
        text(chart.finding(dossier), "lead"),
        *([text(kept)] if (kept := kept_score(dossier, word)) else []),
        strips.block(dossier),
        table(head, body, _WIDTHS[: len(head)], word("result.table")),
        *([text(word("refined.note"), "small")] if dossier.card.refined else []),
        *_floor(dossier, word),
        *_pathway(dossier, word),
    ]


def _floor(dossier: Dossier, word: Wording) -> list[Block]:
    floor = dossier.floor
    items: list[Inline] = [
        [bold(word(f"floor.{state}")), " ", ", ".join(word(f"floor.point.{p}") for p in points)]
        for state, points in (
            ("present", floor.present),
            ("missing", floor.missing),
            ("unknown", floor.unknown),
        )
        if points
    ]
    return [keep([heading(2, word("floor.heading")), text(word("floor.intro")), bullets(items)])]


def _pathway(dossier: Dossier, word: Wording) -> list[Block]:
    chosen = dossier.chosen
    return [
        keep(
            [
                heading(2, word("pathway.heading", title=chosen.pathway.title)),
                text(chosen.opening),
                text([bold(word("pathway.gives")), " ", chosen.pathway.promise]),
                text([bold(word("pathway.because")), " ", chosen.because]),
            ]
        )
    ]
