"""The published aggregate of a campaign: made once, when it closes, and never again.

    subject's units   one per member with a value there         (anonymity.unit)
    published         those admitted beside all earlier publications  (anonymity.admitted)
    groups            those that cut no atom under K            (anonymity.shown_groups)
    quantiles         means of five middle scores, to 5 points  (quantiles.quantiles)
    levels            counts with small cells hidden            (counts.hide, counts.hide_table)

Counts by level are kept back when comparing would tell the level of a whole atom: when an atom,
crossed with what is shown now, has everyone at one level, or loses some of its units now.
"""

import json
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from network.anonymity import (
    REST,
    Atoms,
    Cells,
    K,
    admitted,
    atoms,
    cells_of,
    diverse,
    shown_groups,
    unit,
)
from network.counts import Counts, hide, hide_table
from network.members import GROUPINGS, OVERALL, Member
from network.quantiles import Quantiles, quantiles

Ledger = Mapping[str, Cells]
"""What one publication told apart, by subject: keep it, and give it to every later publication."""


@dataclass(frozen=True)
class Cell:
    """Members together, K or more. `group` '' is the whole; a count None is hidden.

    `counts` follow the levels of the instrument, or the options of a question; None: kept back.
    """

    group: str
    n: int
    quantiles: Quantiles | None
    counts: tuple[int | None, ...] | None


@dataclass(frozen=True)
class Picture:
    """One subject. `whole` None: nothing can be said without pointing at somebody.

    `groups` by grouping, the largest first; `hidden` names those that occur and are not shown.
    """

    subject: str
    whole: Cell | None
    groups: dict[str, tuple[Cell, ...]]
    hidden: dict[str, tuple[str, ...]]


@dataclass(frozen=True)
class Participation:
    """Members asked, joined, with a complete assessment; None: fewer than K, or would tell one."""

    invited: int | None
    joined: int | None
    complete: int | None


@dataclass(frozen=True)
class Aggregate:
    """Everything a campaign publishes. No name, no key, nothing of one member."""

    participation: Participation
    dimensions: tuple[Picture, ...]
    questions: tuple[Picture, ...]

    def picture(self, subject: str) -> Picture:
        """The picture of a dimension, 'overall' or an own question. KeyError: there is none."""
        for each in (*self.dimensions, *self.questions):
            if each.subject == subject:
                return each
        raise KeyError(subject)


@dataclass(frozen=True)
class _Subject:
    id: str
    value: Callable[[Member], float | None]
    kind: Callable[[float], int]
    kinds: int
    groupings: Sequence[str]
    scored: bool


def publish(
    members: Sequence[Member],
    *,
    dimensions: Sequence[str],
    levels: int,
    level_at: Callable[[float], int],
    questions: Mapping[str, int] | None = None,
    earlier: Sequence[Ledger] = (),
    participation: Participation,
    groupings: Sequence[str] = GROUPINGS,
) -> tuple[Aggregate, Ledger]:
    """What may be published of these members after all `earlier` publications, and its ledger.

    `level_at` gives the place, from 0, among so many `levels` of a score 0-100; `questions` give
    the number of options of each own question. Same members and ledgers, same aggregate.
    """
    ledger: dict[str, Cells] = {}

    def made(subject: _Subject) -> Picture:
        past = atoms(one[subject.id] for one in earlier if subject.id in one)
        picture, ledger[subject.id] = _picture(subject, members, past)
        return picture

    scores = tuple(
        made(_dimension(each, levels, level_at, groupings)) for each in (OVERALL, *dimensions)
    )
    own = tuple(made(_question(each, count)) for each, count in (questions or {}).items())
    return Aggregate(participation, scores, own), ledger


def participation(invited: int | None, joined: int, complete: int) -> Participation:
    """Counts of members, none of them telling of fewer than K; `invited` is the coordinator's."""
    told = joined if joined >= K else None
    left = joined - complete
    safe = complete >= K and (left == 0 or left >= K)
    return Participation(invited, told, complete if safe else None)


def as_json(aggregate: Aggregate) -> dict[str, Any]:
    """Plain data to freeze; `from_json` gives the same aggregate back."""
    return asdict(aggregate)


def from_json(kept: Mapping[str, Any]) -> Aggregate:
    """The aggregate as frozen. KeyError or TypeError when it is none."""
    return Aggregate(
        Participation(**kept["participation"]),
        tuple(_picture_from(each) for each in kept["dimensions"]),
        tuple(_picture_from(each) for each in kept["questions"]),
    )


def _dimension(
    name: str, levels: int, level_at: Callable[[float], int], groupings: Sequence[str]
) -> _Subject:
    return _Subject(
        name, lambda one: one.values.get(name), level_at, levels, groupings, scored=True
    )


def _question(name: str, options: int) -> _Subject:
    return _Subject(name, lambda one: one.own.get(name), int, options, (), scored=False)


