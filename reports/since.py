"""What moved since an earlier assessment, in words: by which answers, by which actions."""

from collections.abc import Sequence
from dataclasses import dataclass

from assessment.change import Change, WhatChanged, what_changed
from content.wording import Wording
from recommendations.follow_up import Credit, credits
from reports import formats
from reports.charts.then_now import Then, comparable, known_answers
from reports.dossier import Dossier
from reports.rounding import digits_for, together
from reports.words import words

_MOST = 4
"""Answers named in one sentence; the others are counted together."""


@dataclass(frozen=True)
class Line:
    """One line of what moved. `points` is signed text, `title` what moved it, `by` the rest."""

    points: str
    title: str
    by: str = ""


@dataclass(frozen=True)
class Since:
    """What moved, split; `partial`: some dimensions cannot be compared and are left out."""

    change: WhatChanged
    credits: tuple[Credit, ...]
    partial: bool


def since(dossier: Dossier, then: Then) -> Since | None:
    """What moved since; None where nothing compares or there is no score at one of the dates."""
    questionnaire, form = dossier.library.questionnaire, dossier.card.form
    alike = comparable(questionnaire, then, form)
    before = known_answers(questionnaire, then.answers)
    found = what_changed(questionnaire, before, dossier.sheet.answers, form, alike)
    if found.whole.difference is None:
        return None
    shares = credits(questionnaire, found.whole, before, then.done)
    return Since(found, shares, partial=len(alike) < len(questionnaire.dimensions))


def headline(dossier: Dossier, found: Since) -> str:
    """'+6 points sur l’ensemble : sauvegarde testée +4, charte écrite +2.'"""
    word, change = words(dossier.language), found.change.whole
    if not change.changed:
        return word("since.nothing")
    total, named = _split(dossier, change, word)
    where = word("since.comparable" if found.partial else "since.whole")
    return word("since.headline", total=total, where=where, named=named)


def by_action(dossier: Dossier, found: Since) -> tuple[Line, ...]:
    """What each action done brought, then what no action explains."""
    word, points = words(dossier.language), [credit.points for credit in found.credits]
    digits = digits_for(points)
    return tuple(
        Line(
            signed(share, dossier.language, digits),
            credit.action.title if credit.action else word("since.no_action"),
            ", ".join(_short(dossier, question) for question in credit.questions),
        )
        for credit, share in zip(found.credits, together(points, digits), strict=True)
    )


def by_dimension(dossier: Dossier, found: Since) -> tuple[Line, ...]:
    """The dimensions where an answer changed: how far each moved, and by which answers."""
    word, lines = words(dossier.language), []
    for name, change in found.change.dimensions.items():
        if not change.changed:
            continue
        title = dossier.library.questionnaire.dimension(name).title
        if change.difference is None:
            key = "since.first_score" if change.before is None else "since.no_score"
            lines.append(Line("–", title, word(key)))
        else:
            total, named = _split(dossier, change, word, inside=True)
            lines.append(Line(total, title, named))
    return tuple(lines)


def signed(points: float, language: str, digits: int = 0) -> str:
    """'+6', '−2', '0'."""
    sign = "+" if points > 0 else "−" if points < 0 else ""
    return f"{sign}{formats.number(abs(points), language, digits)}"


def _split(
    dossier: Dossier, change: Change, word: Wording, *, inside: bool = False
) -> tuple[str, str]:
    """The total and its parts in words, the greatest first; they add up as written."""
    shares = [(one.in_dimension if inside else one.in_whole) or 0.0 for one in change.changed]
    ordered = sorted(zip(shares, change.changed, strict=True), key=lambda pair: -abs(pair[0]))
    digits = digits_for(shares)
    parts = together([share for share, _ in ordered], digits)
    named = [
        f"{_short(dossier, one.question)} {signed(part, dossier.language, digits)}"
        for part, (_, one) in zip(parts, ordered[:_MOST], strict=False)
    ]  # fmt: skip
    rest: Sequence[float] = parts[_MOST:]
    if rest:
        told = signed(sum(rest), dossier.language, digits)
        named.append(word("since.others", count=len(rest), points=told))
    return signed(sum(parts), dossier.language, digits), ", ".join(named)


def _short(dossier: Dossier, question: str) -> str:
    return dossier.library.questionnaire.question(question).short
