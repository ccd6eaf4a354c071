"""`jalon voices`: what readers gave back, as a report, a patch, and marks."""

import json
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy import Engine

from jalon.errors import BadInput, InternalFailure
from jalon.inputs import date_of
from jalon.output import write_file
from jalon.voices_report import as_markdown
from storage import voices as stored
from storage.voices import Status, UnknownVoice, Voice
from ui.readers_said.data import as_data
from ui.readers_said.names import names
from ui.readers_said.patch import patch_of

_LANGUAGE = "en"


def voices(
    patch_to: Annotated[
        Path | None, typer.Option("--patch", help="Suggestions, for 'git apply'.")
    ] = None,
    report: Annotated[Path | None, typer.Option(help="The report: .md or .json.")] = None,
    answered: Annotated[
        list[str] | None, typer.Option(help="Id of a voice, or of what voices are about.")
    ] = None,
    declined: Annotated[list[str] | None, typer.Option(help="The same, turned down.")] = None,
    on: Annotated[str | None, typer.Option(help="Date, year-month-day.")] = None,
) -> None:
    """Say what readers gave back and nobody has answered yet."""
    from storage.errors import StorageUnavailable

    day = date_of(on)
    if report is not None and report.suffix.lower() not in (".md", ".json"):
        raise BadInput(f"--report: '{report.name}' has no known extension; use .md or .json")
    try:
        engine = _engine()
        _mark(engine, answered or (), "answered")
        _mark(engine, declined or (), "declined")
        waiting = stored.listed(engine, "open")
    except StorageUnavailable as error:
        raise InternalFailure(error) from None
    data = as_data(waiting, day, names(_LANGUAGE))
    text = as_markdown(data)
    if report is not None:
        as_json = json.dumps(data, ensure_ascii=False, indent=2) + "\n"
        write_file("--report", report, text if report.suffix.lower() == ".md" else as_json)
    if patch_to is not None:
        write_file("--patch", patch_to, patch_of(waiting))
    print(text, end="")


def _engine() -> Engine:
    from storage.engine import open_engine
    from storage.migrate import migrate

    engine = open_engine()
    migrate(engine)
    return engine


def _mark(engine: Engine, wanted: Sequence[str], status: Status) -> None:
    """Marks open voices by their own id, or all those about a question or an entry."""
    waiting = stored.listed(engine, "open") if wanted else ()
    ids = [one.id for name in wanted for one in _meant(name, waiting, status)]
    try:
        stored.mark(engine, ids, status)
    except UnknownVoice as error:
        raise BadInput(f"--{status}: '{error}' is gone; list the voices again") from None


def _meant(name: str, waiting: Sequence[Voice], status: Status) -> list[Voice]:
    found = [one for one in waiting if name in (one.id, one.about)]
    if not found:
        known = [one.id for one in waiting] + [one.about for one in waiting if one.about]
        near = get_close_matches(name, known, 1, 0)
        hint = f"did you mean '{near[0]}'?" if near else "nothing is waiting for an answer"
        raise BadInput(f"--{status}: '{name}' is no open voice; {hint}")
    return found
