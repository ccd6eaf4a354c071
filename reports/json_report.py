"""The report as JSON: ids and figures for other programs, with the answer file inside."""

import json
from decimal import Decimal
from typing import Any

from assessment.as_json import card_as_json
from recommendations.action import CostRange
from recommendations.amounts import Money
from recommendations.eligibility import Match
from recommendations.roadmap import Step
from reports.answer_file import answer_file
from reports.audiences import Parts
from reports.dossier import Dossier
from reports.plain import plain_tree

_KEYS = {
    "score": {"result"},
    "floor": {"result"},
    "roadmap": {"overview", "roadmap", "projects", "programmes"},
    "find_out": {"find_out"},
    "answer_file": {"answers"},
}
"""Keys that stand in the file only when one of these parts is chosen."""


def json_report(dossier: Dossier, parts: Parts | None = None) -> bytes:
    """UTF-8 JSON; `score` is in the shape of the contract. The same dossier, the same bytes.

    `parts` are those of reports/outline.py; None for everything.
    """
    content = plain_tree(as_data(dossier))
    if parts is not None:
        left_out = {key for key, needs in _KEYS.items() if needs.isdisjoint(parts)}
        content = {key: value for key, value in content.items() if key not in left_out}
    return (json.dumps(content, ensure_ascii=False, indent=2, allow_nan=False) + "\n").encode()


def as_data(dossier: Dossier) -> dict[str, Any]:
    """The content of the JSON report as plain data."""
    pathway = dossier.chosen.pathway
    return {
        "instrument": dossier.card.instrument,
        "version": dossier.card.version,
        "date": dossier.on.isoformat(),
        "language": dossier.language,
        "score": card_as_json(dossier.card),
        "floor": {
            "present": list(dossier.floor.present),
            "missing": list(dossier.floor.missing),
            "unknown": list(dossier.floor.unknown),
        },
        "pathway": {"id": pathway.id, "title": pathway.title, "because": dossier.chosen.because},
        "first_action": {
            "id": dossier.first_action.id,
            "title": dossier.first_action.title,
            "first_step": dossier.first_action.first_step.text,
        },
        "contact": dossier.contact.id if dossier.contact else None,
        "roadmap": {
            "steps": [_step(dossier, step) for step in dossier.roadmap.steps],
            "left_out": [
                {
                    "project": left.project.id,
                    "why": left.reason,
                    "by": left.by.id if left.by else None,
                }
                for left in dossier.roadmap.left_out
            ],
        },
        "find_out": [item.question.id for item in dossier.find_out],
        "answer_file": answer_file(dossier.sheet, dossier.library.questionnaire),
    }


def _step(dossier: Dossier, step: Step) -> dict[str, Any]:
    project = step.project
    sheet = next(s for s in dossier.projects if s.step is step)
    return {
        "project": project.id,
        "actions": [action.id for action in project.actions],
        "start": step.start.isoformat(),
        "end": step.end.isoformat(),
        "active": step.active,
        "why": step.reason,
        "hours": project.hours,
        "one_off": _money(project.one_off),
        "yearly": _money(project.yearly),
        "cost": _money(step.cost),
        "aid": _money(step.aid),
        "own": _money(step.own),
        "programme": _match(step.payment.match) if step.payment else None,
        "funding": {
            "fitting": [_match(m) for m in sheet.funding.fitting],
            "behind_gate": [_match(m) for m in sheet.funding.behind_gate],
            "in_kind": [_match(m) for m in sheet.funding.in_kind],
            "loans": [_match(m) for m in sheet.funding.loans],
        },
        "resources": [found.id for found in sheet.help.resources],
        "case": sheet.help.case.id if sheet.help.case else None,
        "networks": [found.id for found in sheet.help.networks],
    }


def _match(match: Match) -> dict[str, Any]:
    return {
        "id": match.programme.id,
        "verdict": match.verdict,
        "availability": match.availability,
    }


def _money(band: CostRange | Money) -> dict[str, Any]:
    """A bound that was not seen is null."""
    return {"min": _number(band.min), "max": _number(band.max), "currency": "EUR"}


def _number(amount: Decimal | None) -> float | None:
    return None if amount is None else float(amount)
