"""Finding real stories, and which wish to loosen when none answers all of them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from catalogue.model import Case, SectorGroup, SizeClass

Unsaid = Literal["unsaid"]
Filter = Literal["sector_group", "size_class", "topic", "not_all_well"]


@dataclass(frozen=True)
class Wish:
    """What a reader looks for; None or False asks nothing. `unsaid`: the size was not seen."""

    sector_group: SectorGroup | None = None
    size_class: SizeClass | Unsaid | None = None
    topic: str | None = None
    not_all_well: bool = False


_LOOSE = Wish()


def find_stories(cases: Sequence[Case], wish: Wish) -> tuple[Case, ...]:
    """The cases that answer every wish, in the order given."""
    return tuple(case for case in cases if _answers(case, wish))


def to_loosen(cases: Sequence[Case], wish: Wish) -> tuple[tuple[Filter, int], ...]:
    """The wishes whose removal alone would find something, with how many, the most first."""
    filters: tuple[Filter, ...] = ("sector_group", "size_class", "topic", "not_all_well")
    found = [
        (name, len(find_stories(cases, replace(wish, **{name: getattr(_LOOSE, name)}))))
        for name in filters
        if getattr(wish, name)
    ]
    return tuple(sorted((pair for pair in found if pair[1]), key=lambda pair: -pair[1]))


def _answers(case: Case, wish: Wish) -> bool:
    return (
        wish.sector_group in (None, case.sector_group)
        and wish.size_class in (None, case.size_class or "unsaid")
        and (wish.topic is None or wish.topic in case.topics)
        and not (wish.not_all_well and case.outcome == "success")
    )
