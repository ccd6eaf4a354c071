"""`jalon paper`: the questionnaire to fill away from the screen."""

from pathlib import Path
from typing import Annotated

import typer

from jalon.errors import BadInput
from jalon.inputs import date_of, form_of, kind_of, language_of
from jalon.output import write_file
from ui.paper_lists import paper as paper_of


def paper(
    output: Annotated[Path, typer.Option("-o", "--output", help=".pdf, or .xlsx for xlsx.")],
    form: Annotated[str, typer.Option(help="core or flash.")] = "core",
    kind: Annotated[str, typer.Option(help="pdf (to print), form (to fill) or xlsx.")] = "pdf",
    site: Annotated[str, typer.Option(help="The address it comes back to, printed on it.")] = "",
    on: Annotated[str | None, typer.Option(help="Date, year-month-day.")] = None,
    language: Annotated[str, typer.Option()] = "fr",
) -> None:
    """Write the questionnaire to print, or to fill in without network."""
    from reports.paper.kinds import KINDS

    made = KINDS[kind_of(kind, tuple(KINDS))]
    if output.suffix.lower() != f".{made.extension}":
        raise BadInput(f"-o: '{output.name}' is no .{made.extension}; --kind {kind} writes one")
    if site and not site.startswith(("http://", "https://")):
        raise BadInput(f"--site: '{site}' is not an address; write it with https://")
    one = paper_of(form_of(form), language_of(language), date_of(on), site)
    write_file("-o", output, made.make(one))
