"""How well an entry fits a reader and a subject: the sort keys of suggestions."""

from collections.abc import Sequence
from dataclasses import dataclass

from catalogue.entries import Entry
from catalogue.near import LOCAL_FIRST, Nearness

LEVELS = ("basic", "intermediate", "advanced")

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
_TELLING = ("success", "mixed", "unclear")
_REMOTE = ("research", "international-network")
_SERVICES = ("tool", "toolkit", "directory", "community", "job-board")
_CLOSED_SERVICE = 3
_PASSING = 2


@dataclass(frozen=True)
class Reader:
    """For whom: a territory, a language, the families of its legal form, its level so far."""

    territory: str | None
    language: str
    families: tuple[str, ...] = ()
    level: str = "basic"


def fitness(
    entry: Entry, near: Nearness, topics: Sequence[str], reader: Reader
) -> tuple[float | str, ...]:
    """Sort key in the order of the matching rules: place, topic, language, level, kind, free."""
    network = entry.kind == "network"
    foreign_tongue = bool(entry.languages) and reader.language not in entry.languages
    off_topic = _topic_distance(entry, topics)
    return (
        # What happened to others is no rule of theirs: a case comes for its subject.
        near if network or (entry.kind != "case" and LOCAL_FIRST & set(topics[:1])) else 0,
        network and not_for(entry, reader),
        entry.subkind in _REMOTE,
        off_topic + _distance(entry, near) + foreign_tongue,
        off_topic,
        foreign_tongue,
        not_for(entry, reader),
        not entry.generalist,
        _too_hard(entry, reader),
        _order(entry),
        not entry.free,
        near,
        not at_home(entry, reader),
        len(entry.territories),
        not entry.official,
        -(entry.year or 0),
        entry.id,
    )


def not_for(entry: Entry, reader: Reader) -> bool:
    """Whether it says it is for other legal forms; it then comes later, never hidden."""
    stated = entry.legal_forms and reader.families
    return bool(stated) and not set(entry.legal_forms) & set(reader.families)


def at_home(entry: Entry, reader: Reader) -> bool:
    """Whether it names the reader's own territory, not only a wider one."""
    return reader.territory in entry.territories


def _distance(entry: Entry, near: Nearness) -> int:
    """What being from elsewhere costs, in steps of topic."""
    if entry.kind == "case":
        # One step at most: what was lived elsewhere still teaches.
        return min(int(near), 1)
    if near is not Nearness.NEIGHBOUR:
        return 0
    # A guide crosses a border better than a service, which is often for its own country only.
    return _CLOSED_SERVICE if entry.subkind in _SERVICES else 1


def _topic_distance(entry: Entry, topics: Sequence[str]) -> int:
    """0 when both are mainly about the same topic; more when either mentions it in passing."""
    return min(
        place + min(entry.topics.index(topic), _PASSING)
        for place, topic in enumerate(topics)
        if topic in entry.topics
    )


def _too_hard(entry: Entry, reader: Reader) -> int:
    if entry.level is None:
        return 0
    return max(0, LEVELS.index(entry.level) - LEVELS.index(reader.level))


def _order(entry: Entry) -> int:
    """Handiest first within a kind: tools and templates, advisers, clear outcomes."""
    order = {"resource": _HANDY, "network": _CALLABLE, "case": _TELLING}.get(entry.kind, ())
    return order.index(entry.subkind) if entry.subkind in order else len(order)