def _picture(
    subject: _Subject, members: Sequence[Member], past: Atoms
) -> tuple[Picture, dict[str, str]]:
    known = [(one, value) for one in members if (value := subject.value(one)) is not None]
    # In the order of the units' random signs: that of joining tells nothing.
    named = sorted(
        ((unit(one.key, subject.id, value), one, value) for one, value in known),
        key=lambda each: each[0],
    )
    found = admitted([name for name, _, _ in named], past)
    chosen = [named[place] for place in found.places]
    if not chosen:
        return Picture(subject.id, None, {}, {}), {}
    units = [name for name, _, _ in chosen]
    values = np.array([value for _, _, value in chosen], np.float64)
    kinds = [subject.kind(value) for value in values.tolist()]
    counted = np.array(kinds)
    told = [past.get(name) for name in units]
    countable = not found.cut and diverse(told, kinds)
    whole = _whole(subject, values, counted, countable)

    shown, labels, cells = {}, {}, {}
    crossed: list[Any] = list(told)
    for grouping in subject.groupings:
        labels[grouping] = [one.groups.get(grouping) for _, one, _ in chosen]
        shown[grouping] = shown_groups(labels[grouping], crossed)
        cells[grouping] = cells_of(labels[grouping], shown[grouping])
        crossed = _numbered(zip(crossed, cells[grouping], strict=True))
    by_group = countable and diverse(crossed, kinds)
    groups = {
        grouping: _groups(subject, shown[grouping], cells[grouping], values, counted, by_group)
        for grouping in subject.groupings
    }
    hidden = {
        grouping: _hidden(labels[grouping], shown[grouping]) for grouping in subject.groupings
    }
    told_now = _written(tuple(cells.values()), len(units))
    return Picture(subject.id, whole, groups, hidden), dict(zip(units, told_now, strict=True))


def _numbered(parts: Iterable[Hashable]) -> list[Hashable]:
    """A number for each part: the same parts told apart, cheaper to count than what they are."""
    seen: dict[Hashable, int] = {}
    return [seen.setdefault(part, len(seen)) for part in parts]


def _written(cells: Sequence[Sequence[str]], count: int) -> list[str]:
    """The cells of each unit as text; there are few combinations of them, whatever the units."""
    rows = list(zip(*cells, strict=True)) if cells else [()] * count
    texts = {row: json.dumps(row) for row in set(rows)}
    return [texts[row] for row in rows]


def _hidden(labels: Sequence[str | None], shown: Sequence[str]) -> tuple[str, ...]:
    """The groups that occur and are not shown; a group of everybody is the whole, not hidden."""
    found = set(labels)
    return () if len(found) == 1 else tuple(sorted({one for one in found if one} - set(shown)))


def _whole(subject: _Subject, values: np.ndarray[Any, Any], kinds: Counts, countable: bool) -> Cell:
    counts = np.bincount(kinds, minlength=subject.kinds)
    told = _told(counts, hide(counts)) if countable else None
    return Cell(REST, len(values), quantiles(values) if subject.scored else None, told)


def _groups(
    subject: _Subject,
    shown: Sequence[str],
    cells: Sequence[str],
    values: np.ndarray[Any, Any],
    kinds: Counts,
    countable: bool,
) -> tuple[Cell, ...]:
    if not shown:
        return ()
    names = [*shown, *([REST] if REST in cells else [])]
    places = {name: place for place, name in enumerate(names)}
    here = np.fromiter((places[cell] for cell in cells), np.int64, len(cells))
    counts = np.bincount(
        here * subject.kinds + kinds, minlength=len(names) * subject.kinds
    ).reshape(len(names), subject.kinds)
    sizes = counts.sum(axis=1)
    hidden = hide_table(counts, REST in cells, hide(counts.sum(axis=0)))
    return tuple(
        Cell(
            name,
            int(sizes[row]),
            quantiles(values[here == row]) if subject.scored else None,
            _told(counts[row], hidden[row]) if countable else None,
        )
        for row, name in enumerate(shown)
    )


def _told(counts: Counts, hidden: np.ndarray[Any, Any]) -> tuple[int | None, ...]:
    return tuple(None if gone else int(count) for count, gone in zip(counts, hidden, strict=True))


def _picture_from(kept: Mapping[str, Any]) -> Picture:
    return Picture(
        kept["subject"],
        _cell_from(kept["whole"]) if kept["whole"] else None,
        {name: tuple(_cell_from(one) for one in cells) for name, cells in kept["groups"].items()},
        {name: tuple(labels) for name, labels in kept["hidden"].items()},
    )


def _cell_from(kept: Mapping[str, Any]) -> Cell:
    return Cell(
        kept["group"],
        kept["n"],
        Quantiles(**kept["quantiles"]) if kept["quantiles"] else None,
        None if kept["counts"] is None else tuple(kept["counts"]),
    )
