"""The roadmap by quarter: what, why now, hours, cost, when, what it unlocks; and what is left."""

from decimal import Decimal
from itertools import groupby

from content.wording import Wording
from recommendations.roadmap import LeftOut, Relax, Step
from reports import formats
from reports.blocks import Block, Inline, bold, bullets, heading, table, text
from reports.dossier import Dossier
from reports.naming import find_level, project_cost, project_title, when
from reports.sections import adviser
from reports.sections.paying import band_words, paying_line
from reports.words import words

_WIDTHS = (38, 14, 17, 22, 31)
_NO_MORE_THAN = 2
_LEFT_OUT_SHOWN = 15
_ALIKE = ("places", "time", "postponed")
"""Reasons that name nothing of the project's own: said once for all."""
NEAR_ENOUGH = 0.01
"""Fraction of the best possible plan: nearer, nobody would notice the difference."""


def roadmap(dossier: Dossier) -> list[Block]:
    """One table, a group of rows a quarter; then who may pay, the whole, and what is left aside."""
    word, language = words(dossier.language), dossier.language
    blocks = [heading(1, word("roadmap.heading")), *adviser.said(dossier, "roadmap")]
    blocks += [text(means_words(dossier, word)), *adviser.moves(dossier)]
    blocks += [text(what_gives(relax, language, word)) for relax in dossier.roadmap.relax]
    steps = dossier.roadmap.steps
    blocks += _dated(dossier, word) if steps else [text(word("roadmap.none"))]
    blocks += _who_may_pay(steps, language, word)
    return [*blocks, *_totals(dossier, word), *_left_out(dossier, word)]


def why_now(dossier: Dossier, step: Step, word: Wording) -> str:
    """The reason of its place, as a sentence."""
    raised = step.project.actions[0].raises[0].question
    dimension = dossier.library.questionnaire.dimension_of(raised).title
    return word(f"reason.{step.reason}", pathway=dossier.chosen.pathway.title, dimension=dimension)


def why_not(left: LeftOut, language: str, word: Wording) -> str:
    """Why a project is not in the plan, to be read after its title."""
    return word(
        f"left_out.{left.reason}",
        hours=left.project.hours,
        cost=project_cost(left.project, language, word),
        by=project_title(left.by, word) if left.by else "",
    )


def what_gives(relax: Relax, language: str, word: Wording) -> str:
    """What would make a wish possible, as a sentence."""
    ways = _ways(relax, language, word)
    if relax.refused:
        ways.append(word("relax.refused", other=project_title(relax.refused, word)))
    title = project_title(relax.project, word)
    if not ways:
        return word("relax.never", project=title)
    join = word("relax.and" if relax.together else "relax.or")
    return word("relax.fits", project=title, ways=f" {join} ".join(ways))


def _ways(relax: Relax, language: str, word: Wording) -> list[str]:
    """Hours, months and euros that would do, in words."""
    ways = []
    if relax.hours is not None:
        ways.append(word("relax.hours", count=relax.hours, hours=relax.hours))
    if relax.months is not None:
        ways.append(word("relax.months", months=relax.months))
    if relax.money is not None:
        ways.append(word("relax.money", money=formats.money(Decimal(relax.money), "EUR", language)))
    return ways


def proven(dossier: Dossier, word: Wording) -> str | None:
    """How good the order is, in words a director understands; None where nothing is proven."""
    gap = dossier.roadmap.gap
    if gap is None:
        return None
    return word("proven.best" if gap <= NEAR_ENOUGH else "proven.better")


def unlocks(dossier: Dossier, step: Step, word: Wording) -> tuple[str, ...]:
    """Levels it reaches and projects that wait for it; at least one line where answers rise."""
    return (*_reached(dossier, step, word), *_waiting_for(dossier, step, word))


def _dated(dossier: Dossier, word: Wording) -> list[Block]:
    what, why, *rest = (
        word(f"roadmap.head.{key}") for key in ("what", "why", "hours", "cost", "when", "then")
    )
    rows: list[list[Inline]] = []
    for (year, number), steps in groupby(dossier.roadmap.steps, key=lambda s: s.quarter):
        rows.append([[bold(formats.quarter(year, number, dossier.language))]])
        rows += [_row(dossier, step, word) for step in steps]
    return [table([f"{what} · {why}", *rest], rows, _WIDTHS, word("roadmap.table"))]


