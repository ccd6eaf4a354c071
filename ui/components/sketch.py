"""The picture of the landing screen: three lines of a finished example, drawn as strips."""

from content.wording import Wording
from ui.components import html

_ROWS = (("strategy", 1), ("people", 2), ("security", 0))
_LEVELS = range(4)


def picture(t: Wording) -> str:
    """A drawing with its description; the caption says what the dots mean."""
    heads = "".join(f"<span>{html.esc(t(f'sketch.level_{level}'))}</span>" for level in _LEVELS)
    rows = "".join(_row(t, name, level) for name, level in _ROWS)
    return (
        f"<figure class='jalon-sketch'><div role='img' aria-label='{html.esc(t('sketch.alt'))}'>"
        f"<div class='jalon-levels'>{heads}</div>{rows}</div>"
        f"<figcaption>{html.esc(t('sketch.caption'))}</figcaption></figure>"
    )


def _row(t: Wording, name: str, now: int) -> str:
    marks = {now: " class='now'", now + 1: " class='next'"}
    cells = "".join(f"<i{marks.get(level, '')}></i>" for level in _LEVELS)
    return f"<strong>{html.esc(t(f'sketch.{name}'))}</strong><div class='jalon-strip'>{cells}</div>"
