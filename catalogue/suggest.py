"""What to put beside an action: two resources, one real case, one or two bodies to call."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

from catalogue.entries import Entry, Hit, Kind, to_hit
from catalogue.fitness import Reader, at_home, fitness, not_for
from catalogue.near import Contains, Nearness, border_note, nearness

_RESOURCES, _NETWORKS, _WIDER_NETWORKS = 2, 2, 1

Found = tuple[Entry, Nearness]


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


@dataclass(frozen=True)
class Shelf:
    """The entries of the catalogue for readers of one language."""

    entries: tuple[Entry, ...]
    language: str
    contains: Contains
    """contains(outer, inner): whether the place `outer` contains the place `inner`."""

    def suggest_for(
        self,
        topics: Sequence[str],
        territory: str | None,
        families: Sequence[str] = (),
        *,
        level: str = "basic",
        seen: Collection[str] = (),
    ) -> Help:
        """Help for an action about these topics, its main one first.

        `families` are those of the legal form (assessment.forms.families), `level` the most
        demanding level wanted, `seen` ids already shown, used only when nothing else is left.
        """
        reader = Reader(territory, self.language, tuple(families), level)
        resources = self._best("resource", topics, reader, seen)[:_RESOURCES]
        resources.sort(key=lambda found: found[1] is Nearness.NEIGHBOUR)
        cases = self._best("case", topics, reader, seen)
        return Help(
            tuple(to_hit(entry, border_note(near)) for entry, near in resources),
            next((to_hit(entry) for entry, _ in cases), None),
            self._to_call(topics, reader, seen),
        )

    def network_to_call(
        self, territory: str | None, topics: Sequence[str], families: Sequence[str] = ()
    ) -> Hit | None:
        """The one body to call for the results screen; None when the catalogue knows none."""
        reader = Reader(territory, self.language, tuple(families))
        return next(iter(self._to_call(topics, reader, ())), None)

    def _to_call(
        self, topics: Sequence[str], reader: Reader, seen: Collection[str]
    ) -> tuple[Hit, ...]:
        """Bodies of the country that know the topic, else its generalists, else a wider one."""
        able = self._best("network", topics, reader, seen)
        here = [to_hit(entry) for entry, near in able if near is Nearness.LOCAL]
        here = here or self._generalists(Nearness.LOCAL, reader)
        wider = [to_hit(entry) for entry, near in able if near is Nearness.WIDE]
        wider = wider or self._generalists(Nearness.WIDE, reader)
        return tuple(here[:_NETWORKS] or wider[:_WIDER_NETWORKS])

    def _generalists(self, wanted: Nearness, reader: Reader) -> list[Hit]:
        general = [
            entry
            for entry in self.entries
            if entry.kind == "network" and entry.generalist and self._near(entry, reader) is wanted
        ]
        general.sort(key=lambda entry: (not_for(entry, reader), not at_home(entry, reader)))
        return [to_hit(entry, "generalist") for entry in general]

    def _best(
        self, kind: Kind, topics: Sequence[str], reader: Reader, seen: Collection[str]
    ) -> list[Found]:
        """Entries of a kind that share a topic and may be shown, the most fitting first."""
        wanted = frozenset(topics)
        found = [
            (entry, self._near(entry, reader))
            for entry in self.entries
            if entry.kind == kind and not wanted.isdisjoint(entry.topics)
        ]
        # A case teaches from anywhere; a page of rules or a body to call does not.
        shown = [pair for pair in found if kind == "case" or pair[1] is not Nearness.ELSEWHERE]
        shown.sort(
            key=lambda pair: (pair[0].id in seen, *fitness(pair[0], pair[1], topics, reader))
        )
        return shown

    def _near(self, entry: Entry, reader: Reader) -> Nearness:
        passes = entry.kind != "network"
        return _near(entry.territories, reader.territory, reader.language, self.contains, passes)


@lru_cache(maxsize=4096)
def _near(
    places: tuple[str, ...], territory: str | None, language: str, contains: Contains, passes: bool
) -> Nearness:
    """Kept: asked of every entry for every action of a plan, and few places differ."""
    return nearness(places, territory, language, contains, europe_passes=passes)
