"""A mixed-integer problem for HiGHS: columns between 0 and 1, rows, a maximum.

One thread, a fixed seed and a limit in nodes, never in seconds: the same answer every time.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

import highspy
import numpy as np

NONE = float("inf")
Terms = Iterable[tuple[int, float]]
"""Columns with their factor."""


@dataclass(frozen=True)
class Solved:
    """The columns' values, the objective they reach, and the bound no answer can pass."""

    values: tuple[float, ...]
    objective: float
    bound: float


@dataclass
class Linear:
    """Collects columns and rows, then solves."""

    gains: list[float] = field(default_factory=list)
    whole: list[bool] = field(default_factory=list)
    uppers: list[float] = field(default_factory=list)
    lower: list[float] = field(default_factory=list)
    upper: list[float] = field(default_factory=list)
    starts: list[int] = field(default_factory=lambda: [0])
    columns: list[int] = field(default_factory=list)
    factors: list[float] = field(default_factory=list)

    def column(self, gain: float = 0.0, *, whole: bool = True, upper: float = 1.0) -> int:
        """A new column and its part in the objective; its place."""
        self.gains.append(gain)
        self.whole.append(whole)
        self.uppers.append(upper)
        return len(self.gains) - 1

    def row(self, terms: Terms, upper: float = NONE, lower: float = -NONE) -> None:
        """A new row: the terms stay between the two bounds."""
        for column, factor in terms:
            self.columns.append(column)
            self.factors.append(factor)
        self.starts.append(len(self.columns))
        self.lower.append(lower)
        self.upper.append(upper)

    def maximise(self, nodes: int, gap: float = 0.0) -> Solved | None:
        """The best values found; None when no values fit. `gap` is a fraction to stop at."""
        solver = highspy.Highs()  # type: ignore[no-untyped-call]
        for option, value in (
            ("output_flag", False), ("threads", 1), ("random_seed", 1),
            ("mip_max_nodes", nodes), ("mip_rel_gap", gap),
            # Measured: half the time for the same bound. Good plans are looked for elsewhere.
            ("mip_allow_restart", False), ("mip_detect_symmetry", False),
            ("mip_heuristic_effort", 0.0),
        ):  # fmt: skip
            solver.setOptionValue(option, value)
        solver.passModel(self._model())
        solver.run()
        info = solver.getInfo()
        if info.primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
            return None
        values = tuple(float(value) for value in solver.getSolution().col_value)
        return Solved(values, float(info.objective_function_value), float(info.mip_dual_bound))

    def _model(self) -> highspy.HighsLp:
        model = highspy.HighsLp()
        model.num_col_, model.num_row_ = len(self.gains), len(self.lower)
        model.sense_ = highspy.ObjSense.kMaximize
        model.col_cost_ = np.array(self.gains)
        model.col_lower_, model.col_upper_ = np.zeros(len(self.gains)), np.array(self.uppers)
        model.row_lower_, model.row_upper_ = np.array(self.lower), np.array(self.upper)
        model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        model.a_matrix_.start_ = np.array(self.starts, np.int32)
        model.a_matrix_.index_ = np.array(self.columns, np.int32)
        model.a_matrix_.value_ = np.array(self.factors)
        integer, real = highspy.HighsVarType.kInteger, highspy.HighsVarType.kContinuous
        model.integrality_ = [integer if whole else real for whole in self.whole]
        return model


def on(values: tuple[float, ...], column: int) -> bool:
    """Whether a yes-or-no column is yes."""
    return values[column] > 0.5
