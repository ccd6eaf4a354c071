"""Which actions a change of wishes moved, and how: so that a move can be told as somebody's."""

from assessment.guided import MoveKind
from recommendations.wishes import Wishes


def moved(before: Wishes, after: Wishes) -> dict[str, MoveKind | None]:
    """Action id to how it stands now, where that changed; None: nothing is decided any more."""
    ids = {*before.pinned, *after.pinned, *before.refused, *after.refused}
    ids |= {*before.postponed, *after.postponed}
    return {
        one: _kind(after, one) for one in sorted(ids) if _stands(before, one) != _stands(after, one)
    }


def _stands(wishes: Wishes, action: str) -> tuple[object, ...]:
    return _kind(wishes, action), wishes.postponed.get(action)


def _kind(wishes: Wishes, action: str) -> MoveKind | None:
    if action in wishes.pinned:
        return "first"
    if action in wishes.postponed:
        return "later"
    return "aside" if action in wishes.refused else None
