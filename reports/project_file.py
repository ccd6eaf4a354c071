"""The sheet of one project on one page: who, for whom, how far, what it costs, who may help."""

from decimal import Decimal
from typing import Any

from content.wording import Wording
from recommendations.action import Action, CostRange
from recommendations.carried import YEARS, Carried, Part, parts, progress
from recommendations.projects import Project
from reports import formats
from reports.blocks import (
    Block,
    Inline,
    bold,
    bullets,
    card,
    facts,
    heading,
    link,
    one_page,
    table,
    text,
)
from reports.dossier import Dossier, ProjectSheet
from reports.naming import project_title, when
from reports.outline import framed
from reports.plain import one_line
from reports.sections.done import web
from reports.sections.programmes import amount_words, last_day
from reports.words import words

_PROGRAMMES = 3


def project_file(
    dossier: Dossier, project: Project, sheet: ProjectSheet | None, carried: Carried
) -> dict[str, Any]:
    """The document of this project; `sheet` is None where it is not in today's plan."""
    word = words(dossier.language)
    blocks = [
        heading(1, word("sheet.heading")),
        text(" ".join(action.what for action in project.actions)),
        *_who(dossier, project, sheet, carried),
        *_evidence(dossier, carried, word),
        heading(2, word("sheet.steps")),
        _steps(project, carried, word),
        heading(2, word("sheet.cost")),
        *_costs(dossier, project, carried, word),
        *(_paying(dossier, sheet, word) if sheet else []),
        *([card(2, word("sheet.notes"), [text(carried.notes)])] if carried.notes.strip() else []),
    ]
    return framed(dossier, project_title(project, word), word("sheet.kind"), [one_page(blocks)])


def users_words(carried: Carried, word: Wording) -> str:
    """'Salariés, bénévoles. L’accueil du mardi'; empty where nothing was said."""
    groups = ", ".join(word(f"group.{name}") for name in carried.groups)
    said = one_line(carried.users)
    return " · ".join(part for part in (groups[:1].upper() + groups[1:], said) if part)


def part_title(part: Part, number: int, word: Wording) -> str:
    """'2. Besoins', '2. Étape'."""
    name = word(f"phase.{part.phase}").rstrip(" \u00a0:") if part.phase else word("sheet.step")
    return f"{number}. {name}"


def range_words(cost: CostRange, language: str) -> str:
    """'de 100 à 500 €'."""
    return formats.money_range(cost.min, cost.max, "EUR", language)


def over_years(project: Project) -> CostRange:
    """What the authors estimate for three years, once and each year together."""
    once, yearly = project.one_off, project.yearly
    return CostRange(min=once.min + YEARS * yearly.min, max=once.max + YEARS * yearly.max)


def price_words(price: Decimal | None, language: str, word: Wording) -> str:
    """The price, or that it is not known yet: never zero."""
    return word("sheet.unknown") if price is None else formats.money(price, "EUR", language)


def _who(
    dossier: Dossier, project: Project, sheet: ProjectSheet | None, carried: Carried
) -> list[Block]:
    """What is known, then lines to write on where nothing was said."""
    word = words(dossier.language)
    done, of = progress(project, carried)
    state = word(f"state.{carried.state or 'not-started'}")
    rows: list[tuple[str, Inline | None]] = [
        (word("sheet.state"), f"{state} · {word('sheet.done', count=done, of=of)}"),
        (word("label.hours"), word("hours", count=project.hours, hours=project.hours)),
        *([(word("label.when"), when(sheet.step, dossier.language, word))] if sheet else []),
    ]
    people: list[tuple[str, Inline | None]] = [
        (word("sheet.sponsor"), one_line(carried.sponsor) or None),
        (word("sheet.carrier"), one_line(carried.carrier) or None),
        (word("sheet.stand_in"), one_line(carried.stand_in) or None),
        (word("sheet.users"), users_words(carried, word) or None),
        (word("sheet.asked"), word("sheet.yes" if carried.asked else "sheet.not_yet")),
    ]
    return [facts(rows), facts(people, lines=True)]


def _evidence(dossier: Dossier, carried: Carried, word: Wording) -> list[Block]:
    """What was done, since when and what proves it, where something was said."""
    month = formats.month(carried.since, dossier.language) if carried.since else ""
    address = one_line(carried.address)
    said: list[tuple[str, Inline | None]] = [
        (word("sheet.did"), one_line(carried.did)),
        (word("sheet.since"), month),
        (word("sheet.proof"), one_line(carried.proof)),
        (word("sheet.address"), [link(address)] if web(address) else address),
    ]
    rows = [(label, value) for label, value in said if value]
    return [facts(rows)] if rows else []


def _steps(project: Project, carried: Carried, word: Wording) -> Block:
    rows = [
        row for action in project.actions for row in _action_steps(action, project, carried, word)
    ]
    head = [word(f"sheet.head.{key}") for key in ("step", "what", "done")]
    return table(head, rows, (5, 14, 3), word("sheet.steps"))


def _action_steps(
    action: Action, project: Project, carried: Carried, word: Wording
) -> list[list[Inline]]:
    alone = len(project.actions) == 1
    return [
        [
            part_title(part, number, word) if alone or number > 1 else
            [part_title(part, number, word), " · ", bold(action.title)],
            " · ".join(part.lines),
            f"☑ {word('sheet.yes')}" if part.id in carried.done else "☐",
        ]
        for number, part in enumerate(parts(action), 1)
    ]  # fmt: skip


def _costs(dossier: Dossier, project: Project, carried: Carried, word: Wording) -> list[Block]:
    language = dossier.language
    rows = [
        [word(f"sheet.cost.{key}"), range_words(estimate, language),
         price_words(known, language, word)]
        for key, estimate, known in (
            ("purchase", project.one_off, carried.purchase),
            ("yearly", project.yearly, carried.yearly),
            ("years", over_years(project), carried.over_years),
        )
    ]  # fmt: skip
    head = [word(f"sheet.head.{key}") for key in ("cost", "estimate", "ours")]
    bases = dict.fromkeys(action.cost.basis for action in project.actions)
    running = " ".join(action.running for action in project.actions)
    return [
        table(head, rows, (6, 7, 7), word("sheet.cost")),
        text([bold(f"{word('practice.running')} "), running], "small"),
        text(word("label.basis", basis=" ".join(bases)), "small"),
    ]


def _paying(dossier: Dossier, sheet: ProjectSheet, word: Wording) -> list[Block]:
    language, found = dossier.language, sheet.funding
    items: list[Inline] = [
        [
            bold(match.programme.name),
            f" – {word(f'verdict.{match.verdict}')}, {amount_words(match, language, word)}, "
            f"{last_day(match, language, word)}",
        ]
        for match in found.fitting[:_PROGRAMMES]
    ]
    networks = [dossier.library.networks[hit.id].name for hit in sheet.help.networks]
    return [
        heading(2, word("funding.heading")),
        bullets(items) if items else text(word("sheet.no_programme")),
        *([text([bold(word("help.call")), " ", ", ".join(networks)])] if networks else []),
    ]
