"""The plan's options, the same for `plan` and `report`: they win over the file's own plan."""

import datetime as dt
from dataclasses import dataclass, replace
from decimal import Decimal
from difflib import get_close_matches
from math import isfinite
from pathlib import Path
from typing import Annotated

import typer

from jalon.errors import BadInput
from jalon.sheets import sheet_of
from recommendations.plan_data import PlanData
from recommendations.wishes import Wishes
from reports.dossier import Sheet
from reports.library import Library

ProfileFile = Annotated[Path | None, typer.Option("--profile", help="Wins over the file's own.")]
Hours = Annotated[float | None, typer.Option("--hours-per-month", min=0)]
OwnMoney = Annotated[float | None, typer.Option("--own-money", min=0, help="Euros per 12 months.")]
Months = Annotated[int | None, typer.Option("--months", min=1, max=60)]
MaxActive = Annotated[int | None, typer.Option("--max-active", min=1, max=10)]
Pin = Annotated[list[str] | None, typer.Option("--pin", help="An action to have.")]
Refuse = Annotated[list[str] | None, typer.Option("--refuse", help="An action to leave out.")]


@dataclass(frozen=True)
class PlanOptions:
    """What was said on the command line; None: nothing."""

    hours_per_month: float | None = None
    own_money: float | None = None
    months: int | None = None
    max_active: int | None = None
    pin: list[str] | None = None
    refuse: list[str] | None = None

    @property
    def given(self) -> bool:
        """Whether any was said."""
        return any(value is not None for value in vars(self).values())


def planned_sheet(
    file: Path, profile: Path | None, options: PlanOptions, library: Library, on: dt.date
) -> Sheet:
    """The sheet of an answer file under these options; BadInput names what is not known."""
    sheet = sheet_of(file, profile, library.language, on)
    said = PlanData(
        hours_per_month=_decimal("--hours-per-month", options.hours_per_month),
        own_money=_decimal("--own-money", options.own_money),
        months=options.months,
        max_active=options.max_active,
    )
    known = [action.id for action in library.actions]
    kept = sheet.wishes
    for key, ids in (("pin", kept.pinned), ("refuse", kept.refused), ("postpone", kept.postponed)):
        for one in sorted(ids):
            _known(f"{file}: plan.{key}", one, known)
    wishes = Wishes(
        pinned=(*sheet.wishes.pinned, *(_known("--pin", i, known) for i in options.pin or ())),
        refused=sheet.wishes.refused
        | {_known("--refuse", one, known) for one in options.refuse or ()},
        postponed=sheet.wishes.postponed,
    )
    return replace(sheet, means=said.means(sheet.means), wishes=wishes)


def _decimal(option: str, given: float | None) -> Decimal | None:
    if given is None:
        return None
    if not isfinite(given):
        raise BadInput(f"{option}: '{given}' is not a number of hours or euros; write one, like 6")
    return Decimal(str(given))


def _known(option: str, given: str, known: list[str]) -> str:
    if given in known:
        return given
    near = get_close_matches(given, known, 1, 0)[0]
    raise BadInput(f"{option}: '{given}' is not an action; did you mean '{near}'?")
