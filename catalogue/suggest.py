"""What to put beside an action: two resources, one real case, one or two bodies to call."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from catalogue.entries import Entry, Hit, Kind, to_hit
from catalogue.near import LOCAL_FIRST, Contains, Nearness, border_note, nearness

LEVELS = ("basic", "intermediate", "advanced")
_RESOURCES, _CASES, _NETWORKS = 2, 1, 2

_HANDY = ("tool", "template", "toolkit", "guide", "course")
_CALLABLE = (
    "adviser",
    "federation",
    "training",
    "edih",
    "research",
    "funder",
    "international-network",
)
_REMOTE = ("research", "international-network")
_SERVICES = ("tool", "toolkit", "directory", "community", "job-board")
_CLOSED_SERVICE = 3
_TELLING = ("success", "mixed", "unclear")


@dataclass(frozen=True)
class Reader:
    """For whom: a territory, a language, the families of its legal form, its level so far."""

    territory: str | None
    language: str
    families: tuple[str, ...] = ()
    level: str = "basic"


@dataclass(frozen=True)
class Help:
    """What is shown beside one action; a network noted 'generalist' knows no such topic."""

    resources: tuple[Hit, ...]
    case: Hit | None
    networks: tuple[Hit, ...]

    @property
    def generalists(self) -> bool:
        """Whether nobody known in the territory has the topic, and the screen must say so."""
        return any(hit.note == "generalist" for hit in self.networks)


def suggest_for(
    entries: Iterable[Entry],
    topics: Sequence[str],
    territory: str | None,
    language: str,
    contains: Contains,
    *,
    families: tuple[str, ...] = (),
    level: str = "basic",
    seen: Collection[str] = (),
) -> Help:
    """Help for an action about these topics, its main one first.

    `families` are the enterprise's form families; `level` the most demanding level wanted;
    `seen` ids already shown elsewhere, used only when nothing else is left.
    """
    reader = Reader(territory, language, families, level)
    known = tuple(entries)
    resources = _best(known, "resource", topics, reader, contains, seen)[:_RESOURCES]
    resources.sort(key=lambda pair: pair[1] is Nearness.NEIGHBOUR)
    cases = _best(known, "case", topics, reader, contains, seen)[:_CASES]
    return Help(
        tuple(to_hit(entry, border_note(near)) for entry, near in resources),
        next((to_hit(entry) for entry, _ in cases), None),
        _to_call(known, topics, reader, contains, seen),
    )


def network_to_call(
    entries: Iterable[Entry],
    territory: str | None,
    topics: Sequence[str],
    language: str,
    contains: Contains,
    *,
    families: tuple[str, ...] = (),
) -> Hit | None:
    """The one body to call for the results screen; None when the catalogue knows none."""
    reader = Reader(territory, language, families)
    return next(iter(_to_call(tuple(entries), topics, reader, contains, ())), None)


def _to_call(
    entries: tuple[Entry, ...],
    topics: Sequence[str],
    reader: Reader,
    contains: Contains,
    seen: Collection[str],
) -> tuple[Hit, ...]:
    """Bodies of the country that know the topic, else its generalists, else one wider network."""
    able = _best(entries, "network", topics, reader, contains, seen)
    here = [to_hit(entry) for entry, near in able if near is Nearness.LOCAL]
    wider = [to_hit(entry) for entry, near in able if near is Nearness.WIDE]
    general = _generalists(entries, Nearness.LOCAL, reader, contains)
    last = _generalists(entries, Nearness.WIDE, reader, contains)
    return tuple((here or general)[:_NETWORKS] or (wider or last)[:1])


def _generalists(
    entries: tuple[Entry, ...], wanted: Nearness, reader: Reader, contains: Contains
) -> list[Hit]:
    general = [
        entry
        for entry in entries
        if entry.kind == "network" and entry.generalist and _near(entry, reader, contains) is wanted
    ]
    general.sort(key=lambda entry: (_not_for(entry, reader), not _home(entry, reader)))
    return [to_hit(entry, "generalist") for entry in general]


def _best(
    entries: tuple[Entry, ...],
    kind: Kind,
    topics: Sequence[str],
    reader: Reader,
    contains: Contains,
    seen: Collection[str],
) -> list[tuple[Entry, Nearness]]:
    """Entries of a kind that share a topic and may be shown, the most fitting first."""
    kept = [
        (entry, near)
        for entry in entries
        if entry.kind == kind
        and set(topics) & set(entry.topics)
        # A case teaches from anywhere; a page of rules or a body to call does not.
        and ((near := _near(entry, reader, contains)) < Nearness.ELSEWHERE or kind == "case")
    ]
    kept.sort(key=lambda pair: (pair[0].id in seen, *_fitness(pair[0], pair[1], topics, reader)))
    return kept


def _near(entry: Entry, reader: Reader, contains: Contains) -> Nearness:
    passes = entry.kind != "network"
    return nearness(
        entry.territories, reader.territory, reader.language, contains, europe_passes=passes
    )


def _fitness(
    entry: Entry, near: Nearness, topics: Sequence[str], reader: Reader
) -> tuple[float | str, ...]:
    """Sort key in the order of the matching rules: place, topic, language, level, kind, free."""
    network = entry.kind == "network"
    foreign_tongue = bool(entry.languages) and reader.language not in entry.languages
    return (
        near if network or LOCAL_FIRST & set(topics[:1]) else 0,
        network and _not_for(entry, reader),
        entry.subkind in _REMOTE,
        _topic_distance(entry, topics) + _distance(entry, near) + foreign_tongue,
        foreign_tongue,
        _not_for(entry, reader),
        not entry.generalist,
        _too_hard(entry, reader),
        _order(entry),
        not entry.free,
        near,
        not _home(entry, reader),
        len(entry.territories),
        not entry.official,
        -(entry.year or 0),
        entry.id,
    )


def _distance(entry: Entry, near: Nearness) -> int:
    """What being from elsewhere costs, in steps of topic."""
    if entry.kind == "case":
        return int(near)
    if near is not Nearness.NEIGHBOUR:
        return 0
    # A guide crosses a border better than a service, which is often for its own country only.
    return _CLOSED_SERVICE if entry.subkind in _SERVICES else 1


def _topic_distance(entry: Entry, topics: Sequence[str]) -> int:
    """0 when both are mainly about the same topic; more when either mentions it in passing."""
    return min(
        place + min(entry.topics.index(topic), 2)
        for place, topic in enumerate(topics)
        if topic in entry.topics
    )


def _too_hard(entry: Entry, reader: Reader) -> int:
    if entry.level is None:
        return 0
    return max(0, LEVELS.index(entry.level) - LEVELS.index(reader.level))


def _order(entry: Entry) -> int:
    """Handiest first within a kind: tools and templates, advisers, honest successes."""
    order = {"resource": _HANDY, "network": _CALLABLE, "case": _TELLING}.get(entry.kind, ())
    return order.index(entry.subkind) if entry.subkind in order else len(order)


def _not_for(entry: Entry, reader: Reader) -> bool:
    """Whether it says it is for other legal forms; it then comes later, never hidden."""
    stated = entry.legal_forms and reader.families
    return bool(stated) and not set(entry.legal_forms) & set(reader.families)


def _home(entry: Entry, reader: Reader) -> bool:
    return reader.territory in entry.territories
