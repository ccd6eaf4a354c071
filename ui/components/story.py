"""A real case told as a short story: who, what was hard, what was done, what came of it."""

import datetime as dt

from catalogue.model import Case
from content.wording import Wording
from ui.components import freshness, html


def teller(t: Wording, case: Case) -> str:
    """Who they are in one line: trade and size, a size that was not seen being said."""
    return f"{case.sector} · {case.size or t('story.size.unsaid')}"


def rest(t: Wording, case: Case, on: dt.date) -> str:
    """What follows the challenge, as HTML; nothing the source does not say. `on` is today."""
    told = (
        ("done", case.what_was_done),
        ("cost", case.cost),
        ("result", f"{t(f'story.outcome.{case.outcome}')} {case.result}"),
        ("again", case.again),
        ("differently", case.differently),
    )
    lines = "".join(_line(t(f"story.{key}"), text) for key, text in told if text)
    return lines + _source(t, case, on)


def whole(t: Wording, case: Case, on: dt.date) -> str:
    """The whole story, as HTML for a fold."""
    return (
        html.paragraph(teller(t, case), "small")
        + _line(t("story.challenge"), case.challenge)
        + rest(t, case, on)
    )


def _line(label: str, text: str) -> str:
    return f"<p><strong>{html.esc(label)}</strong> {html.esc(text)}</p>"


def _source(t: Wording, case: Case, on: dt.date) -> str:
    year = str(case.year) if case.year else t("story.year.unsaid")
    said = t("story.source", evidence=t(f"story.evidence.{case.evidence}"), year=year)
    link = html.out(case.url, t("story.read", organisation=case.organisation))
    read = freshness.seen(case, on, t.language)
    return f"<p class='jalon-small'>{html.esc(said)} {link}{read}</p>"
