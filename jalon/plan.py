"""`jalon plan`: the best plan found under the enterprise's hours and money, and who may pay."""

from pathlib import Path
from typing import Annotated, Any

import typer

from content.wording import Wording
from jalon.checklists import is_checklist
from jalon.errors import BadInput
from jalon.inputs import answer_file_of, date_of, language_of
from jalon.output import money, print_json
from jalon.plan_options import (
    Hours,
    MaxActive,
    Months,
    OwnMoney,
    Pin,
    PlanOptions,
    ProfileFile,
    Refuse,
    planned_sheet,
)
from recommendations.planning.solve import Effort
from recommendations.roadmap import Step
from reports.build import build_dossier
from reports.dossier import Dossier
from reports.library import load_library
from reports.sections.roadmap import unlocks, what_gives, why_not, why_now
from reports.words import words


def plan(
    file: Annotated[Path, typer.Argument(help="An answer file (JSON).")],
    profile: ProfileFile = None,
    hours_per_month: Hours = None,
    own_money: OwnMoney = None,
    months: Months = None,
    max_active: MaxActive = None,
    pin: Pin = None,
    refuse: Refuse = None,
    on: Annotated[str | None, typer.Option(help="Date, year-month-day.")] = None,
    language: Annotated[str, typer.Option()] = "fr",
) -> None:
    """Print the plan."""
    code, day = language_of(language), date_of(on)
    instrument = answer_file_of(file).instrument
    if is_checklist(instrument):
        raise BadInput(f"{file}: '{instrument}' has no plan; give answers to digital-maturity")
    library = load_library(code)
    options = PlanOptions(hours_per_month, own_money, months, max_active, pin, refuse)
    sheet = planned_sheet(file, profile, options, library, day)
    print_json(plan_as_json(build_dossier(library, sheet, day, Effort())))


def plan_as_json(dossier: Dossier) -> dict[str, Any]:
    """The plan in the shape of the contract."""
    word, roadmap = words(dossier.language), dossier.roadmap
    totals = roadmap.totals
    return {
        "status": roadmap.status,
        "gap": roadmap.gap,
        "steps": [_step(dossier, step, word) for step in roadmap.steps],
        "left_out": [
            {
                "action": left.project.id,
                "why": why_not(left, dossier.language, word).removeprefix("– "),
            }
            for left in roadmap.left_out
        ],
        "totals": {
            "hours": totals.hours,
            "cost": money(totals.cost),
            "aid": money(totals.aid),
            "own": money(totals.own),
        },
        "relax": [what_gives(relax, dossier.language, word) for relax in roadmap.relax],
    }


def _step(dossier: Dossier, step: Step, word: Wording) -> dict[str, Any]:
    paid = [step.payment] if step.payment else []
    return {
        "action": step.project.id,
        "actions": [action.id for action in step.project.actions],
        "start": step.start.isoformat(),
        "end": step.end.isoformat(),
        "hours": step.project.hours,
        "cost": money(step.cost),
        "aid": money(step.aid),
        "own": money(step.own),
        "programmes": [{"id": p.match.programme.id, "aid": money(p.aid)} for p in paid],
        "why": why_now(dossier, step, word),
        "unlocks": list(unlocks(dossier, step, word)),
    }
