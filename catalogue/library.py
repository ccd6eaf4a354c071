"""Reading resources, cases and networks, and checking them together."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from catalogue.freshness import read_freshness
from catalogue.model import Case, CaseFile, Network, NetworkFile, Resource, ResourceFile
from catalogue.thesaurus import read_thesaurus
from content.errors import Problem
from content.loader import load_all, load_good

HERE = Path(__file__).parent
Item = Resource | Case | Network


@cache
def read_resources(language: str) -> tuple[Resource, ...]:
    """Every resource in this language; ContentError holds the problems of all files."""
    files = load_all(_files("resources"), ResourceFile, language)
    return tuple(resource for file in files for resource in file.resources)


@cache
def read_cases(language: str) -> tuple[Case, ...]:
    """Every real case in this language; ContentError holds the problems of all files."""
    files = load_all(_files("cases"), CaseFile, language)
    return tuple(case for file in files for case in file.cases)


@cache
def read_networks(language: str) -> tuple[Network, ...]:
    """Every network in this language; ContentError holds the problems of all files."""
    files = load_all(_files("networks"), NetworkFile, language)
    return tuple(network for file in files for network in file.networks)


@dataclass(frozen=True)
class Shelves:
    """What can be read of the catalogue, and the problems of the files left out."""

    resources: tuple[Resource, ...]
    cases: tuple[Case, ...]
    networks: tuple[Network, ...]
    problems: tuple[Problem, ...]


@cache
def read_good(language: str) -> Shelves:
    """The catalogue in this language without its broken files: in production they stop nobody."""
    resources, of_resources = load_good(_files("resources"), ResourceFile, language)
    cases, of_cases = load_good(_files("cases"), CaseFile, language)
    networks, of_networks = load_good(_files("networks"), NetworkFile, language)
    return Shelves(
        tuple(one for file in resources for one in file.resources),
        tuple(one for file in cases for one in file.cases),
        tuple(one for file in networks for one in file.networks),
        (*of_resources, *of_cases, *of_networks),
    )


def check_catalogue(
    language: str, known_place: Callable[[str], bool] | None = None
) -> tuple[str, ...]:
    """What no single file can show: ids used twice, unknown places, topics without a label.

    `known_place` tells whether a territory code exists; without it places are not checked.
    Raises ContentError when a file cannot be read.
    """
    items: tuple[Item, ...] = (
        *read_resources(language),
        *read_cases(language),
        *read_networks(language),
    )
    topics = frozenset(read_thesaurus(language).topics)
    return (*find_clashes(items, known_place, topics), *_unknown_quick_topics(topics))


def find_clashes(
    items: tuple[Item, ...],
    known_place: Callable[[str], bool] | None,
    known_topics: frozenset[str],
) -> Iterator[str]:
    """One sentence per id used twice, unknown place or unknown topic."""
    for name, times in Counter(item.id for item in items).items():
        if times > 1:
            yield f"catalogue: the id '{name}' is used {times} times: ids are unique in catalogue/"
    for item in items:
        for place in item.territories:
            if known_place is not None and not known_place(place):
                yield f"catalogue: '{item.id}' names the unknown place '{place}'"
        for topic in item.topics:
            if topic not in known_topics:
                yield f"catalogue: '{item.id}' names the unknown topic '{topic}'"


def _unknown_quick_topics(known_topics: frozenset[str]) -> Iterator[str]:
    for topic in read_freshness().quick_topics:
        if topic not in known_topics:
            yield f"catalogue/freshness.yaml: 'quick_topics' names the unknown topic '{topic}'"


def _files(folder: str) -> list[Path]:
    return sorted((HERE / folder).glob("*.yaml"))
