"""Tables of counts: small cells are hidden, and none can be computed from what is shown."""

from itertools import product

import highspy
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from network.anonymity import K
from network.counts import hide, hide_table

LINES = st.lists(st.integers(0, 14), min_size=2, max_size=5).filter(lambda c: sum(c) >= K)
ROWS = st.lists(
    st.lists(st.sampled_from([0, 0, 1, 2, 4, 5, 6, 9]), min_size=4, max_size=4).filter(
        lambda row: sum(row) >= K
    ),
    min_size=2,
    max_size=5,
)


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ([6, 6, 6, 6], [6, 6, 6, 6]),
        ([12, 5, 1, 0], [12, None, None, None]),
        ([12, 3, 0, 0], [None, None, None, None]),
        ([9, 0, 0, 0], [None, None, None, None]),
        ([8, 7, 3, 3], [8, 7, None, None]),
    ],
)
def test_a_line_hides_small_cells_and_enough_others(counts: list[int], shown: list) -> None:
    hidden = hide(np.array(counts))
    assert [None if h else c for c, h in zip(counts, hidden, strict=True)] == shown


@given(LINES)
def test_the_hidden_cells_of_a_line_can_all_be_something_else(counts: list[int]) -> None:
    line = np.array(counts)
    hidden = hide(line)
    assert not (line[~hidden] < K).any()
    if hidden.any():
        assert hidden.sum() >= 2
        assert line[hidden].sum() >= K


def bounds(table: np.ndarray, hidden: np.ndarray, totals: np.ndarray, cell: tuple) -> list[float]:
    """What a solver finds the hidden cell can be at least and at most, from all that is shown."""
    rows, columns = table.shape
    found = []
    for sense in (1, -1):
        solver = highspy.Highs()
        solver.silent()
        numbers = {at: solver.addVariable(0, 1e6) for at in product(range(rows), range(columns))}
        whole = [solver.addVariable(0, 1e6) for _ in range(columns)]
        for at, number in numbers.items():
            if not hidden[at]:
                solver.addConstr(number == int(table[at]))
        for row in range(rows):
            solver.addConstr(sum(numbers[row, c] for c in range(columns)) == int(table[row].sum()))
        for column in range(columns):
            total = sum(numbers[row, column] for row in range(rows))
            solver.addConstr(total - whole[column] == 0)
            if not totals[column]:
                solver.addConstr(whole[column] == int(table[:, column].sum()))
        solver.minimize(sense * numbers[cell])
        found.append(sense * solver.getInfo().objective_function_value)
    return found


@settings(max_examples=60, deadline=None)
@given(ROWS, st.booleans())
def test_a_solver_cannot_compute_a_hidden_cell(rows: list[list[int]], rest: bool) -> None:
    table = np.array(rows)
    totals = hide(table.sum(axis=0))
    hidden = hide_table(table, rest, totals)
    assert not (table[~hidden] < K).any()
    for cell in map(tuple, np.argwhere(hidden).tolist()):
        low, high = bounds(table, hidden, totals, cell)
        assert high - low >= 1 - 1e-6


def test_a_table_with_large_cells_only_is_shown_whole() -> None:
    table = np.full((3, 4), 6)
    assert not hide_table(table, False, hide(table.sum(axis=0))).any()


def test_a_small_cell_takes_another_of_its_row_and_of_its_column_along() -> None:
    table = np.array([[3, 9, 9, 9], [9, 9, 9, 9], [9, 9, 9, 9]])
    hidden = hide_table(table, False, hide(table.sum(axis=0)))
    assert hidden[0].sum() >= 2
    assert hidden[:, 0].sum() >= 2
    assert 4 <= hidden.sum() < table.size
