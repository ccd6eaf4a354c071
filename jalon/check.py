"""`jalon check`: read every content file in every language and say all that is wrong."""

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

import typer

from catalogue.freshness import read_freshness, read_links
from catalogue.glossary import read_glossary
from catalogue.glossary_checks import check_glossary
from catalogue.library import read_cases, read_networks, read_resources
from content.errors import ContentError
from content.languages import AUTHORS, LANGUAGES, TRANSLATED
from content.translation_checks import alike, misfilled, untranslated, unused
from content.translations import translations_of
from jalon.content_checks import cross_checks
from jalon.content_files import said, sources
from jalon.programme_lines import programme_lines
from jalon.readability import counts, hard_texts, read_kinds
from network.open_data import read_dictionary
from network.pooling import read_assumptions
from questionnaires import CHECKLISTS, INSTRUMENTS, read, read_checklist
from questionnaires.readings import read_readings
from recommendations.guide import read_guide
from recommendations.job_sheets import read_job_sheets
from recommendations.library import read_actions, read_pathways
from recommendations.programmes_library import read_programmes
from recommendations.training import read_training
from recommendations.words import read_words
from reports.library import load_library
from ui.accessibility import check_statement, read_statement

READERS: dict[str, Callable[[str], Any]] = {
    "questions": lambda language: [q for i in INSTRUMENTS for q in read(i, language).questions()],
    "deep dives": lambda language: [d for i in INSTRUMENTS for d in read(i, language).deep_dives],
    "readings": read_readings,
    "checklists": lambda lang: [q for i in CHECKLISTS for q in read_checklist(i, lang).questions()],
    "actions": read_actions,
    "job sheets": read_job_sheets,
    "pathways": read_pathways,
    "kinds of purchase": lambda language: read_guide(language).kinds,
    "programmes": read_programmes,
    "resources": read_resources,
    "cases": read_cases,
    "networks": read_networks,
    "team training": read_training,
    "pooling": lambda language: read_assumptions(language).bases,
    "open data": lambda language: read_dictionary(language).columns,
    "freshness": lambda _language: read_freshness().quick_topics,
    "dead links": lambda _language: read_links().gone,
    "words explained": lambda language: read_glossary(language).words,
    "accessibility": lambda language: read_statement(language).gaps,
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
        counts = ", ".join(f"{language} {len(reader(language))}" for language in LANGUAGES)
        print(f"{kind:16} {counts}")
    for line in programme_lines(read_programmes(AUTHORS[1]), dt.date.today()):
        print(line)
    _hard()
    for language in TRANSLATED:
        _alike(language)
    print("content is right")


def _hard() -> None:
    """Says how many texts are harder to read than they should, where that does not fail."""
    for kind, count in counts(hard_texts(sources(), read_kinds())).items():
        print(f"reading: {count} {kind} text(s) over the limit (jalon/readability.yaml)")


def _alike(language: str) -> None:
    """Lists the texts that read like their source: names most often, or left untranslated."""
    found = alike(translations_of(language))
    print(f"{language}: {len(found)} text(s) more than 80 % alike with the French or the English")
    for line in found:
        print(f"  {line}")


def _problems() -> Iterator[str]:
    broken = False
    for language in LANGUAGES:
        for reader in READERS.values():
            try:
                reader(language)
            except ContentError as error:
                broken = True
                yield from map(str, error.problems)
    if not broken:
        # Links between files can only be followed once every file is readable.
        yield from cross_checks(load_library(AUTHORS[0]))
        yield from check_glossary(said())
        yield from check_statement(read_statement(AUTHORS[0]), dt.date.today())
        hard = hard_texts(sources(), read_kinds())
        yield from (str(one.problem) for one in hard if one.kind.over == "refused")
    for language in TRANSLATED:
        yield from _translation(language)


def _translation(language: str) -> Iterator[str]:
    try:
        known = translations_of(language)
    except ContentError as error:
        yield from map(str, error.problems)
        return
    yield from map(str, untranslated(sources(), known))
    yield from map(str, unused(sources(), known))
    yield from map(str, misfilled(known))
