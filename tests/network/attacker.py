"""Somebody who knows who stands in every published set, and compares all publications.

She knows more than anybody should: membership, groups, and who was left out. What she looks for is
one value: the level of a member.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence

import highspy

from network.aggregate import Aggregate, Cell, Ledger
from network.members import GROUPINGS

Publication = tuple[Aggregate, Ledger]
_Set = tuple[frozenset[str], Cell]


def described(publications: Sequence[Publication], subject: str) -> list[_Set]:
    """Each published set of units with what is said of it."""
    return [one for each in publications for one in _sets(each, subject)]


def _sets(publication: Publication, subject: str) -> Iterator[_Set]:
    aggregate, ledger = publication
    picture, cells = aggregate.picture(subject), ledger[subject]
    if picture.whole is None:
        return
    yield frozenset(cells), picture.whole
    for place, grouping in enumerate(GROUPINGS):
        for cell in picture.groups[grouping]:
            inside = {unit for unit, told in cells.items() if _label(told, place) == cell.group}
            yield frozenset(inside), cell


def _label(told: str, place: int) -> str:
    return str(json.loads(told)[place])


def parts(publications: Sequence[Publication], subject: str) -> list[frozenset[str]]:
    """The units that no published set tells apart, together."""
    signature: dict[str, list[int]] = defaultdict(list)
    for number, (units, _) in enumerate(described(publications, subject)):
        for unit in units:
            signature[unit].append(number)
    together: dict[tuple[int, ...], set[str]] = defaultdict(set)
    for unit, numbers in signature.items():
        together[tuple(numbers)].add(unit)
    return [frozenset(each) for each in together.values()]


def found_out(publications: Sequence[Publication], subject: str, levels: int = 4) -> set[str]:
    """The units whose level she is certain of, from every count ever shown."""
    groups = parts(publications, subject)
    certain: set[str] = set()
    for place, group in enumerate(groups):
        for level in range(levels):
            if _least(publications, subject, groups, levels, (place, level)) >= len(group) - 1e-6:
                certain |= group
    return certain


def _least(
    publications: Sequence[Publication],
    subject: str,
    groups: Sequence[frozenset[str]],
    levels: int,
    wanted: tuple[int, int],
) -> float:
    """How many of a group are at a level at the very least: whole numbers, all that is shown."""
    solver = highspy.Highs()
    solver.silent()
    count = {
        (place, level): solver.addIntegral(0, len(group))
        for place, group in enumerate(groups)
        for level in range(levels)
    }
    for place, group in enumerate(groups):
        solver.addConstr(sum(count[place, level] for level in range(levels)) == len(group))
    for units, cell in described(publications, subject):
        inside = [place for place, group in enumerate(groups) if group <= units]
        for level, shown in enumerate(cell.counts or ()):
            if shown is not None:
                solver.addConstr(sum(count[place, level] for place in inside) == shown)
    solver.minimize(1 * count[wanted])
    return float(solver.getInfo().objective_function_value)
