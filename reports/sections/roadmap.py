"""The roadmap by quarter: what, why now, hours, cost, when, what it unlocks; and what is left."""

from itertools import groupby

from content.wording import Wording
from recommendations.queue import Queued
from recommendations.roadmap import Step
from reports import formats
from reports.blocks import Block, Inline, bold, bullets, heading, table, text
from reports.dossier import Dossier
from reports.naming import find_level, project_cost, project_title, when
from reports.words import words

_WIDTHS = (23, 22, 11, 18, 20, 24)
_NO_MORE_THAN = 2
_LEFT_OUT_SHOWN = 15


def roadmap(dossier: Dossier) -> list[Block]:
    """One table a quarter, at most two projects at once."""
    word, language = words(dossier.language), dossier.language
    blocks = [heading(1, word("roadmap.heading")), text(_means(dossier, word))]
    if not dossier.roadmap.steps:
        blocks.append(text(word("roadmap.none")))
    head = [word(f"roadmap.head.{key}") for key in ("what", "why", "hours", "cost", "when", "then")]
    for (year, number), steps in groupby(dossier.roadmap.steps, key=lambda s: s.quarter):
        title = formats.quarter(year, number, language)
        body = [_row(dossier, step, word) for step in steps]
        blocks += [heading(2, title), table(head, body, _WIDTHS, word("roadmap.table", when=title))]
    return [*blocks, *_totals(dossier, word), *_left_out(dossier, word)]


def why_now(dossier: Dossier, queued: Queued, word: Wording) -> str:
    """The reason of its place, as a sentence."""
    return word(f"reason.{queued.reason}", pathway=dossier.chosen.pathway.title)


def unlocks(dossier: Dossier, step: Step, word: Wording) -> tuple[str, ...]:
    """Levels it reaches and projects that wait for it; at least one line where answers rise."""
    return (*_reached(dossier, step.queued, word), *_waiting_for(dossier, step, word))


def _row(dossier: Dossier, step: Step, word: Wording) -> list[Inline]:
    project, language = step.queued.project, dossier.language
    state: Inline = [bold(project_title(project, word))]
    if step.active:
        state = [bold(project_title(project, word)), f" ({word('front.now')})"]
    return [
        state,
        why_now(dossier, step.queued, word),
        word("hours", count=project.hours, hours=project.hours),
        project_cost(project, language, word),
        when(step, language, word),
        "\n".join(unlocks(dossier, step, word)) or word("roadmap.keeps"),
    ]


def _reached(dossier: Dossier, queued: Queued, word: Wording) -> list[str]:
    moved = []
    for name, after in queued.after.dimensions.items():
        before, level = queued.before.dimensions[name], find_level(dossier, after)
        title = dossier.library.questionnaire.dimension(name).title
        if level is None or after.value == before.value:
            if queued.after.refined.get(name) != queued.before.refined.get(name):
                moved.append(word("roadmap.refines", dimension=title))
        elif before.level != after.level:
            moved.append(word("roadmap.reaches", dimension=title, level=level.title))
        else:
            moved.append(word("roadmap.rises", dimension=title))
    return moved


def _waiting_for(dossier: Dossier, step: Step, word: Wording) -> list[str]:
    mine = {action.id for action in step.queued.project.actions}
    others = [s.queued.project for s in dossier.roadmap.steps if s is not step]
    freed = [p for p in others if any(mine.intersection(a.prerequisites) for a in p.actions)]
    return [word("roadmap.frees", project=project_title(p, word)) for p in freed[:_NO_MORE_THAN]]


def _means(dossier: Dossier, word: Wording) -> str:
    means = dossier.roadmap.means
    return word(
        "roadmap.means",
        hours=formats.number(means.hours_per_month, dossier.language, 1),
        money=formats.money(means.own_money_per_year, "EUR", dossier.language),
        months=means.months,
        active=means.max_active,
    )


def _totals(dossier: Dossier, word: Wording) -> list[Block]:
    if not dossier.roadmap.steps:
        return []
    totals = dossier.roadmap.totals
    cost = formats.money_range(totals.cost.min, totals.cost.max, "EUR", dossier.language)
    hours = formats.number(totals.hours, dossier.language)
    return [text(word("roadmap.totals", hours=hours, cost=cost))]


def _left_out(dossier: Dossier, word: Wording) -> list[Block]:
    if not dossier.roadmap.left_out:
        return []
    items: list[Inline] = [
        [
            bold(project_title(left.queued.project, word)),
            " ",
            word(
                f"left_out.{left.reason}",
                hours=left.queued.project.hours,
                cost=project_cost(left.queued.project, dossier.language, word),
            ),
        ]
        for left in dossier.roadmap.left_out[:_LEFT_OUT_SHOWN]
    ]
    blocks = [heading(2, word("left_out.heading")), text(word("left_out.intro")), bullets(items)]
    rest = len(dossier.roadmap.left_out) - len(items)
    # Opened deep dives may leave dozens aside: the workbook lists them all.
    return [*blocks, text(word("left_out.rest", count=rest), "small")] if rest > 0 else blocks
