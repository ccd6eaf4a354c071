"""What a plan is asked for: the actions there are, where the enterprise stands, what it can do."""

import datetime as dt
from dataclasses import dataclass, field

from recommendations.action import Action
from recommendations.choice import Situation
from recommendations.pathway import Pathway
from recommendations.wishes import Means, Wishes


@dataclass(frozen=True)
class Asked:
    """A plan that begins `on` this day, along this pathway."""

    actions: tuple[Action, ...]
    pathway: Pathway
    situation: Situation
    on: dt.date
    means: Means = field(default_factory=Means)
    wishes: Wishes = field(default_factory=Wishes)
