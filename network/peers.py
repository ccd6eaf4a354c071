"""Who has solved what you struggle with, and agreed to be asked."""

from collections.abc import Sequence
from dataclasses import dataclass

from assessment.places import contains
from network.partners import Partner


@dataclass(frozen=True)
class Peer:
    """One question you struggle with, and members to ask, the nearest first."""

    question: str
    members: tuple[Partner, ...]


def peers(
    me: Partner, others: Sequence[Partner], order: Sequence[str], most: int = 3
) -> tuple[Peer, ...]:
    """For each question I struggle with, in this `order`, up to `most` members; none: left out.

    Only members who agreed to be asked. Nobody learns who struggles: nothing here names me.
    """
    willing = [one for one in others if one.contact and one.key != me.key]
    found = []
    for question in order:
        if question not in me.struggles:
            continue
        able = sorted(
            (one for one in willing if question in one.solved),
            key=lambda one: (-nearness(me.territory, one.territory), one.name, one.key),
        )
        if able:
            found.append(Peer(question, tuple(able[:most])))
    return tuple(found)


def nearness(one: str | None, other: str | None) -> int:
    """2: the same place; 1: one lies inside the other; 0: elsewhere, or unknown."""
    if one is None or other is None:
        return 0
    if one == other:
        return 2
    return int(contains(one, other) or contains(other, one))
