"""`jalon links`: whether the addresses of the catalogue and programmes still answer."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from catalogue.freshness import LINKS
from catalogue.library import read_cases, read_networks, read_resources
from content.languages import AUTHORS
from jalon.errors import BadInput, InternalFailure
from jalon.inputs import date_of
from jalon.links_check import Limits, NoNetwork, Walk
from jalon.links_report import as_data, as_kept, as_text
from jalon.output import write_file
from recommendations.programmes_library import read_programmes

DEFAULT = Limits()


def links(
    report: Annotated[Path | None, typer.Option(help="The report: .md or .json.")] = None,
    keep: Annotated[
        bool, typer.Option("--keep", help="Mark the cards of dead addresses from now on.")
    ] = False,
    most: Annotated[int, typer.Option(min=1, max=5000, help="Addresses.")] = DEFAULT.most,
    minutes: Annotated[float, typer.Option(min=0.1, max=600, help="In all.")] = 60,
    timeout: Annotated[
        float, typer.Option(min=0.1, max=60, help="Seconds a request.")
    ] = DEFAULT.timeout,
    delay: Annotated[
        float, typer.Option(min=0, max=60, help="Seconds between two requests to one host.")
    ] = DEFAULT.delay,
    contact: Annotated[str, typer.Option(help="Your address, said to each host asked.")] = "",
    on: Annotated[str | None, typer.Option(help="Date, year-month-day.")] = None,
) -> None:
    """Ask for each address once, politely; say which are dead, have moved, or cannot be told."""
    day = date_of(on)
    if report is not None and report.suffix.lower() not in (".md", ".json"):
        raise BadInput(f"--report: '{report.name}' has no known extension; use .md or .json")
    if not (contact.isascii() and contact.isprintable()):
        raise BadInput("--contact: write plain letters on one line, like an address")
    walk = Walk(Limits(most, 60 * minutes, timeout, delay), contact)
    known = addresses()
    try:
        data = as_data(walk.check(known), known, day)
    except NoNetwork:
        raise InternalFailure("there is no network: no address was checked") from None
    text = as_text(data)
    if report is not None:
        as_json = json.dumps(data, ensure_ascii=False, indent=2) + "\n"
        write_file("--report", report, text if report.suffix.lower() == ".md" else as_json)
    if keep:
        write_file("--keep", LINKS, as_kept(data))
    print(text, end="")


def addresses() -> dict[str, tuple[str, ...]]:
    """Each address once, with the ids of what rests on it; the retired left out."""
    found: dict[str, list[str]] = {}
    for name, url in _each():
        found.setdefault(url, []).append(name)
    return {url: tuple(names) for url, names in found.items()}


def _each() -> Iterator[tuple[str, str]]:
    for read in (read_resources, read_cases, read_networks):
        for entry in read(AUTHORS[0]):
            if not entry.retired:
                yield entry.id, entry.url
    for programme in read_programmes(AUTHORS[0]):
        if programme.tier != "archive":
            yield programme.id, programme.source.url
