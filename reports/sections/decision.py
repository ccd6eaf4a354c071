"""Half a page a board can sign: what is decided, who carries it, hours, euros, review."""

from decimal import Decimal

from assessment.dates import months_later
from content.wording import Wording
from recommendations.action import CostRange
from recommendations.projects import Project
from reports import formats
from reports.blocks import Block, facts, heading, text
from reports.dossier import Dossier
from reports.naming import in_view, organisation, project_title
from reports.words import words

REVIEW_AFTER_MONTHS = 6


def decision(dossier: Dossier) -> list[Block]:
    """The draft decision on the projects of the first page."""
    word, language = words(dossier.language), dossier.language
    projects = [step.project for step in in_view(dossier, 2)]
    review = formats.day(months_later(dossier.on, REVIEW_AFTER_MONTHS), language)
    rows: list[tuple[str, str | None]] = [
        (word("decision.organisation"), organisation(dossier, word)),
        (word("decision.decided"), _decided(dossier, projects, word)),
        (word("decision.carrier"), None),
        (word("decision.stand_in"), None),
        (word("decision.hours"), _hours(dossier, projects, word)),
        (word("decision.money"), _money(projects, language, word)),
        (word("decision.review"), review),
        (word("decision.date"), None),
        (word("decision.signature"), None),
    ]
    return [
        heading(1, word("decision.heading"), new_page=True),
        text(word("decision.intro")),
        facts([(label, value) for label, value in rows], lines=True),
    ]


def _decided(dossier: Dossier, projects: list[Project], word: Wording) -> str:
    names = [word("quoted", text=project_title(p, word)) for p in projects]
    if not names:
        names = [word("quoted", text=dossier.first_action.title)]
    return word("decision.sentence", projects=f" {word('and')} ".join(names))


def _hours(dossier: Dossier, projects: list[Project], word: Wording) -> str:
    hours = sum(p.hours for p in projects) or dossier.first_action.hours
    per_month = formats.number(dossier.roadmap.means.hours_per_month, dossier.language, 1)
    return word("decision.hours_value", hours=hours, per_month=per_month)


def _money(projects: list[Project], language: str, word: Wording) -> str:
    once = _total([p.one_off for p in projects])
    yearly = _total([p.yearly for p in projects])
    return word(
        "decision.money_value",
        once=formats.money_range(once.min, once.max, "EUR", language),
        yearly=formats.money_range(yearly.min, yearly.max, "EUR", language),
    )


def _total(ranges: list[CostRange]) -> CostRange:
    zero = Decimal(0)
    return CostRange(min=sum((r.min for r in ranges), zero), max=sum((r.max for r in ranges), zero))
