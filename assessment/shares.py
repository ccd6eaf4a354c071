"""How much of a change of a weighted mean each of its parts made: an exact split.

A mean is N / D, D the weights that count, N their worths. Parts change together, and when what
counts changes too (an answer becomes known, or stops applying) the order in which one changes
them would give each another share. So every order is taken, and the share of a part is the mean
of what it adds over all of them (Shapley). The shares add up to the whole difference, and depend
on no order. Where D stays, each share is simply 100 x weight x (after - before) / D.

Orders are not listed: N is a plain sum and D takes few values, so that what comes before a part
is counted by (how many parts, which D). Its cost grows with the cube of the number of parts.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import comb


@dataclass(frozen=True)
class Part:
    """One part of a weighted mean, before and after; None: it does not count there."""

    key: str
    weight: int
    before: float | None
    after: float | None

    @property
    def moves(self) -> bool:
        """Whether it changes anything."""
        return self.before != self.after


def mean(parts: Sequence[Part], *, after: bool) -> float | None:
    """The weighted mean of what counts, before or after; None when nothing does."""
    counted = [(p.weight, p.after if after else p.before) for p in parts]
    known = [(weight, worth) for weight, worth in counted if worth is not None]
    total = sum(weight for weight, _ in known)
    return sum(weight * worth for weight, worth in known) / total if total else None


def shares(parts: Sequence[Part]) -> dict[str, float]:
    """The share of each part that moves, in the unit of the worths; they add up to the change.

    ValueError when the mean does not exist at both ends: then there is no change to split. On
    the way from one end to the other nothing may count for a while: that is read as halfway.
    """
    start, end = mean(parts, after=False), mean(parts, after=True)
    if start is None or end is None:
        raise ValueError("a change has a mean at both ends")
    halfway = (start + end) / 2
    return {
        part.key: sum(
            chance * (_worth(total, sum_, part, part.after, halfway)
                      - _worth(total, sum_, part, part.before, halfway))
            for chance, total, sum_ in _settings(parts, part)
        )
        for part in parts if part.moves
    }  # fmt: skip


def slope(parts: Sequence[Part], key: str) -> float:
    """How far the mean moves for one unit of this part, which counts at both ends: 0-1."""
    part = next(p for p in parts if p.key == key)
    settings = _settings(parts, part)
    return sum(chance * part.weight / (total + part.weight) for chance, total, _ in settings)


def _settings(parts: Sequence[Part], part: Part) -> Iterator[tuple[float, int, float]]:
    """What the others may be when this part changes: (chance, D, mean N)."""
    others = [p for p in parts if p.key != part.key]
    moving = [p for p in others if p.moves]
    still = [(p.weight, p.before) for p in others if not p.moves and p.before is not None]
    start = (0, sum(weight for weight, _ in still))
    # (how many changed already, D) to (in how many ways, N summed over them).
    found = {start: (1, sum(weight * worth for weight, worth in still))}
    for other in moving:
        found = _one_more(found, other)
    for (count, total), (ways, sum_) in found.items():
        yield ways / ((len(moving) + 1) * comb(len(moving), count)), total, sum_ / ways


def _one_more(
    found: dict[tuple[int, int], tuple[int, float]], other: Part
) -> dict[tuple[int, int], tuple[int, float]]:
    """The same with one more part, changed already or not yet."""
    made: dict[tuple[int, int], tuple[int, float]] = defaultdict(lambda: (0, 0.0))
    for (count, total), (ways, sum_) in found.items():
        for changed, worth in ((0, other.before), (1, other.after)):
            weight = 0 if worth is None else other.weight
            place = (count + changed, total + weight)
            known_ways, known_sum = made[place]
            made[place] = (known_ways + ways, known_sum + sum_ + ways * weight * (worth or 0.0))
    return made


def _worth(total: int, sum_: float, part: Part, worth: float | None, nothing: float) -> float:
    """The mean once this part is worth so much; `nothing` where nothing counts."""
    if worth is not None:
        return (sum_ + part.weight * worth) / (total + part.weight)
    return sum_ / total if total else nothing
