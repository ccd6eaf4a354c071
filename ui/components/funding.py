"""Who may help to pay for a project: three words only, always with reasons, date and source."""

from content.wording import Wording
from recommendations.eligibility import Match
from reports.dossier import Dossier, ProjectSheet
from reports.naming import project_cost
from reports.sections.programmes import amount_words, last_day
from reports.words import words
from ui.components import blocks, html

IN_VIEW = 3
_ORDER = ("not_met", "to_check", "met")


def funding(t: Wording, dossier: Dossier, sheet: ProjectSheet, level: int) -> str:
    """At most three programmes in view, the others folded; when none fits, where to turn."""
    word, found = words(dossier.language), sheet.funding
    pieces = [html.heading(word("funding.heading"), level)]
    if found.nothing_fits:
        pieces.append(_nothing(dossier, sheet))
    else:
        pieces += [_programme(dossier, match) for match in found.fitting[:IN_VIEW]]
    others = (*found.fitting[IN_VIEW:], *found.behind_gate)
    if others:
        inner = "".join(_programme(dossier, match) for match in others)
        pieces.append(html.fold(t("plan.more_funding", count=len(others)), inner))
    return "".join(pieces)


def _programme(dossier: Dossier, match: Match) -> str:
    word, language = words(dossier.language), dossier.language
    programme, opening = match.programme, match.programme.opening
    dated = opening.page_date_as_seen or (
        opening.page_date.isoformat() if opening.page_date else word("programme.undated")
    )
    rows = [
        (word("programme.funder"), programme.funder),
        (word("programme.amount"), amount_words(match, language, word)),
        (word("programme.available"), last_day(match, language, word)),
        (word("programme.page"), dated),
        (word("programme.source"), [{"text": programme.source.url, "url": programme.source.url}]),
        (
            word("programme.ask"),
            f"{programme.ask.who} {word('quoted', text=programme.ask.question)}",
        ),
    ]
    if match.stacking != "ok":
        rows.insert(2, (word("programme.stacking"), word(f"stacking.{match.stacking}")))
    verdict = word(f"verdict.{match.verdict}")
    summary = (
        f"{html.esc(programme.name)} <span class='jalon-tag jalon-{match.verdict}'>"
        f"{html.esc(verdict)}</span> <span class='jalon-aside'>"
        f"{html.esc(amount_words(match, language, word))} · "
        f"{html.esc(last_day(match, language, word))}</span>"
    )
    gate = html.paragraph(word("verdict.gate")) if match.behind_gate else ""
    return (
        f"<details class='jalon-fold'><summary>{summary}</summary>"
        f"{html.paragraph(programme.summary)}{gate}{_reasons(match, word)}"
        f"{blocks.pairs(rows)}</details>"
    )


def _reasons(match: Match, word: Wording) -> str:
    ordered = sorted(match.criteria, key=lambda c: _ORDER.index(c.verdict))
    pieces = [html.items(criterion.reason for criterion in ordered)] if ordered else []
    if match.questions:
        asked = " ".join(question.text for question in match.questions)
        pieces.append(html.paragraph(word("programme.settles", questions=asked), "small"))
    if match.also_looked_at:
        also = " · ".join(match.also_looked_at)
        pieces.append(html.paragraph(word("programme.also", also=also), "small"))
    return "".join(pieces)


def _nothing(dossier: Dossier, sheet: ProjectSheet) -> str:
    """In order: free help, in kind, pooled, own money, loan."""
    word, found = words(dossier.language), sheet.funding
    networks = [dossier.library.networks[hit.id] for hit in sheet.help.networks]
    free = ", ".join(html.out(n.url, n.name) for n in networks)
    lines = [
        (word("nothing.free_help"), free or html.esc(word("nothing.free_help_none"))),
        (word("nothing.in_kind"), _named(found.in_kind) or html.esc(word("nothing.none_seen"))),
        (word("nothing.pooled"), html.esc(word("nothing.pooled_how"))),
        (
            word("nothing.own_money"),
            html.esc(project_cost(sheet.step.queued.project, dossier.language, word)),
        ),
        (word("nothing.loan"), _named(found.loans) or html.esc(word("nothing.none_seen"))),
    ]
    listed = "".join(f"<li><strong>{html.esc(name)}</strong> {said}</li>" for name, said in lines)
    return html.paragraph(word("nothing.sentence")) + f"<ol class='jalon-list'>{listed}</ol>"


def _named(matches: tuple[Match, ...]) -> str:
    return ", ".join(html.out(m.programme.source.url, m.programme.name) for m in matches[:IN_VIEW])
