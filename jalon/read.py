"""`jalon read`: a filled paper, form, workbook or CSV as an answer file."""

from pathlib import Path
from typing import Annotated

import typer

from jalon.errors import BadInput
from jalon.inputs import bytes_of, date_of, language_of
from jalon.output import print_json
from jalon.telling import tell
from ui.paper_lists import desk


def read(
    file: Annotated[Path, typer.Argument(help="A filled .pdf, .xlsx or .csv.")],
    on: Annotated[str | None, typer.Option(help="Date, year-month-day.")] = None,
    language: Annotated[str, typer.Option(help="The language problems are told in.")] = "fr",
) -> int:
    """Print the answer file; each cell that is not right goes to standard error."""
    from reports.paper.found import UnreadableFile
    from reports.paper.reading import MOST_BYTES, read_back

    day = date_of(on)
    content = bytes_of(file, MOST_BYTES)
    try:
        found = read_back(content, desk(language_of(language), day))
    except UnreadableFile as error:
        raise BadInput(f"{file}: {error}") from None
    for note in found.notes:
        tell(f"{file}: {note}")
    for problem in found.problems:
        tell(f"{file}:{problem.place}: {problem.text}")
    print_json({**found.answer_file(), "date": day.isoformat()})
    return 1 if found.problems else 0
