"""What an aggregate is made of: members without a name, and what may be asked of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

GROUPINGS = ("sector", "size", "territory")
"""Ways to group members, in the order they get room: an earlier one may leave none to a later."""
OVERALL = "overall"
"""The subject of the whole score, beside the dimensions."""
SIZES = (("micro", 10), ("small", 50), ("medium", 250))
"""Size bands by people employed, under so many; 'large' from there (EU Recommendation 2003/361)."""


@dataclass(frozen=True)
class Member:
    """A member that consents to be counted. `key` is a random secret that is never published.

    `values` are 0-100 by dimension, None where there is no score; `groups` by grouping, None where
    unknown; `own` is the option chosen (from 0) by own question, absent when not answered.
    """

    key: str
    values: Mapping[str, float | None]
    groups: Mapping[str, str | None] = field(default_factory=dict)
    own: Mapping[str, int] = field(default_factory=dict)


def size_band(people: float | None) -> str | None:
    """The size band of so many people employed (full-time equivalents); None when unknown."""
    if people is None:
        return None
    return next((band for band, under in SIZES if people < under), "large")
