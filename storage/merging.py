"""Two who change the same data at the same time: what each changed alone stays, both times.

Plain JSON data, compared part by part with what the second one had read.
"""

from collections.abc import Mapping
from typing import Any

_ABSENT = object()


class Clash(Exception):
    """Both changed the same part, each to something else; `path` names it."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


def merged(base: Any, mine: Any, theirs: Any, *, path: str = "") -> Any:
    """What stands after my change of `base`, theirs being kept already. Raises Clash.

    The same change made twice is one change; a list is one part.
    """
    if mine in (base, theirs):
        return theirs
    if theirs == base:
        return mine
    if not (isinstance(mine, Mapping) and isinstance(theirs, Mapping)):
        raise Clash(path)
    before = base if isinstance(base, Mapping) else {}
    found = {}
    for name in dict.fromkeys((*theirs, *mine)):
        place = f"{path}.{name}".removeprefix(".")
        parts = (one.get(name, _ABSENT) for one in (before, mine, theirs))
        found[name] = merged(*parts, path=place)
    return {name: value for name, value in found.items() if value is not _ABSENT}
