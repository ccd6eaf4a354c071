"""Tables of counts with their small cells hidden, so that none can be computed from the others.

Primary: a cell under K is hidden, zero included ("fewer than five" holds 0 to 4). Secondary: in
each line (a row, a column, the whole) whose total is known, the hidden cells are two or more and
hold K or more together; else the smallest cell still shown is hidden too. Last, an exact check: a
hidden cell is safe when another table of counts with the same shown cells has another number there.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from network.anonymity import K

Counts = NDArray[np.int64]
Hidden = NDArray[np.bool_]
_Arc = tuple[int, int]


def hide(counts: Counts) -> Hidden:
    """Which cells of one line, [n], are hidden; their sum is known to everyone.

    >>> hide(np.array([12, 5, 1, 0])).tolist(), hide(np.array([9, 0, 0, 0])).tolist()
    ([False, True, True, True], [True, True, True, True])
    """
    hidden = counts < K
    _complete(counts, hidden)
    return hidden


def hide_table(counts: Counts, rest: bool, totals: Hidden) -> Hidden:
    """Which cells, [groups, columns], are hidden beside a line of totals, `totals` of it hidden.

    Sums of rows are known. With `rest` the last row is that of the groups not shown: all hidden.
    """
    hidden = counts < K
    if rest:
        hidden[-1] = True
    _complete_lines(counts, hidden, totals)
    # From the smallest group on, whole rows: once all are hidden nothing is left to compute.
    for row in np.argsort(counts.sum(axis=1), kind="stable"):
        if not _computable(counts, hidden, totals):
            break
        hidden[row] = True
        _complete_lines(counts, hidden, totals)
    return hidden


def _complete(counts: Counts, hidden: Hidden) -> bool:
    """Hides more cells of one line, in place, until those hidden protect one another."""
    changed = False
    while hidden.any() and not hidden.all() and not _enough(counts, hidden):
        smallest = np.where(hidden, np.iinfo(np.int64).max, counts).argmin()
        hidden[smallest] = changed = True
    return changed


def _enough(counts: Counts, hidden: Hidden) -> bool:
    return bool(hidden.sum() >= 2 and counts[hidden].sum() >= K)


def _complete_lines(counts: Counts, hidden: Hidden, totals: Hidden) -> None:
    changed = True
    while changed:
        lines = [(counts[row], hidden[row]) for row in range(len(counts))]
        lines += [(counts[:, at], hidden[:, at]) for at in np.flatnonzero(~totals)]
        # `hidden[...]` are views of the table: each line sees what the ones before it hid.
        changed = sum(_complete(*line) for line in lines) > 0


def _computable(counts: Counts, hidden: Hidden, totals: Hidden) -> bool:
    """Whether some hidden cell can have one number only.

    Rows and columns are nodes; a hidden cell can grow (row to column) and, when not zero, shrink
    (column to row). A cell can change exactly when one of its two arcs closes a cycle that does
    not come straight back: going round it moves one count without touching a total.
    """
    arcs = list(_arcs(counts, hidden, totals))
    if not arcs:
        return False
    both = {frozenset(arc) for arc in arcs}
    return any(not _can_change(arcs, pair) for pair in both)


def _arcs(counts: Counts, hidden: Hidden, totals: Hidden) -> Iterator[_Arc]:
    rows = len(counts)
    whole, first_column = rows, rows + 1
    for row, column in np.argwhere(hidden).tolist():
        yield row, first_column + column
        if counts[row, column]:
            yield first_column + column, row
    for column in np.flatnonzero(totals).tolist():
        yield first_column + column, whole
        if counts[:, column].any():
            yield whole, first_column + column


def _can_change(arcs: list[_Arc], pair: frozenset[int]) -> bool:
    others = [arc for arc in arcs if frozenset(arc) != pair]
    return any(
        frozenset((start, end)) == pair and _leads(others, end, start) for start, end in arcs
    )


def _leads(arcs: list[_Arc], start: int, end: int) -> bool:
    reached, todo = {start}, [start]
    while todo:
        here = todo.pop()
        nexts = {there for from_, there in arcs if from_ == here} - reached
        reached |= nexts
        todo += nexts
    return end in reached
