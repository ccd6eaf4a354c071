"""Panels for the tests: sheets that come, somebody who looks, and everything that is seen."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from hypothesis import strategies as st

from network.panel import ROLES, PanelPicture, Sheet, moves, picture
from tests.builders import question

MOST = 40
TAG = question("tag", **{f"o{place}": place for place in range(MOST)})
"""As many options as people: when each chooses an own one, counts tell exactly who is in them."""

LOOK = "look"
Arrivals = Sequence[tuple[str, bool] | str]
"""(role, whether an answer is said) for a sheet that comes, LOOK for somebody who looks."""

ARRIVALS = st.lists(
    st.one_of(
        st.just(LOOK),
        st.tuples(st.sampled_from(ROLES[:4]), st.sampled_from([True, True, True, False])),
    ),
    max_size=MOST,
)


@dataclass
class Room:
    """A panel that people answer one after the other: who is in each thing ever seen."""

    releases: list[list[Sheet]] = field(default_factory=list)
    waiting: list[Sheet] = field(default_factory=list)
    seen: list[PanelPicture] = field(default_factory=list)
    said: set[int] = field(default_factory=set)
    people: int = 0

    def answers(self, role: str, says: bool) -> None:
        person = self.people
        self.people += 1
        value = f"o{person}" if says else "unknown"
        self.said |= {person} if says else set()
        self.waiting.append(Sheet(role, {"tag": value}))

    def is_looked_at(self) -> None:
        if moves(len(self.waiting)):
            self.releases.append(self.waiting)
            self.waiting = []
        found = picture([TAG], self.releases)
        if found is not None:
            self.seen.append(found)

    def views(self) -> list[frozenset[int]]:
        """Who stands in each row of counts that was ever shown: everybody's, each role's."""
        return [
            frozenset(place for place, count in enumerate(counts) if count)
            for found in self.seen
            for counts in (found.questions[0].counts, *found.questions[0].roles.values())
            if counts is not None
        ]

    def wholes(self) -> list[frozenset[int]]:
        """The same for the counts of everybody, in the order they were seen."""
        counts = [found.questions[0].counts for found in self.seen]
        return [
            frozenset(place for place, count in enumerate(one or ()) if count) for one in counts
        ]


def a_room(arrivals: Arrivals) -> Room:
    """Everybody comes and looks as listed; it is looked at once more at the end, when closed."""
    room = Room()
    for arrival in arrivals:
        if isinstance(arrival, str):
            room.is_looked_at()
        else:
            room.answers(*arrival)
    room.is_looked_at()
    return room


def all_looking(*roles: str) -> Room:
    """Each of these answers, and the picture is looked at after each: a projector."""
    return a_room([step for role in roles for step in ((role, True), LOOK)])


def looked_at_once(*roles: str) -> Room:
    """Each of these answers, and the picture is looked at when all have."""
    return a_room([(role, True) for role in roles])
