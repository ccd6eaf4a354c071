"""The picture of the landing screen: three lines of the finished example, drawn as strips."""

from assessment.model import Dimension, Questionnaire
from assessment.scorecard import ScoreCard
from content.wording import Wording
from ui.components import html

_SHOWN = ("strategy", "services", "data-security")


def picture(t: Wording, questionnaire: Questionnaire, card: ScoreCard) -> str:
    """A drawing with its description; the caption says what the dots mean."""
    levels = [level.id for level in questionnaire.levels]
    titles = {level.id: level.title for level in questionnaire.levels}
    known = [
        (questionnaire.dimension(name), card.dimensions[name].level)
        for name in _SHOWN
        if name in card.dimensions
    ]
    rows = [(dimension, level) for dimension, level in known if level is not None]
    alt = "; ".join(f"{dimension.short}, {titles[level]}" for dimension, level in rows)
    heads = "".join(f"<span>{html.esc(title)}</span>" for title in titles.values())
    drawn = "".join(_row(dimension, levels.index(level), len(levels)) for dimension, level in rows)
    return (
        f"<figure class='jalon-sketch'><div role='img' aria-label='{html.esc(alt)}'>"
        f"<div class='jalon-levels'>{heads}</div>{drawn}</div>"
        f"<figcaption>{html.esc(t('sketch.caption'))}</figcaption></figure>"
    )


def _row(dimension: Dimension, now: int, count: int) -> str:
    marks = {now: " class='now'", now + 1: " class='next'"}
    cells = "".join(f"<i{marks.get(level, '')}></i>" for level in range(count))
    return f"<strong>{html.esc(dimension.short)}</strong><div class='jalon-strip'>{cells}</div>"
