"""The programmes proposed, one by one: reasons, dates, source, whom to ask and what."""

import datetime as dt

from content.wording import Wording
from recommendations.eligibility import CriterionResult, Match
from recommendations.proposals import Funding
from reports import formats
from reports.blocks import Block, Inline, bullets, card, facts, heading, keep, link, text
from reports.dossier import Dossier
from reports.naming import IN_FULL, in_view
from reports.words import words

FITTING, BEHIND_GATE, ELSE = 3, 1, 2
_ORDER = ("not_met", "to_check", "met")


def programmes(dossier: Dossier) -> list[Block]:
    """Each programme named under a project in view, once."""
    word = words(dossier.language)
    found = proposed(dossier)
    if not found:
        return []
    first, *others = (_programme(match, dossier.language, word) for match in found)
    opening = [heading(1, word("programme.heading")), text(word("programme.intro"))]
    return [keep([*opening, first]), *others]


def proposed(dossier: Dossier) -> tuple[Match, ...]:
    """The programmes named under the projects in view, each once, in that order."""
    steps = in_view(dossier, IN_FULL)
    found = {
        match.programme.id: match
        for step in steps
        for sheet in dossier.projects
        if sheet.step is step
        for match in shown(sheet.funding)
    }
    return tuple(found.values())


def shown(funding: Funding) -> tuple[Match, ...]:
    """The few worth a reader's time; in kind and loans only when nothing else fits."""
    some = (*funding.fitting[:FITTING], *funding.behind_gate[:BEHIND_GATE])
    if not funding.nothing_fits:
        return some
    return (*some, *funding.in_kind[:ELSE], *funding.loans[:ELSE])


def amount_words(match: Match, language: str, word: Wording) -> str:
    """The amount seen for this project, or 'montant non vu'."""
    if match.amount is None:
        return word("money.not_seen")
    seen = match.amount
    return formats.money_range(seen.min, seen.max, seen.currency, language)


def last_day(match: Match, language: str, word: Wording) -> str:
    """Whether one can apply, and until when."""
    last = match.programme.opening.last_day
    said = word(f"availability.{match.availability}")
    if last is None:
        return said
    return word("availability.until", state=said, day=formats.day(last, language))


def _programme(match: Match, language: str, word: Wording) -> Block:
    programme = match.programme
    rows: list[tuple[str, Inline | None]] = [
        (word("programme.verdict"), _verdict(match, word)),
        (word("programme.amount"), amount_words(match, language, word)),
        (word("programme.available"), last_day(match, language, word)),
        (word("programme.page"), _page(match, language, word)),
        (word("programme.funder"), programme.funder),
        (word("programme.source"), [link(programme.source.url)]),
        (word("programme.ask"), [programme.ask.who, " ", _quoted(programme.ask.question, word)]),
    ]
    if match.stacking != "ok":
        rows.insert(2, (word("programme.stacking"), word(f"stacking.{match.stacking}")))
    blocks = [text(programme.summary), facts(rows, paired=True), *_reasons(match, word)]
    return card(2, programme.name, blocks)


def _verdict(match: Match, word: Wording) -> str:
    said = word(f"verdict.{match.verdict}")
    return f"{said}. {word('verdict.gate')}" if match.behind_gate else said


def _reasons(match: Match, word: Wording) -> list[Block]:
    ordered = sorted(match.criteria, key=lambda c: _ORDER.index(c.verdict))
    items: list[Inline] = [_reason(c) for c in ordered]
    blocks: list[Block] = [bullets(items, paired=True)] if items else []
    if match.questions:
        asked = " ".join(q.text for q in match.questions)
        blocks.append(text(word("programme.settles", questions=asked), "small"))
    if match.also_looked_at:
        also = " · ".join(match.also_looked_at)
        blocks.append(text(word("programme.also", also=also), "small"))
    return blocks


def _reason(result: CriterionResult) -> Inline:
    return result.reason


def _page(match: Match, language: str, word: Wording) -> str:
    opening = match.programme.opening
    if opening.page_date_as_seen:
        return opening.page_date_as_seen
    return _dated(opening.page_date, language, word)


def _dated(on: dt.date | None, language: str, word: Wording) -> str:
    return word("programme.undated") if on is None else formats.day(on, language)


def _quoted(question: str, word: Wording) -> str:
    return word("quoted", text=question)
