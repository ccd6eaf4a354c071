"""What search and suggestions work on: plain records, whatever they were read from."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeVar

from catalogue.model import Case, Network, Resource

Kind = Literal["resource", "case", "network", "programme"]
Note = Literal["rules-differ", "generalist"]
"""What the reader must be told: another country's rules; a body called for want of a specialist."""

M = TypeVar("M", Resource, Case, Network)

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True)
class Entry:
    """One thing that can be found. `texts` holds every language, so that one finds another.

    `legal_forms` are the form families it is for, `level` one of basic, intermediate,
    advanced; empty and None mean everybody, or not stated. `year` is that of the page read.
    """

    id: str
    kind: Kind
    subkind: str
    title: str
    url: str
    languages: tuple[str, ...]
    territories: tuple[str, ...]
    texts: tuple[str, ...]
    topics: tuple[str, ...]
    year: int | None = None
    legal_forms: tuple[str, ...] = ()
    level: str | None = None
    free: bool = True
    official: bool = True
    generalist: bool = False


@dataclass(frozen=True)
class Hit:
    """One answer. `languages` are those of the page, empty when they were not noted."""

    id: str
    kind: Kind
    subkind: str
    title: str
    url: str
    languages: tuple[str, ...]
    note: Note | None = None


def to_hit(entry: Entry, note: Note | None = None) -> Hit:
    """What is shown of an entry."""
    return Hit(entry.id, entry.kind, entry.subkind, entry.title, entry.url, entry.languages, note)


def _live(versions: tuple[tuple[M, ...], ...]) -> Iterator[tuple[M, ...]]:
    """The same thing in each language, those retired left out."""
    return (same for same in zip(*versions, strict=True) if not same[0].retired)


def entries_from_resources(*versions: tuple[Resource, ...]) -> tuple[Entry, ...]:
    """Entries of the same resources read in one or several languages, the reader's first."""
    return tuple(_from_resource(same) for same in _live(versions))


def entries_from_cases(*versions: tuple[Case, ...]) -> tuple[Entry, ...]:
    """Entries of the same cases read in one or several languages, the reader's first."""
    return tuple(_from_case(same) for same in _live(versions))


def entries_from_networks(*versions: tuple[Network, ...]) -> tuple[Entry, ...]:
    """Entries of the same networks read in one or several languages, the reader's first."""
    return tuple(_from_network(same) for same in _live(versions))


def _from_resource(same: tuple[Resource, ...]) -> Entry:
    resource = same[0]
    return Entry(
        id=resource.id,
        kind="resource",
        subkind=resource.kind,
        title=resource.title,
        url=resource.url,
        languages=resource.languages,
        territories=resource.territories,
        texts=(resource.publisher, *(version.summary for version in same)),
        topics=resource.topics,
        year=_year(resource.seen_on),
        level=resource.level,
        free=resource.free,
        official=resource.link_type == "official",
    )


def _from_case(same: tuple[Case, ...]) -> Entry:
    case = same[0]
    return Entry(
        id=case.id,
        kind="case",
        subkind=case.outcome,
        title=case.organisation,
        url=case.url,
        languages=(),
        territories=case.territories,
        texts=tuple(text for version in same for text in _told(version)),
        topics=case.topics,
        year=case.year,
        legal_forms=case.families,
    )


def _told(case: Case) -> tuple[str, ...]:
    return (
        case.sector,
        case.legal_form,
        case.challenge,
        case.what_was_done,
        case.result,
        *(text for text in (case.cost, case.again, case.differently) if text),
    )


def _from_network(same: tuple[Network, ...]) -> Entry:
    network = same[0]
    return Entry(
        id=network.id,
        kind="network",
        subkind=network.kind,
        title=network.name,
        url=network.url,
        languages=network.languages,
        territories=network.territories,
        texts=tuple(text for version in same for text in (version.serves, version.summary)),
        topics=network.topics,
        year=_year(network.seen_on),
        legal_forms=network.families,
        official=network.link_type == "official",
        generalist=network.generalist,
    )


def _year(seen_on: str) -> int | None:
    """The latest year named where an entry says which copy was read."""
    return max((int(year) for year in _YEAR.findall(seen_on)), default=None)
