"""How far an entry is from a territory, and what that changes."""

from collections.abc import Callable, Collection
from enum import IntEnum

from catalogue.entries import Note

Contains = Callable[[str, str], bool]
"""contains(outer, inner): whether the place `outer` contains the place `inner`."""

LOCAL_FIRST = frozenset({"gdpr-privacy", "cybersecurity", "funding"})
"""Law, emergencies and money: nothing foreign stands above something local."""

WIDE = ("EU", "INT")
FRENCH_READERS_ALSO = "FR"


class Nearness(IntEnum):
    """Distance from a territory, nearest first."""

    LOCAL = 0
    WIDE = 1
    NEIGHBOUR = 2
    ELSEWHERE = 3


def nearness(
    places: Collection[str],
    territory: str | None,
    language: str,
    contains: Contains,
    *,
    europe_passes: bool = False,
) -> Nearness:
    """The nearest of these places, seen from a territory; without one everything is local.

    A neighbour is France for who reads French: its pages are useful, its rules differ.
    `europe_passes` lets the Union's pages through outside the Union too.
    """
    if territory is None:
        return Nearness.LOCAL
    linked = [
        place
        for place in places
        if place == territory or contains(place, territory) or contains(territory, place)
    ]
    if any(place == territory or place not in WIDE for place in linked):
        return Nearness.LOCAL
    if linked or "INT" in places or (europe_passes and "EU" in places):
        return Nearness.WIDE
    if language == "fr" and FRENCH_READERS_ALSO in places:
        return Nearness.NEIGHBOUR
    return Nearness.ELSEWHERE


def border_note(near: Nearness) -> Note | None:
    """What to tell the reader of a page from over the border."""
    return "rules-differ" if near is Nearness.NEIGHBOUR else None
