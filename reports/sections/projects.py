"""The first projects one by one: how to start, what may pay for it, who and what can help."""

from content.wording import Wording
from recommendations.action import Action
from recommendations.carried import PHASES
from recommendations.eligibility import Match
from reports.blocks import (
    Block,
    Inline,
    bold,
    bullets,
    card,
    facts,
    heading,
    keep,
    link,
    referring,
    table,
    text,
)
from reports.dossier import Dossier, ProjectSheet
from reports.freshness import seen
from reports.naming import IN_FULL, in_view, project_cost, project_title, when
from reports.sections.paying import paying_rows
from reports.sections.practice import open_roles, practice
from reports.sections.programmes import amount_words, last_day, shown
from reports.sections.roadmap import why_now
from reports.words import words


def projects(dossier: Dossier) -> list[Block]:
    """A part for each project in view; the later ones stand in the roadmap."""
    word = words(dossier.language)
    steps = in_view(dossier, IN_FULL)
    if not steps:
        return []
    sheets = [sheet for step in steps for sheet in dossier.projects if sheet.step is step]
    opening = [heading(1, word("projects.heading"))]
    if len(dossier.roadmap.steps) > len(steps):
        said = word("projects.first_ones", count=len(steps), shown=len(steps))
        opening.append(referring(text(said), "roadmap"))
    if any(shown(sheet.funding) for sheet in sheets):
        opening.append(referring(text(word("funding.see_details"), "small"), "programmes"))
    first, *others = (block for sheet in sheets for block in _project(dossier, sheet, word))
    return [keep([*opening, first]), *others]


def _project(dossier: Dossier, sheet: ProjectSheet, word: Wording) -> list[Block]:
    project, language = sheet.step.project, dossier.language
    rows: list[tuple[str, Inline | None]] = [
        (word("label.why"), why_now(dossier, sheet.step, word)),
        (word("label.hours"), word("hours", count=project.hours, hours=project.hours)),
        (word("label.cost"), project_cost(project, language, word)),
        *paying_rows(sheet.step, language, word),
        (word("label.when"), when(sheet.step, language, word)),
    ]
    alone = len(project.actions) == 1
    first, *others = (_action(action, word, alone=alone) for action in project.actions)
    return [
        keep([heading(2, project_title(project, word)), facts(rows, paired=True), first]),
        *practice(dossier, project.actions[0], 3 if alone else 4),
        *(
            block
            for action, told in zip(project.actions[1:], others, strict=True)
            for block in (told, *practice(dossier, action, 4))
        ),
        *open_roles(dossier, project),
        *_money(dossier, sheet, word),
        *_help(dossier, sheet, word),
    ]


def _action(action: Action, word: Wording, *, alone: bool) -> Block:
    days = word("front.days", count=action.first_step.days, days=action.first_step.days)
    blocks = [
        text([action.what, " ", action.why]),
        text([bold(word("front.first_step")), " ", action.first_step.text, " ", days]),
        *_checklist(action, word),
        text([bold(word("label.who")), " ", action.who]),
        text(word("label.basis", basis=action.cost.basis), "small"),
    ]
    if action.non_digital:
        blocks.append(text([bold(word("label.non_digital")), " ", action.non_digital]))
    return card(3, word("project.how") if alone else action.title, blocks)


def _checklist(action: Action, word: Wording) -> list[Block]:
    if action.phases is None:
        return [bullets(action.steps or (), ordered=True)]
    phases: list[Inline] = [
        [bold(word(f"phase.{name}")), " ", " · ".join(getattr(action.phases, name))]
        for name in PHASES
    ]
    return [bullets(phases, ordered=True)]


def _money(dossier: Dossier, sheet: ProjectSheet, word: Wording) -> list[Block]:
    found = shown(sheet.funding)
    blocks = [heading(3, word("funding.heading"))]
    if sheet.funding.nothing_fits:
        blocks += _nothing_fits(dossier, sheet, word)
    if found:
        head = [word(f"funding.head.{key}") for key in ("name", "verdict", "amount", "until")]
        body = [_programme(match, dossier.language, word) for match in found]
        blocks.append(table(head, body, (7, 6, 4, 5), word("funding.table")))
    others = len(sheet.funding.fitting) - sum(m in sheet.funding.fitting for m in found)
    if others > 0:
        blocks.append(text(word("funding.others", count=others, others=others), "small"))
    return blocks


def _programme(match: Match, language: str, word: Wording) -> list[Inline]:
    return [
        match.programme.name,
        word(f"verdict.{match.verdict}"),
        amount_words(match, language, word),
        last_day(match, language, word),
    ]


def _nothing_fits(dossier: Dossier, sheet: ProjectSheet, word: Wording) -> list[Block]:
    """In order: free help, in kind, pooled, own money, loan."""
    language, project = dossier.language, sheet.step.project
    names = [dossier.library.networks[n.id].name for n in sheet.help.networks]
    in_kind = [m.programme.name for m in sheet.funding.in_kind]
    loans = [m.programme.name for m in sheet.funding.loans]
    items: list[Inline] = [
        [bold(word("nothing.free_help")), " ", ", ".join(names) or word("nothing.free_help_none")],
        [bold(word("nothing.in_kind")), " ", ", ".join(in_kind[:3]) or word("nothing.none_seen")],
        [bold(word("nothing.pooled")), " ", word("nothing.pooled_how")],
        [bold(word("nothing.own_money")), " ", project_cost(project, language, word)],
        [bold(word("nothing.loan")), " ", ", ".join(loans[:3]) or word("nothing.none_seen")],
    ]
    return [text(word("nothing.sentence")), bullets(items, ordered=True)]


def _help(dossier: Dossier, sheet: ProjectSheet, word: Wording) -> list[Block]:
    items: list[Inline] = []
    for hit in sheet.help.resources:
        resource = dossier.library.resources[hit.id]
        note = f"{word('help.rules_differ')} " if hit.note == "rules-differ" else ""
        read = seen(resource, dossier.on, dossier.language)
        summary = f" ({resource.publisher}). {resource.summary} {note}{read} "
        items.append([bold(resource.title), summary, link(resource.url)])
    if sheet.help.case is not None:
        case = dossier.library.cases[sheet.help.case.id]
        outcome = word(f"help.outcome.{case.outcome}")
        read = seen(case, dossier.on, dossier.language)
        told = f" {case.organisation}. {case.what_was_done} {outcome} {case.result} {read} "
        items.append([bold(word("help.case")), told, link(case.url)])
    for hit in sheet.help.networks:
        network = dossier.library.networks[hit.id]
        note = f" {word('help.generalist')}" if hit.note == "generalist" else ""
        read = seen(network, dossier.on, dossier.language)
        said = f" {network.name}.{note} {read} "
        items.append([bold(word("help.call")), said, link(network.url)])
    return [heading(3, word("help.heading")), bullets(items)] if items else []
