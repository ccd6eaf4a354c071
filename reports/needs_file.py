"""The statement of needs for suppliers: one or two pages, with tables they fill in."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from content.wording import Wording
from recommendations.carried import YEARS, Carried
from recommendations.guide import OTHER, Guide, Kind
from recommendations.projects import Project
from recommendations.specification import Place, Specification
from reports import formats
from reports.blocks import Block, Inline, bold, bullets, facts, heading, table, text
from reports.dossier import Dossier
from reports.naming import project_title
from reports.outline import framed
from reports.plain import one_line
from reports.project_file import users_words
from reports.words import words

_LINES_TO_FILL = 3
_WHO = ("supplier", "person", "reach", "like_us")


def needs_file(
    dossier: Dossier, project: Project, carried: Carried, guide: Guide, kind: Kind
) -> dict[str, Any]:
    """The document suppliers get. What is left empty is not told them."""
    word, asked = words(dossier.language), carried.specification
    title = project_title(project, word) if kind.id == OTHER else kind.title
    blocks = [
        text(word("needs.intro"), "lead"),
        heading(1, word("needs.need")),
        text([bold(one_line(asked.need) or word("needs.to_write"))]),
        facts(_about(dossier, carried)),
        *_asked(asked, guide, "must", word),
        *_asked(asked, guide, "constraint", word),
        *_asked(asked, guide, "later", word),
        *_prices(word),
        *_compared(asked, guide, word),
        heading(2, word("needs.supplier")),
        facts([(word(f"needs.supplier.{key}"), None) for key in _WHO], lines=True),
    ]
    return framed(dossier, word("needs.title", title=title), word("needs.kind"), blocks)


def budget_words(asked: Specification, language: str) -> str | None:
    """'de 500 à 2 000 €'; None where no amount was said."""
    if asked.budget_min is None and asked.budget_max is None:
        return None
    return formats.money_range(asked.budget_min, asked.budget_max, "EUR", language)


def _about(dossier: Dossier, carried: Carried) -> list[tuple[str, Inline | None]]:
    word, asked, language = words(dossier.language), carried.specification, dossier.language
    said = {
        "existing": asked.existing.strip(),
        "users": users_words(carried, word),
        "budget": budget_words(asked, language),
        "answer_by": _day(asked.answer_by, language),
        "needed_by": formats.month(asked.needed_by, language) if asked.needed_by else None,
        "contact": one_line(carried.carrier),
    }
    return [(word(f"needs.{key}"), value) for key, value in said.items() if value]


def _day(day: dt.date | None, language: str) -> str | None:
    return formats.day(day, language) if day else None


def _asked(asked: Specification, guide: Guide, place: Place, word: Wording) -> list[Block]:
    """One list as a table to fill; the must-haves always have one, to write on if need be."""
    lines: list[str] = [guide.told(line) for line in asked.at(place)]
    if not lines and place != "must":
        return []
    head = [word(f"needs.head.{key}") for key in ("what", "yes", "how")]
    title = word(f"needs.{place}")
    rows = _numbered(lines or [""] * _LINES_TO_FILL)
    return [
        heading(2, title),
        text(word(f"needs.{place}_text"), "small"),
        table(head, rows, (12, 4, 7), title),
    ]


def _numbered(lines: Iterable[str]) -> list[list[Inline]]:
    return [[f"{number}. {line}", "", ""] for number, line in enumerate(lines, 1)]


def _prices(word: Wording) -> list[Block]:
    names: list[Inline] = [
        *(word(f"needs.price.{key}") for key in ("start", "data", "training")),
        *(word("needs.price.year", number=number) for number in range(1, YEARS + 1)),
        [bold(word("needs.price.total"))],
        word("needs.price.exit"),
    ]
    rows: list[list[Inline]] = [[name, "", ""] for name in names]
    head = [word(f"needs.head.{key}") for key in ("price", "amount", "included")]
    title = word("needs.prices")
    return [
        heading(2, title),
        text(word("needs.prices_text"), "small"),
        table(head, rows, (11, 4, 8), title),
    ]


def _compared(asked: Specification, guide: Guide, word: Wording) -> list[Block]:
    criteria: list[Inline] = [guide.told(line) for line in asked.at("criterion")]
    if not criteria:
        return []
    return [
        heading(2, word("needs.criterion")),
        text(word("needs.criterion_text"), "small"),
        bullets(criteria, ordered=True),
    ]
