"""Who may be counted in a published figure, so that comparing figures never finds one member.

One rule carries everything. A *unit* is one member's value on one subject (a dimension, a
question). Every publication describes sets of units: the whole, and each group it shows. Cross all
the sets ever described with one another: the parts this makes (the *atoms*) hold nobody, or at
least K units. Whatever is computed from any number of publications is then computed from whole
atoms, and exchanging two members of an atom changes nothing that anyone can see.

So a unit that came alone waits; when one leaves, K - 1 others of its atom stay out with it, or the
whole atom does; a grouping that would cut an atom into small parts is not shown.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from access.secrets import hash_secret

K = 5
"""Nothing is published about fewer members."""
REST = ""
"""The cell of those whose group is not shown."""

Cells = Mapping[str, str]
"""Unit to the cell it stood in, for one subject of one publication; absent: it was not in it."""
Atoms = Mapping[str, Hashable]
"""Unit to everything earlier publications told apart about it; absent: never published."""


@dataclass(frozen=True)
class Admitted:
    """Places of the units that may be published; `cut`: an atom loses some of its units now."""

    places: tuple[int, ...]
    cut: bool


def unit(member: str, subject: str, value: object) -> str:
    """What stands for this value of this member: 24 hex digits that tell neither.

    `member` must be random and never published (here 122 bits): without it nothing leads back.
    """
    return hash_secret(f"{member}:{subject}:{value!r}", "campaign-unit")[:24]


def atoms(publications: Iterable[Cells]) -> Atoms:
    """What all these publications of one subject tell apart."""
    told: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for number, cells in enumerate(publications):
        for each, cell in cells.items():
            told[each].append((number, cell))
    return {each: tuple(cells) for each, cells in told.items()}


def admitted(units: Sequence[str], past: Atoms) -> Admitted:
    """The units that may be published now: each atom keeps, and leaves out, nobody or >= K.

    Who stays out with a leaver follows the units' own random signs, never their values.
    """
    sizes = Counter(past.values())
    present: dict[Hashable, list[int]] = defaultdict(list)
    for place, each in enumerate(units):
        present[past.get(each)].append(place)
    kept: list[int] = []
    cut = False
    for atom, places in present.items():
        gone = sizes[atom] - len(places) if atom is not None else 0
        room = len(places) - (max(0, K - gone) if gone else 0)
        count = room if room >= K else 0
        kept += sorted(places, key=lambda place: units[place])[:count]
        cut = cut or (atom is not None and 0 < count < sizes[atom])
    return Admitted(tuple(sorted(kept)), cut)


def shown_groups(labels: Sequence[str | None], told_apart: Sequence[Hashable]) -> tuple[str, ...]:
    """The groups of one grouping that may be shown, the largest first; () when none.

    `told_apart` is the atom of each unit. The groups not shown stay together in the rest: it too
    holds nobody or >= K, in each atom. Groups are given up from the smallest on.
    """
    counts = Counter(label for label in labels if label)
    shown = sorted((one for one in counts if counts[one] >= K), key=lambda one: (-counts[one], one))
    # Counted once: a group given up adds its parts to those of the rest.
    parts: dict[str, Counter[Hashable]] = {one: Counter() for one in (*shown, REST)}
    for (atom, label), count in Counter(zip(told_apart, labels, strict=True)).items():
        parts[label if label and label in parts else REST][atom] += count
    while shown:
        cells = [parts[one] for one in shown] + [parts[REST]] * bool(parts[REST])
        if len(cells) > 1 and all(min(cell.values()) >= K for cell in cells):
            return tuple(shown)
        parts[REST].update(parts.pop(shown.pop()))
    return ()


def cells_of(labels: Sequence[str | None], shown: Sequence[str]) -> list[str]:
    """The cell of each unit: its group when it is shown, else the rest."""
    known = frozenset(shown) - {REST}
    return [label if label in known and label else REST for label in labels]


def large(parts: Iterable[Hashable]) -> bool:
    """Whether each part that occurs occurs at least K times."""
    return all(count >= K for count in Counter(parts).values())


def diverse(parts: Sequence[Hashable], kinds: Sequence[int]) -> bool:
    """Whether each part holds two kinds or more: one alone would be known of each of its units."""
    seen: dict[Hashable, set[int]] = defaultdict(set)
    for part, kind in zip(parts, kinds, strict=True):
        seen[part].add(kind)
    return all(len(found) > 1 for found in seen.values())


def next_batch(counted: int, shown: int) -> int:
    """How many more members a running picture waits for: 0, it may be made again now.

    >>> next_batch(4, 0), next_batch(5, 0), next_batch(8, 5), next_batch(10, 5)
    (1, 0, 2, 0)
    """
    return max(0, K - (counted - shown))
