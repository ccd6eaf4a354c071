"""One measure: its samples, the target they are held against, and how they read in a table."""

import gc
import os
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np


@dataclass(frozen=True)
class Measure:
    """Samples of one quantity. `target` bounds the median; None: the figure is only told."""

    name: str
    unit: str
    samples: tuple[float, ...]
    target: float | None = None
    note: str = ""

    @property
    def median(self) -> float:
        """The middle sample."""
        return statistics.median(self.samples)

    @property
    def p95(self) -> float:
        """The sample that 95 % do not exceed (nearest rank)."""
        ordered = sorted(self.samples)
        return ordered[-(-len(ordered) * 95 // 100) - 1]

    @property
    def ratio(self) -> float | None:
        """Median over target: 1 or less holds; None without a target, or when it is zero."""
        return self.median / self.target if self.target else None

    def as_json(self) -> dict[str, Any]:
        """The figures, without the samples behind them."""
        return {
            "name": self.name,
            "unit": self.unit,
            "count": len(self.samples),
            "median": round(self.median, 4),
            "p95": round(self.p95, 4),
            "least": round(min(self.samples), 4),
            "target": self.target,
            "ratio": None if self.ratio is None else round(self.ratio, 3),
            "note": self.note,
        }


def timed(what: Callable[[], object], times: int, warm: int = 3) -> tuple[float, ...]:
    """Milliseconds of each of so many calls, after `warm` unmeasured ones."""
    for _ in range(warm):
        what()
    settle()
    return tuple(once(what) for _ in range(times))


def settle() -> None:
    """Leaves what is loaded to itself, as the server does once it has started."""
    gc.collect()
    gc.freeze()


def once(what: Callable[[], object]) -> float:
    """Milliseconds of one call."""
    begin = time.perf_counter()
    what()
    return (time.perf_counter() - begin) * 1000


def slope(sizes: Sequence[float], times: Sequence[float]) -> float:
    """The exponent of growth: time goes as n to this, by least squares of the logarithms."""
    return float(np.polyfit(np.log(sizes), np.log(times), 1)[0])


def numbers(name: str, usual: tuple[int, ...]) -> tuple[int, ...]:
    """Whole numbers from the environment, with commas between them, for a shorter run."""
    given = os.environ.get(name)
    return tuple(map(int, given.split(","))) if given else usual


def table(measures: Sequence[Measure]) -> str:
    """The measures as a Markdown table."""
    head = "| measure | n | median | p95 | target | ratio | note |\n|---|--:|--:|--:|--:|--:|---|"
    return "\n".join((head, *map(_row, measures)))


def _row(measure: Measure) -> str:
    cells = (
        measure.name,
        f"{len(measure.samples)}",
        _number(measure.median, measure.unit),
        _number(measure.p95, measure.unit) if len(measure.samples) > 1 else "",
        "" if measure.target is None else _number(measure.target, measure.unit),
        "" if measure.ratio is None else f"{measure.ratio:.2f}",
        measure.note,
    )
    return f"| {' | '.join(cells)} |"


def _number(value: float, unit: str) -> str:
    digits = 0 if value >= 100 or value == int(value) else 1 if value >= 10 else 2
    return f"{value:,.{digits}f} {unit}".strip()
