"""`jalon check`: read every content file in every language and say all that is wrong."""

from collections.abc import Callable, Iterator
from typing import Any

import typer

from catalogue.library import read_cases, read_networks, read_resources
from content.errors import ContentError
from content.languages import AUTHORS
from jalon.content_checks import cross_checks
from questionnaires import CHECKLISTS, INSTRUMENTS, read, read_checklist
from recommendations.library import read_actions, read_pathways
from recommendations.programmes_library import read_programmes
from recommendations.words import read_words
from reports.library import load_library

READERS: dict[str, Callable[[str], Any]] = {
    "questions": lambda language: [q for i in INSTRUMENTS for q in read(i, language).questions()],
    "checklists": lambda lang: [q for i in CHECKLISTS for q in read_checklist(i, lang).questions()],
    "actions": read_actions,
    "pathways": read_pathways,
    "programmes": read_programmes,
    "resources": read_resources,
    "cases": read_cases,
    "networks": read_networks,
    "field questions": lambda language: read_words(language).questions,
}


def check() -> None:
    """Check every content file; exit 1 when anything is wrong."""
    problems = list(dict.fromkeys(_problems()))
    for problem in problems:
        print(problem, end="\n\n")
    if problems:
        print(f"{len(problems)} problem(s)")
        raise typer.Exit(1)
    for kind, reader in READERS.items():
        counts = ", ".join(f"{language} {len(reader(language))}" for language in AUTHORS)
        print(f"{kind:16} {counts}")
    print("content is right")


def _problems() -> Iterator[str]:
    broken = False
    for language in AUTHORS:
        for reader in READERS.values():
            try:
                reader(language)
            except ContentError as error:
                broken = True
                yield from map(str, error.problems)
    if not broken:
        # Links between files can only be followed once every file is readable.
        yield from cross_checks(load_library(AUTHORS[0]))
