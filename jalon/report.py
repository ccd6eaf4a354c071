"""`jalon report`: the report of an answer file, in the format its extension names."""

from dataclasses import replace
from decimal import Decimal
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated

import typer

from jalon.checklists import estimate_of, is_checklist, no_q7
from jalon.errors import BadInput
from jalon.inputs import answer_file_of, date_of, language_of, sheet_of
from recommendations.plan_data import PlanData
from recommendations.queue import Wishes
from reports.build import build_dossier
from reports.dma import Estimate
from reports.library import load_library


def report(
    file: Annotated[Path, typer.Argument(help="An answer file (JSON).")],
    output: Annotated[Path, typer.Option("-o", "--output", help=".pdf .docx .xlsx .json .ics")],
    profile: Annotated[Path | None, typer.Option(help="Wins over the file's profile.")] = None,
    hours_per_month: Annotated[float | None, typer.Option(min=0)] = None,
    own_money: Annotated[float | None, typer.Option(min=0, help="Euros per 12 months.")] = None,
    months: Annotated[int | None, typer.Option(min=1, max=60)] = None,
    max_active: Annotated[int | None, typer.Option(min=1, max=10)] = None,
    pin: Annotated[list[str] | None, typer.Option()] = None,
    refuse: Annotated[list[str] | None, typer.Option()] = None,
    q7: Annotated[
        str | None, typer.Option("--q7", help="dma-sme: how to count the negative item.")
    ] = None,
    on: Annotated[str | None, typer.Option(help="Date, year-month-day.")] = None,
    language: Annotated[str, typer.Option()] = "fr",
) -> None:
    """Write the report."""
    from reports.export import FORMATS, export

    extension = output.suffix.lower().removeprefix(".")
    if extension not in FORMATS:
        raise BadInput(f"-o: '{output.name}' has no known extension; use .{', .'.join(FORMATS)}")
    code, day = language_of(language), date_of(on)
    answers = answer_file_of(file)
    if is_checklist(answers.instrument):
        plan = (profile, hours_per_month, own_money, months, max_active, pin, refuse)
        if any(option is not None for option in plan):
            raise BadInput(f"'{answers.instrument}' has no plan; leave out the plan's options")
        _write_estimate(output, extension, estimate_of(answers, file, code, day, q7))
        return
    no_q7(q7, answers.instrument)
    library = load_library(code)
    sheet = sheet_of(file, profile, code, day)
    options = PlanData(
        hours_per_month=_decimal(hours_per_month),
        own_money=_decimal(own_money),
        months=months,
        max_active=max_active,
    )
    known = [action.id for action in library.actions]
    wishes = Wishes(
        pinned=(*sheet.wishes.pinned, *(_known("--pin", one, known) for one in pin or ())),
        refused=sheet.wishes.refused | {_known("--refuse", one, known) for one in refuse or ()},
    )
    sheet = replace(sheet, means=options.means(sheet.means), wishes=wishes)
    _write(output, export(build_dossier(library, sheet, day), extension))


def _write_estimate(output: Path, extension: str, estimate: Estimate) -> None:
    from reports.dma_files import DMA_FORMATS

    if extension not in DMA_FORMATS:
        offered = " or ".join(f".{one}" for one in DMA_FORMATS)
        raise BadInput(f"-o: '{estimate.checklist.id}' gives no .{extension}; use {offered}")
    _write(output, DMA_FORMATS[extension](estimate))


def _decimal(given: float | None) -> Decimal | None:
    return None if given is None else Decimal(str(given))


def _known(option: str, given: str, known: list[str]) -> str:
    if given in known:
        return given
    raise BadInput(
        f"{option}: '{given}' is not an action; did you mean "
        f"'{get_close_matches(given, known, 1, 0)[0]}'?"
    )


def _write(output: Path, content: bytes) -> None:
    try:
        output.write_bytes(content)
    except OSError as error:
        raise BadInput(f"-o: {output}: {error.strerror or error}; choose another path") from None
