"""What search and suggestions work on: plain records, whatever they were read from."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, TypeVar

from catalogue.model import Case, Network, Resource

Kind = Literal["resource", "case", "network", "programme"]
Note = Literal["rules-differ", "generalist"]
"""What the reader must be told: another country's rules; a body called for want of a specialist."""

M = TypeVar("M", Resource, Case, Network)

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DAY = re.compile(r"\b(?:19|20)\d\d-\d\d-\d\d\b")


@dataclass(frozen=True)
class Entry:
    """One thing that can be found. `texts` holds every language, so that one finds another.

    `names` are those of people and things, the same in any language. `legal_forms` are the
    form families it is for, `level` one of basic, intermediate, advanced; empty and None mean
    everybody, or not stated. `year` is that of the page read.
    """

    id: str
    kind: Kind
    subkind: str
    title: str
    url: str
    languages: tuple[str, ...]
    territories: tuple[str, ...]
    texts: Mapping[str, tuple[str, ...]]
    """Language to what is said of it in that language."""
    topics: tuple[str, ...]
    names: tuple[str, ...] = ()
    year: int | None = None
    legal_forms: tuple[str, ...] = ()
    level: str | None = None
    free: bool = True
    official: bool = True
    generalist: bool = False
    page_date: str | None = None


@dataclass(frozen=True)
class Hit:
    """One answer. `languages` are those of the page, empty when they were not noted.

    `page_date` is that of the page as it was read: a day ('2023-04-01'), a month, a year, or
    None when it is not known.
    """

    id: str
    kind: Kind
    subkind: str
    title: str
    url: str
    languages: tuple[str, ...]
    note: Note | None = None
    territories: tuple[str, ...] = ()
    page_date: str | None = None


def to_hit(entry: Entry, note: Note | None = None) -> Hit:
    """What is shown of an entry."""
    return Hit(
        entry.id,
        entry.kind,
        entry.subkind,
        entry.title,
        entry.url,
        entry.languages,
        note,
        entry.territories,
        entry.page_date,
    )


def entries_from_resources(read: Mapping[str, tuple[Resource, ...]]) -> tuple[Entry, ...]:
    """Entries of the same resources as read in each language."""
    return tuple(_from_resource(same) for same in _live(read))


def entries_from_cases(read: Mapping[str, tuple[Case, ...]]) -> tuple[Entry, ...]:
    """Entries of the same cases as read in each language."""
    return tuple(_from_case(same) for same in _live(read))


def entries_from_networks(read: Mapping[str, tuple[Network, ...]]) -> tuple[Entry, ...]:
    """Entries of the same networks as read in each language."""
    return tuple(_from_network(same) for same in _live(read))


def _live(read: Mapping[str, tuple[M, ...]]) -> Iterator[dict[str, M]]:
    """The same thing in each language, those retired left out."""
    for same in zip(*read.values(), strict=True):
        if not same[0].retired:
            yield dict(zip(read, same, strict=True))


def _from_resource(same: Mapping[str, Resource]) -> Entry:
    resource = _any(same)
    return Entry(
        id=resource.id,
        kind="resource",
        subkind=resource.kind,
        title=resource.title,
        url=resource.url,
        languages=resource.languages,
        territories=resource.territories,
        texts={code: (version.summary,) for code, version in same.items()},
        topics=resource.topics,
        names=(resource.publisher,),
        year=year_in(resource.seen_on),
        level=resource.level,
        free=resource.free,
        official=resource.link_type == "official",
        page_date=date_in(resource.seen_on),
    )


def _from_case(same: Mapping[str, Case]) -> Entry:
    case = _any(same)
    return Entry(
        id=case.id,
        kind="case",
        subkind=case.outcome,
        title=case.organisation,
        url=case.url,
        languages=(),
        territories=case.territories,
        texts={code: _told(version) for code, version in same.items()},
        topics=case.topics,
        year=case.year,
        legal_forms=case.families,
        page_date=date_in(case.seen_on),
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


def _from_network(same: Mapping[str, Network]) -> Entry:
    network = _any(same)
    return Entry(
        id=network.id,
        kind="network",
        subkind=network.kind,
        title=network.name,
        url=network.url,
        languages=network.languages,
        territories=network.territories,
        texts={code: (version.serves, version.summary) for code, version in same.items()},
        topics=network.topics,
        year=year_in(network.seen_on),
        legal_forms=network.families,
        official=network.link_type == "official",
        page_date=date_in(network.seen_on),
        generalist=network.generalist,
    )


def _any(same: Mapping[str, M]) -> M:
    return next(iter(same.values()))


def year_in(seen_on: str) -> int | None:
    """The latest year named where an entry says which copy was read; None: none is named."""
    return max((int(year) for year in _YEAR.findall(seen_on)), default=None)


def date_in(seen_on: str) -> str | None:
    """The date an entry gives of the page read: its latest day, else its year, else None."""
    days = _DAY.findall(seen_on)
    year = year_in(seen_on)
    return max(days) if days else str(year) if year else None
