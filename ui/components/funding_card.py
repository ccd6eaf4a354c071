"""One aid as a card, the same wherever it is met: three words, why, how much, until when."""

import datetime as dt
from collections.abc import Iterable

from content.wording import Wording
from recommendations.eligibility import CriterionResult, Match, Verdict
from recommendations.projects import Project
from reports import formats
from reports.aid import aid_words
from reports.dossier import Dossier
from reports.words import words
from ui.components import blocks, html

MARKS: dict[Verdict, str] = {"met": "✓", "to_check": "?", "not_met": "✕"}
"""A shape beside the words, so that neither stands on colour alone."""

_ORDER: tuple[Verdict, ...] = ("not_met", "to_check", "met")
_DAYS_SAID = 60


def card(
    t: Wording,
    dossier: Dossier,
    match: Match,
    level: int,
    project: Project | None = None,
    before: Verdict | None = None,
) -> str:
    """The short card and, folded, everything read about it.

    `project` makes the amount that of this project; `before` is the verdict the last answer
    changed.
    """
    programme = match.programme
    return "".join(
        (
            verdict(dossier, match.verdict),
            was(t, dossier, match.verdict, before),
            html.heading(programme.name, level),
            _refused(match),
            f"<p class='jalon-aside'>{html.esc(in_short(t, dossier, match, project))}</p>",
            html.fold(t("aid.why"), detail(t, dossier, match)),
        )
    )


def verdict(dossier: Dossier, found: Verdict) -> str:
    """The word for it with its mark."""
    said = words(dossier.language)(f"verdict.{found}")
    return (
        f"<p class='jalon-verdict jalon-{found}'><span class='jalon-sign' aria-hidden='true'>"
        f"{MARKS[found]}</span> {html.esc(said)}</p>"
    )


def was(t: Wording, dossier: Dossier, now: Verdict, before: Verdict | None) -> str:
    """'avant : … ; maintenant : …', where the last answer changed it."""
    if before is None or before == now:
        return ""
    word = words(dossier.language)
    said = t("aid.was", before=word(f"verdict.{before}"), now=word(f"verdict.{now}"))
    return html.paragraph(said, "was")


def in_short(t: Wording, dossier: Dossier, match: Match, project: Project | None) -> str:
    """'aide : chèque · jusqu’à 500 € · dernier jour : 31 mars 2027, dans 4 mois'."""
    word = words(dossier.language)
    return " · ".join(
        (
            t(f"search.aid.{match.programme.kind}"),
            aid_words(dossier, project, match, word),
            until(t, match, dossier.on),
        )
    )


def until(t: Wording, match: Match, on: dt.date) -> str:
    """Until when one can apply, and how far that is; or that it has to be verified."""
    opening, state = match.programme.opening, match.availability
    if state in ("open", "to_verify") and opening.last_day is not None:
        key = "aid.last_day" if state == "open" else "aid.last_day_to_verify"
        left = _left(t, on, opening.last_day)
        return t(key, day=formats.day(opening.last_day, t.language), left=left)
    if state == "open" and opening.mode == "permanent":
        return t("aid.all_year")
    return words(t.language)(f"availability.{state}")


def _left(t: Wording, on: dt.date, last: dt.date) -> str:
    days = (last - on).days
    if days == 0:
        return t("aid.today")
    if days < _DAYS_SAID:
        return t("aid.in_days", count=days)
    months = 12 * (last.year - on.year) + last.month - on.month - (last.day < on.day)
    return t("aid.in_months", count=months)


def detail(t: Wording, dossier: Dossier, match: Match) -> str:
    """The aid in a sentence, each condition with its mark, whom to ask, where it was read."""
    programme, word = match.programme, words(dossier.language)
    gate = html.paragraph(word("verdict.gate")) if match.behind_gate else ""
    also = ""
    if match.also_looked_at:
        said = word("programme.also", also=" · ".join(match.also_looked_at))
        also = html.paragraph(said, "small")
    return (
        html.paragraph(programme.summary) + gate + reasons(match.criteria) + also
        + blocks.pairs(_rows(t, dossier, match)) + html.paragraph(t("aid.funder_decides"), "small")
    )  # fmt: skip


def reasons(criteria: Iterable[CriterionResult]) -> str:
    """One line a condition, what stands in the way first; its words begin with its verdict."""
    ordered = sorted(criteria, key=lambda c: _ORDER.index(c.verdict))
    lines = "".join(
        f"<li class='jalon-{c.verdict}'><span class='jalon-sign' aria-hidden='true'>"
        f"{MARKS[c.verdict]}</span><span>{html.esc(c.reason)}</span></li>"
        for c in ordered
    )
    return f"<ul class='jalon-why'>{lines}</ul>" if lines else ""


def _refused(match: Match) -> str:
    """Of what is not for you, the reason before anything else."""
    if match.verdict != "not_met" or match.behind_gate:
        return ""
    return reasons([c for c in match.criteria if c.verdict == "not_met"][:1])


def _rows(t: Wording, dossier: Dossier, match: Match) -> list[tuple[str, object]]:
    word, programme = words(dossier.language), match.programme
    rows: list[tuple[str, object]] = [
        (word("programme.ask"), programme.ask.who),
        (t("aid.what_to_ask"), word("quoted", text=programme.ask.question)),
        (word("programme.funder"), programme.funder),
    ]
    if match.stacking != "ok":
        rows.append((word("programme.stacking"), word(f"stacking.{match.stacking}")))
    if programme.amount.per:
        rows.append((t("aid.per"), programme.amount.per))
    rows.append((word("programme.page"), page_date(dossier, match)))
    url = programme.source.url
    rows.append((word("programme.source"), [{"text": url, "url": url}]))
    return rows


def page_date(dossier: Dossier, match: Match) -> str:
    """The date of the page we read, as precisely as it was seen."""
    opening = match.programme.opening
    seen = opening.page_date_as_seen or (
        opening.page_date.isoformat() if opening.page_date else None
    )
    undated = words(dossier.language)("programme.undated")
    return formats.page_date(seen, dossier.language) if seen else undated
