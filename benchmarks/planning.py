"""The optimiser: how near the proven bound, in how long, and what it gains over the plan at once.

Problems of two sizes, with the hours, weeks and costs of our own actions; then the worked
enterprises of the tests as they are.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from assessment.floor import floor
from assessment.scorecard import score_card
from benchmarks import case
from benchmarks.measure import Measure, once, settle
from benchmarks.problems import instance
from recommendations.choice import Situation, choose
from recommendations.planning.asked import Asked
from recommendations.planning.assemble import assemble
from recommendations.planning.candidates import gather
from recommendations.planning.problem import Problem
from recommendations.planning.solve import Effort, best_plan, plan_at_once
from reports.library import load_library

SEEDS = range(10)


@dataclass(frozen=True)
class _Size:
    """A name, its targets in per cent and in milliseconds, and its problems."""

    name: str
    gap: float
    milliseconds: float
    problems: tuple[Problem, ...]


def measures() -> list[Measure]:
    """Gap in per cent, milliseconds, gain over the plan at once in per cent; by size."""
    small = tuple(instance(seed, 30, 18, 12) for seed in SEEDS)
    large = tuple(instance(seed, 60, 24, 20) for seed in SEEDS)
    settle()
    sizes = (
        _Size("30 actions, 6 quarters, 12 programmes", 1.0, 3000, small),
        _Size("60 actions, 8 quarters, 20 programmes", 3.0, 5000, large),
        _Size("worked enterprises", 1.0, 3000, tuple(_worked())),
    )
    return [measure for size in sizes for measure in _measured(size)]


def _measured(size: _Size) -> Iterable[Measure]:
    gaps, gains, times, greedy = [], [], [], []
    for problem in size.problems:
        found = []
        times.append(once(lambda p=problem, kept=found: kept.append(best_plan(p, Effort()))))
        greedy.append(once(lambda p=problem, kept=found: kept.append(plan_at_once(p))))
        best, at_once = found
        if best is None or best.gap is None:
            continue
        gaps.append(100 * best.gap)
        gains.append(100 * (best.worth / at_once.worth - 1))
    worst = f"worst {max(gaps):.1f} %"
    yield Measure(f"plan, {size.name}: gap", "%", tuple(gaps), size.gap, worst)
    yield Measure(f"plan, {size.name}: time", "ms", tuple(times), size.milliseconds)
    yield Measure(f"plan, {size.name}: gain over at once", "%", tuple(gains))
    yield Measure(f"plan, {size.name}: at once", "ms", tuple(greedy))


def _worked() -> Iterable[Problem]:
    """The worked enterprises that have something to plan, aid left out."""
    library = load_library(case.LANGUAGE)
    for sheet in case.every_sheet():
        questionnaire = library.questionnaire
        card, points = score_card(questionnaire, sheet.answers), floor(questionnaire, sheet.answers)
        situation = Situation(questionnaire, sheet.answers, card, points)
        pathway = choose(library.pathways, situation).pathway
        asked = Asked(library.actions, pathway, situation, dt.date(2026, 11, 22))
        found = gather(asked)
        yield assemble(found, [()] * len(found.projects), asked).problem
