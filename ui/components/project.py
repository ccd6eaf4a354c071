"""One project of the plan: what, why now, how to start, what it takes, what it unlocks."""

from content.everything import texts_in
from content.wording import Wording
from recommendations.action import Action
from reports import formats
from reports.dossier import Dossier, ProjectSheet
from reports.naming import project_cost, project_title, when
from reports.sections.projects import PHASES
from reports.sections.roadmap import unlocks, why_now
from reports.words import words
from ui.components import blocks, html
from ui.components.funding import funding
from ui.components.glossary import words_fold
from ui.components.help import helpers
from ui.components.practice import begin, job_sheets, well


def project(t: Wording, dossier: Dossier, sheet: ProjectSheet, *, level: int = 3) -> str:
    """The card of a project, with who may pay and what can help folded inside."""
    word, chosen = words(dossier.language), sheet.step.queued.project
    pieces = [
        html.heading(project_title(chosen, word), level),
        html.paragraph(why_now(dossier, sheet.step.queued, word)),
        *(_start(action, word, single=len(chosen.actions) == 1) for action in chosen.actions[:1]),
        blocks.pairs([*begin(dossier, chosen), *_facts(dossier, sheet)]),
        *(_steps(t, action, word) for action in chosen.actions),
        well(t, dossier, chosen),
        job_sheets(dossier, chosen),
        funding(t, dossier, sheet, level + 1),
        helpers(t, dossier, sheet),
        words_fold(t, "glossary.project", texts_in(chosen.actions)),
    ]
    return "".join(pieces)


def _start(action: Action, word: Wording, *, single: bool) -> str:
    days = word("front.days", count=action.first_step.days, days=action.first_step.days)
    what = html.paragraph(f"{action.what} {action.why}" if single else action.why)
    return (
        what + f"<p class='jalon-start'><strong>{html.esc(word('front.first_step'))}</strong> "
        f"{html.esc(action.first_step.text)} {html.esc(days)}</p>"
    )


def _facts(dossier: Dossier, sheet: ProjectSheet) -> list[tuple[str, str]]:
    word, language = words(dossier.language), dossier.language
    chosen, step = sheet.step.queued.project, sheet.step
    quarter = formats.quarter(*step.quarter, language)
    unlocked = unlocks(dossier, step, word) or (word("roadmap.keeps"),)
    return [
        (word("label.hours"), word("hours", count=chosen.hours, hours=chosen.hours)),
        (word("label.cost"), project_cost(chosen, language, word)),
        (word("label.who").rstrip(" \u00a0:"), chosen.actions[0].who),
        (word("label.when"), f"{quarter} ({when(step, language, word)})"),
        (word("roadmap.head.then"), "\n".join(unlocked)),
    ]


def _steps(t: Wording, action: Action, word: Wording) -> str:
    if action.phases is None:
        lines = [html.esc(step) for step in action.steps or ()]
    else:
        lines = [
            f"<strong>{html.esc(word(f'phase.{name}'))}</strong> "
            f"{html.esc(' · '.join(getattr(action.phases, name)))}"
            for name in PHASES
        ]
    listed = "".join(f"<li>{line}</li>" for line in lines)
    extra = html.paragraph(word("label.basis", basis=action.cost.basis), "small")
    if action.non_digital:
        extra += html.paragraph(f"{word('label.non_digital')} {action.non_digital}")
    return html.fold(
        t("plan.steps", action=action.title), f"<ol class='jalon-list'>{listed}</ol>{extra}"
    )
