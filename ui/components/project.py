"""One project of the plan: what, why now, how to start, what it takes, what it unlocks."""

from content.everything import texts_in
from content.wording import Wording
from recommendations.action import Action
from recommendations.carried import Carried, parts, progress
from recommendations.projects import Project
from recommendations.roadmap import Step
from reports.dossier import Dossier, ProjectSheet
from reports.naming import project_cost, project_title, when
from reports.project_file import part_title
from reports.sections.paying import paying_rows
from reports.sections.roadmap import unlocks, why_now
from reports.words import words
from ui.components import blocks, html
from ui.components.funding import funding_html
from ui.components.glossary import words_fold
from ui.components.help import helpers
from ui.components.practice import begin, job_sheets, well

_NOTHING = Carried()


def card(dossier: Dossier, step: Step, marks: list[str]) -> str:
    """What one needs to decide on a project; its sheet holds the rest."""
    word, project = words(dossier.language), step.project
    tags = "".join(f"<span class='jalon-tag'>{html.esc(mark)}</span> " for mark in marks)
    return "".join(
        (
            f"<p class='jalon-marks'>{tags}</p>" if tags else "",
            html.heading(project_title(project, word), 3),
            html.paragraph(why_now(dossier, step, word)),
            start(project.actions[0], word),
            takes(dossier, step),
        )
    )


def state_marks(dossier: Dossier, project: Project) -> list[str]:
    """'En cours · 2 étapes sur 6', once something was said."""
    carried = dossier.sheet.carried.get(project.id, _NOTHING)
    done, of = progress(project, carried)
    word = words(dossier.language)
    said = [word(f"state.{carried.state}")] if carried.state not in (None, "not-started") else []
    if done and carried.state != "done":
        said.append(word("sheet.done", count=done, of=of))
    return [" · ".join(said)] if said else []


def start(action: Action, word: Wording) -> str:
    """The first step, under two weeks."""
    days = word("front.days", count=action.first_step.days, days=action.first_step.days)
    return (
        f"<p class='jalon-start'><strong>{html.esc(word('front.first_step'))}</strong> "
        f"{html.esc(action.first_step.text)} {html.esc(days)}</p>"
    )


def taken(dossier: Dossier, step: Step) -> list[tuple[str, str]]:
    """Hours and euros, who may pay, who does it, when, what it unlocks."""
    word, language = words(dossier.language), dossier.language
    project = step.project
    unlocked = unlocks(dossier, step, word) or (word("roadmap.keeps"),)
    return [
        (word("label.hours"), word("hours", count=project.hours, hours=project.hours)),
        (word("label.cost"), project_cost(project, language, word)),
        *paying_rows(step, language, word),
        (word("label.who").rstrip(" \u00a0:"), project.actions[0].who),
        (word("label.when"), when(step, language, word)),
        (word("roadmap.head.then"), "\n".join(unlocked)),
    ]


def detail(t: Wording, dossier: Dossier, sheet: ProjectSheet) -> str:
    """Everything one only reads about a project, for a plan that nobody changes."""
    chosen, word = sheet.step.project, words(dossier.language)
    return "".join(
        (
            *(html.paragraph(f"{action.what} {action.why}") for action in chosen.actions),
            blocks.pairs(begin(dossier, chosen)),
            *(_steps(t, action, word) for action in chosen.actions),
            carrying(t, dossier, chosen),
            funding_html(t, dossier, sheet, 4),
            helping(t, dossier, sheet),
        )
    )


def carrying(t: Wording, dossier: Dossier, project: Project) -> str:
    """Folds on how to carry it out well, and on roles nobody holds."""
    return well(t, dossier, project) + job_sheets(dossier, project)


def helping(t: Wording, dossier: Dossier, sheet: ProjectSheet) -> str:
    """Folds of what can help, a story, and the hard words explained."""
    read = texts_in(sheet.step.project.actions)
    return helpers(t, dossier, sheet) + words_fold(t, "glossary.project", read)


def takes(dossier: Dossier, step: Step) -> str:
    """The same rows on a card: hours and cost side by side, also on a phone."""
    rows = "".join(
        f"<div><dt>{html.esc(label)}</dt><dd>{blocks.inline(value)}</dd></div>"
        for label, value in taken(dossier, step)
    )
    return f"<dl class='jalon-takes'>{rows}</dl>"


def _steps(t: Wording, action: Action, word: Wording) -> str:
    lines = [
        f"<strong>{html.esc(part_title(part, number, word))}</strong> "
        f"{html.esc(' · '.join(part.lines))}"
        if part.phase else html.esc(part.lines[0])
        for number, part in enumerate(parts(action), 1)
    ]  # fmt: skip
    listed = "".join(f"<li>{line}</li>" for line in lines)
    extra = html.paragraph(word("label.basis", basis=action.cost.basis), "small")
    if action.non_digital:
        extra += html.paragraph(f"{word('label.non_digital')} {action.non_digital}")
    return html.fold(
        t("plan.steps", action=action.title), f"<ol class='jalon-steps'>{listed}</ol>{extra}"
    )
