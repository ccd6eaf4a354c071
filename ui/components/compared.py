"""Before and after, side by side: scores, plan, funding. On a phone each row becomes a card."""

from assessment.scorecard import Score
from content.wording import Wording
from recommendations.eligibility import Match
from recommendations.roadmap import Step
from reports import formats
from reports.dossier import Dossier
from reports.naming import project_title, score_words
from reports.sections.paying import band_words
from reports.what_if import Differences, Shifted
from reports.words import words
from ui.components import blocks, html


def compared(t: Wording, dossier: Dossier, found: Differences) -> str:
    """The table, then what comes in, leaves or moves, then who may pay."""
    head = (t("what_if.what"), t("what_if.now"), t("what_if.then"))
    rows = [*_scores(t, dossier, found), *_totals(t, found)]
    return "".join(
        (
            blocks.table(t("what_if.table"), head, rows),
            html.heading(t("what_if.plan"), 3),
            _plan(t, dossier, found),
            html.heading(t("what_if.funding"), 3),
            _funding(t, found),
        )
    )


def in_short(t: Wording, found: Differences) -> str:
    """One sentence for who cannot see the table change."""
    return t(
        "what_if.short",
        comes_in=len(found.comes_in),
        leaves=len(found.leaves),
        moves=len(found.shifted),
    )


def _scores(t: Wording, dossier: Dossier, found: Differences) -> list[list[str]]:
    titles = {d.id: d.title for d in dossier.library.questionnaire.dimensions}
    return [
        [
            titles[moved.dimension] if moved.dimension else t("up.whole"),
            _score(t, dossier, moved.before),
            _score(t, dossier, moved.after),
        ]
        for moved in (found.overall, *found.moved)
    ]


def _score(t: Wording, dossier: Dossier, score: Score) -> str:
    said = score_words(dossier, score, words(dossier.language))
    if score.value is None:
        return said
    value = formats.number(score.value, dossier.language)
    return t("what_if.score", level=said, value=value)


def _totals(t: Wording, found: Differences) -> list[list[str]]:
    word, language = words(t.language), t.language
    both = (found.before, found.after)
    hours = [word("hours", count=one.hours, hours=one.hours) for one in both]
    rows = [[t("what_if.hours"), *hours]]
    for label, key in (("label.cost", "cost"), ("label.aid", "aid"), ("label.own", "own")):
        rows.append([word(label), *(band_words(getattr(one, key), language, word) for one in both)])
    return rows


def _plan(t: Wording, dossier: Dossier, found: Differences) -> str:
    if found.same_plan:
        return html.paragraph(t("what_if.same_plan"))
    parts = (
        ("what_if.comes_in", [_step(dossier, step) for step in found.comes_in]),
        ("what_if.leaves", [_step(dossier, step) for step in found.leaves]),
        ("what_if.earlier", [_shift(dossier, s) for s in found.shifted if s.earlier]),
        ("what_if.later", [_shift(dossier, s) for s in found.shifted if not s.earlier]),
    )
    return "".join(_listed(t(key), lines) for key, lines in parts)


def _funding(t: Wording, found: Differences) -> str:
    parts = (("what_if.payers_in", found.payers_in), ("what_if.payers_out", found.payers_out))
    listed = "".join(_listed(t(key), [_payer(t, m) for m in payers]) for key, payers in parts)
    return listed or html.paragraph(t("what_if.same_payers"))


def _listed(title: str, lines: list[str]) -> str:
    if not lines:
        return ""
    return f"<p><strong>{html.esc(title)}</strong></p>" + html.items(lines)


def _step(dossier: Dossier, step: Step) -> str:
    title = project_title(step.project, words(dossier.language))
    return f"{title} · {formats.quarter(*step.quarter, dossier.language)}"


def _shift(dossier: Dossier, shifted: Shifted) -> str:
    before, after = (
        formats.quarter(*step.quarter, dossier.language) for step in (shifted.before, shifted.after)
    )
    title = project_title(shifted.after.project, words(dossier.language))
    return f"{title} · {before} → {after}"


def _payer(t: Wording, match: Match) -> str:
    word = words(t.language)
    verdict = word("paying.gate" if match.behind_gate else f"verdict.{match.verdict}")
    return f"{match.programme.name} · {verdict}"
