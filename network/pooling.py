"""Needs that several members in the same territory could meet together.

With m members, an action of h hours and a one-off cost of c each, and the shares of pooling.yaml:

    hours saved = (m - 1) x shared hours x h  -  (once + m x each)      never below zero
    money saved = (m - 1) x shared money x c                            least and most, euros
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

from pydantic import Field

from assessment.base import Content, Text
from assessment.profile import Share
from content.loader import load
from network.partners import Partner
from network.peers import nearness
from recommendations.action import Action, CostRange

FILE = Path(__file__).with_name("pooling.yaml")


class SharedPart(Content):
    """The part, 0-1, that is done or paid once for all."""

    shared: Share
    basis: Text


class Coordination(Content):
    """Hours that doing it together costs: once in all, and for each member."""

    once: Decimal = Field(ge=0)
    each: Decimal = Field(ge=0)
    basis: Text


class Assumptions(Content):
    """What the savings are computed with, and where each figure comes from."""

    least_members: int = Field(ge=2)
    hours: SharedPart
    coordination: Coordination
    money: SharedPart

    @property
    def bases(self) -> tuple[str, ...]:
        """Each assumption in a sentence or two."""
        return self.hours.basis, self.coordination.basis, self.money.basis


@dataclass(frozen=True)
class Pool:
    """Members of one territory who plan the same action; `saved` in hours and euros, together.

    `leaders`: members already at the top of what it improves, who agreed to be asked.
    """

    action: Action
    territory: str
    members: tuple[Partner, ...]
    hours_saved: int
    money_saved: CostRange
    leaders: tuple[Partner, ...]


@lru_cache(maxsize=8)
def read_assumptions(language: str) -> Assumptions:
    """The figures with their reasons in this language; ContentError when the file is wrong."""
    return load(FILE, Assumptions, language)


def pools(
    partners: Sequence[Partner], actions: Mapping[str, Action], assumed: Assumptions
) -> tuple[Pool, ...]:
    """What is worth doing together, the most hours saved first. Only members who agreed to pool."""
    found = [
        _pool(actions[action_id], territory, members, partners, assumed)
        for (action_id, territory), members in _shared(partners).items()
        if action_id in actions and len(members) >= assumed.least_members
    ]
    worth = [one for one in found if one.hours_saved > 0 or one.money_saved.max > 0]
    return tuple(
        sorted(worth, key=lambda one: (-one.hours_saved, -one.money_saved.max, one.action.id))
    )


def hours_saved(members: int, hours: int, assumed: Assumptions) -> int:
    """Whole hours, all members together, rounded down; 0 when agreeing costs more.

    `hours` are those of one member who does it alone.
    """
    shared = (members - 1) * assumed.hours.shared * hours
    agreeing = assumed.coordination.once + members * assumed.coordination.each
    return max(0, int(shared - agreeing))


def money_saved(members: int, one_off: CostRange, assumed: Assumptions) -> CostRange:
    """Euros excluding tax, all members together, once."""
    factor = (members - 1) * assumed.money.shared
    return CostRange(min=factor * one_off.min, max=factor * one_off.max)


def _shared(partners: Sequence[Partner]) -> Mapping[tuple[str, str], list[Partner]]:
    together: dict[tuple[str, str], list[Partner]] = defaultdict(list)
    for one in partners:
        if one.pools and one.territory:
            for action_id in one.plans:
                together[action_id, one.territory].append(one)
    return together


def _pool(
    action: Action,
    territory: str,
    members: Sequence[Partner],
    partners: Sequence[Partner],
    assumed: Assumptions,
) -> Pool:
    count = len(members)
    return Pool(
        action=action,
        territory=territory,
        members=tuple(sorted(members, key=lambda one: (one.name, one.key))),
        hours_saved=hours_saved(count, action.hours, assumed),
        money_saved=money_saved(count, action.cost.one_off, assumed),
        leaders=tuple(_leaders(action, territory, partners)),
    )


def _leaders(action: Action, territory: str, partners: Sequence[Partner]) -> Iterator[Partner]:
    """Those who have done all of it already, the nearest first."""
    raised = {effect.question for effect in action.raises}
    able = [one for one in partners if one.contact and raised <= one.solved]
    yield from sorted(
        able, key=lambda one: (-nearness(territory, one.territory), one.name, one.key)
    )
