"""What a report holds: a ready audience, or parts chosen one by one."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Annotated

import typer

from jalon.errors import BadInput
from reports.audiences import AUDIENCES, FIRST_PAGE, Parts, parts_for
from reports.outline import PARTS

FRONT = "front"
"""The first page: always there, and alone when it is the only part asked for."""

Audience = Annotated[
    str | None, typer.Option("--for", help=f"{', '.join(AUDIENCES)}; the full report by default.")
]
Part = Annotated[
    list[str] | None,
    typer.Option("--part", help=f"A part to have, or '{FRONT}' for the first page alone."),
]


def chosen_parts(audience: str | None, parts: list[str] | None) -> Parts | None:
    """The parts asked for, None when nothing was said. BadInput names the nearest valid value."""
    if parts and audience is not None:
        raise BadInput("--part: give --for or --part, not both")
    if parts:
        known = (FRONT, *PARTS)
        return tuple(_known("--part", one, known) for one in parts if one != FRONT) or FIRST_PAGE
    return None if audience is None else parts_for(_known("--for", audience, AUDIENCES))


def _known(option: str, given: str, known: Iterable[str]) -> str:
    names = list(known)
    if given in names:
        return given
    near = get_close_matches(given, names, 1, 0)[0]
    raise BadInput(f"{option}: '{given}' is not one; did you mean '{near}'? ({', '.join(names)})")
