"""The estimate drawn: one strip a dimension, its level in words, and a table that says the same."""

from collections.abc import Mapping

from assessment.checklist import Checklist
from assessment.scorecard import Score, ScoreCard
from content.wording import Wording
from reports import formats
from ui.components import blocks, html


def strips(
    t: Wording, checklist: Checklist, card: ScoreCard, then: Mapping[str, Score] | None = None
) -> str:
    """Sentence, strips, table. A mark never leaves its strip, whatever the variant gives.

    `then` holds scores of an earlier estimate by dimension: a ring on each of these strips.
    """
    before = then or {}
    rows = [(d, card.dimensions[d.id]) for d in checklist.dimensions]
    heads = "".join(f"<span>{html.esc(level.title)}</span>" for level in checklist.levels)
    drawn = "".join(_strip(t, checklist, d.short, score, before.get(d.id)) for d, score in rows)
    head = (t("dma.dimension"), t("dma.level"), t("dma.score"))
    lines = [(d.title, level(checklist, score), number(t, score)) for d, score in rows]
    return (
        html.paragraph(sentence(t, checklist, card), "lead")
        + f"<div class='jalon-dma' aria-hidden='true'><div class='jalon-levels'>{heads}</div>"
        + f"{drawn}</div>"
        + html.fold(t("results.table"), blocks.table(t("dma.table"), head, lines))
    )


def sentence(t: Wording, checklist: Checklist, card: ScoreCard) -> str:
    """What the strips show, in one sentence."""
    values = {d.id: card.dimensions[d.id].value or 0.0 for d in checklist.dimensions}
    titles = {d.id: d.title for d in checklist.dimensions}
    best, least = max(values, key=lambda d: values[d]), min(values, key=lambda d: values[d])
    if values[best] == values[least]:
        return t("dma.all_alike")
    return t("dma.finding", best=titles[best], least=titles[least])


def level(checklist: Checklist, score: Score) -> str:
    """The level of a score, in words."""
    return checklist.level(score.level).title if score.level else "–"


def number(t: Wording, score: Score) -> str:
    """'43,3 sur 100'."""
    return t("dma.of_100", value=formats.number(score.value or 0.0, t.language, 1))


def _strip(t: Wording, checklist: Checklist, name: str, score: Score, then: Score | None) -> str:
    ring = f"<b style='left:{_place(then):.1f}%'></b>" if then else ""
    said = f"{level(checklist, score)} · {formats.number(score.value or 0.0, t.language)}"
    return (
        f"<p class='jalon-dma-name'><strong>{html.esc(name)}</strong> "
        f"<span>{html.esc(said)}</span></p>"
        f"<div class='jalon-dma-strip'>{ring}<i style='left:{_place(score):.1f}%'></i></div>"
    )


def _place(score: Score) -> float:
    return min(max(score.value or 0.0, 0.0), 100.0)
