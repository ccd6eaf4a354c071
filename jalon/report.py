"""`jalon report`: the report of an answer file, in the format its extension names."""

from pathlib import Path
from typing import Annotated

import typer

from jalon.checklists import estimate_of, is_checklist, no_q7
from jalon.errors import BadInput
from jalon.inputs import answer_file_of, date_of, language_of
from jalon.output import write_file
from jalon.parts import Audience, Part, chosen_parts
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
from jalon.telling import tell
from recommendations.planning.solve import Effort
from reports.build import build_dossier
from reports.dma import Estimate
from reports.library import load_library


def report(
    file: Annotated[Path, typer.Argument(help="An answer file (JSON).")],
    output: Annotated[Path, typer.Option("-o", "--output", help=".pdf .docx .xlsx .json .ics")],
    audience: Audience = None,
    part: Part = None,
    profile: ProfileFile = None,
    hours_per_month: Hours = None,
    own_money: OwnMoney = None,
    months: Months = None,
    max_active: MaxActive = None,
    pin: Pin = None,
    refuse: Refuse = None,
    q7: Annotated[
        str | None, typer.Option("--q7", help="dma-sme: how to count the negative item.")
    ] = None,
    on: Annotated[str | None, typer.Option(help="Date, year-month-day.")] = None,
    language: Annotated[str, typer.Option()] = "fr",
) -> None:
    """Write the report."""
    from reports.export import FORMATS, comes_in_parts, export

    extension = output.suffix.lower().removeprefix(".")
    if extension not in FORMATS:
        raise BadInput(f"-o: '{output.name}' has no known extension; use .{', .'.join(FORMATS)}")
    code, day = language_of(language), date_of(on)
    parts = chosen_parts(audience, part)
    answers = answer_file_of(file)
    options = PlanOptions(hours_per_month, own_money, months, max_active, pin, refuse)
    if is_checklist(answers.instrument):
        if options.given or profile is not None:
            raise BadInput(f"'{answers.instrument}' has no plan; leave out the plan's options")
        if parts is not None:
            raise BadInput(f"'{answers.instrument}' comes whole; leave out --for and --part")
        _write_estimate(output, extension, estimate_of(answers, file, code, day, q7))
        return
    no_q7(q7, answers.instrument)
    library = load_library(code)
    sheet = planned_sheet(file, profile, options, library, day)
    write_file("-o", output, export(build_dossier(library, sheet, day, Effort()), extension, parts))
    if parts is not None and not comes_in_parts(extension):
        tell(f"{output}: a .{extension} comes whole, whoever it is for")


def _write_estimate(output: Path, extension: str, estimate: Estimate) -> None:
    from reports.dma_files import DMA_FORMATS

    if extension not in DMA_FORMATS:
        offered = " or ".join(f".{one}" for one in DMA_FORMATS)
        raise BadInput(f"-o: '{estimate.checklist.id}' gives no .{extension}; use {offered}")
    write_file("-o", output, DMA_FORMATS[extension](estimate))