def _row(dossier: Dossier, step: Step, word: Wording) -> list[Inline]:
    project, language = step.project, dossier.language
    state = f" ({word('front.now')})" if step.active else ""
    # The last column names the dimension: the table's own reason is short.
    gain = step.reason == "gain"
    reason = word("reason.gain_short") if gain else why_now(dossier, step, word)
    return [
        [bold(project_title(project, word)), f"{state}\n{reason}"],
        word("hours", count=project.hours, hours=project.hours),
        project_cost(project, language, word),
        when(step, language, word),
        "\n".join(unlocks(dossier, step, word)) or word("roadmap.keeps"),
    ]


def _who_may_pay(steps: tuple[Step, ...], language: str, word: Wording) -> list[Block]:
    """A line for each project somebody may help to pay, below the table: too wide for a column."""
    items: list[Inline] = [
        [bold(project_title(step.project, word)), " – ", paying_line(step, language, word)]
        for step in steps
        if step.payment
    ]
    return [text(word("paying.intro"), "small"), bullets(items)] if items else []


def _reached(dossier: Dossier, step: Step, word: Wording) -> list[str]:
    moved = []
    for name, after in step.after.dimensions.items():
        before, level = step.before.dimensions[name], find_level(dossier, after)
        title = dossier.library.questionnaire.dimension(name).title
        if level is None or after.value == before.value:
            if step.after.refined.get(name) != step.before.refined.get(name):
                moved.append(word("roadmap.refines", dimension=title))
        elif before.level != after.level:
            moved.append(word("roadmap.reaches", dimension=title, level=level.title))
        else:
            moved.append(word("roadmap.rises", dimension=title))
    return moved


def _waiting_for(dossier: Dossier, step: Step, word: Wording) -> list[str]:
    mine = {action.id for action in step.project.actions}
    others = [s.project for s in dossier.roadmap.steps if s is not step]
    freed = [p for p in others if any(mine.intersection(a.prerequisites) for a in p.actions)]
    return [word("roadmap.frees", project=project_title(p, word)) for p in freed[:_NO_MORE_THAN]]


def means_words(dossier: Dossier, word: Wording) -> str:
    """Hours, money and months the plan counts on, as a sentence."""
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
    said = proven(dossier, word)
    return [
        *(text(line) for line in totals_words(dossier, word)),
        *([text(said, "small")] if said else []),
    ]


def totals_words(dossier: Dossier, word: Wording) -> tuple[str, str]:
    """Hours and cost of the whole plan; then possible aid and what is left to pay."""
    totals, language = dossier.roadmap.totals, dossier.language
    cost = formats.money_range(totals.cost.min, totals.cost.max, "EUR", language)
    hours = formats.number(totals.hours, language)
    money = {
        key: band_words(band, language, word)
        for key, band in (("aid", totals.aid), ("own", totals.own))
    }
    return word("roadmap.totals", hours=hours, cost=cost), word("roadmap.money", **money)


def _left_out(dossier: Dossier, word: Wording) -> list[Block]:
    if not dossier.roadmap.left_aside:
        return []
    shown = dossier.roadmap.left_aside[:_LEFT_OUT_SHOWN]
    alike: dict[str, list[LeftOut]] = {}
    for left in shown:
        alike.setdefault(left.reason if left.reason in _ALIKE else left.project.id, []).append(left)
    items = [_set_aside(some, dossier.language, word) for some in alike.values()]
    blocks = [heading(2, word("left_out.heading")), text(word("left_out.intro")), bullets(items)]
    rest = len(dossier.roadmap.left_aside) - len(shown)
    # Opened deep dives may leave dozens aside: the workbook lists them all.
    return [*blocks, text(word("left_out.rest", count=rest), "small")] if rest > 0 else blocks


def _set_aside(some: list[LeftOut], language: str, word: Wording) -> Inline:
    """Projects left aside for one reason, then that reason."""
    titles = [project_title(left.project, word) for left in some]
    reason = why_not(some[0], language, word)
    if len(titles) == 1:
        return [bold(titles[0]), " ", reason]
    return [" · ".join(titles), " ", bold(reason)]
