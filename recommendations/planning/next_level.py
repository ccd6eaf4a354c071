"""The least work that reaches the next level, of a dimension or of the whole.

Hours first, then own money among plans of as many hours: an hour and a euro are never traded.
Real prerequisites count; what is not known gains nothing.
"""

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np

from assessment.answers import encode
from assessment.model import Level
from assessment.scorecard import Score, schemes
from assessment.scoring import overall, score
from assessment.simulation import raised
from recommendations.action import Action
from recommendations.choice import Situation
from recommendations.planning.linear import Linear, on
from recommendations.planning.offers import cost_of
from recommendations.projects import Project, applies, reached
from recommendations.wishes import Wishes

NODES = 2000
_MARGIN = 1e-3
"""Points of 100: above the rounding of the solver, far below what any option brings."""

_SETS = 50

Obstacle = Literal["nothing_known", "highest", "out_of_reach"]
Step = tuple[int, int]


@dataclass(frozen=True)
class NextLevel:
    """What to do to reach `level`: projects, or the obstacle when none would.

    `value` is the score they lead to, 0-100, of the dimension or, where it is None, of the whole.
    """

    dimension: str | None
    level: Level | None
    projects: tuple[Project, ...] = ()
    value: float | None = None
    obstacle: Obstacle | None = None

    @property
    def hours(self) -> int:
        """The enterprise's own hours."""
        return sum(project.hours for project in self.projects)


def next_level(
    actions: tuple[Action, ...],
    situation: Situation,
    wishes: Wishes,
    dimension: str | None = None,
) -> NextLevel:
    """The cheapest way up by one level. Pure; a refused action is not counted on."""
    card = situation.card
    now = card.overall if dimension is None else card.dimensions[dimension]
    level = _above(situation, now)
    if now.value is None:
        return NextLevel(dimension, None, obstacle="nothing_known")
    if level is None:
        return NextLevel(dimension, None, obstacle="highest")
    cheapest = _Cheapest(actions, situation, wishes, dimension)
    # A sum that is the threshold by hand may fall short of it in the machine, and so in the card:
    # such a set is set aside and the next one looked for.
    for _ in range(_SETS):
        projects = cheapest.reach(level.starts_at - now.value - _MARGIN)
        if projects is None:
            break
        value = _value(situation, projects, dimension)
        if value >= level.starts_at:
            return NextLevel(dimension, level, projects, value)
        cheapest.set_aside(projects)
    return NextLevel(dimension, level, obstacle="out_of_reach")


def _above(situation: Situation, now: Score) -> Level | None:
    """The lowest level that begins above this score."""
    levels = situation.questionnaire.levels
    return next((x for x in levels if now.value is not None and x.starts_at > now.value), None)


def _value(situation: Situation, projects: tuple[Project, ...], dimension: str | None) -> float:
    answers = situation.answers
    for project in projects:
        answers = raised(situation.questionnaire, answers, project.effects)
    scheme = schemes(situation.questionnaire, situation.card.form).dimensions
    scores = score(encode(scheme.questions, answers), scheme)
    if dimension is None:
        return float(overall(scores).value[0])
    return float(scores.value[0, scheme.groups.index(dimension)])


class _Cheapest:
    """One yes-or-no an action, one share a step up a question's options."""

    def __init__(
        self,
        actions: tuple[Action, ...],
        situation: Situation,
        wishes: Wishes,
        dimension: str | None,
    ) -> None:
        self.situation, self.dimension = situation, dimension
        usable = [a for a in actions if not a.retired and a.id not in wishes.refused]
        s = situation
        self.actions = {
            a.id: a
            for a in usable
            if applies(s.answers, a) and not reached(s.questionnaire, s.answers, a)
        }
        # An action that needs a refused one cannot be counted on.
        refused = {a.id for a in actions if a.id in wishes.refused and not self._there(a)}
        while blocked := [
            i for i, a in self.actions.items() if refused.intersection(a.prerequisites)
        ]:
            refused |= {*blocked}
            for action_id in blocked:
                del self.actions[action_id]
        self.scheme = schemes(s.questionnaire, s.card.form).dimensions
        self.codes = encode(self.scheme.questions, s.answers)
        self.points = self._points()
        self.aside: list[set[str]] = []

    def set_aside(self, projects: tuple[Project, ...]) -> None:
        """Never propose exactly this set again."""
        self.aside.append({project.id for project in projects})

    def reach(self, missing: float) -> tuple[Project, ...] | None:
        """The cheapest actions that add so many points; None when all together do not."""
        hours = self._solve(missing, {i: float(a.hours) for i, a in self.actions.items()})
        if hours is None:
            return None
        least = sum(self.actions[i].hours for i in hours)
        euros = {i: float(cost_of(Project(i, (a,)))[0]) for i, a in self.actions.items()}
        best = self._solve(missing, euros, most_hours=least) or hours
        return tuple(Project(i, (self.actions[i],)) for i in self._in_order(best))

    def _there(self, action: Action) -> bool:
        s = self.situation
        return not applies(s.answers, action) or reached(s.questionnaire, s.answers, action)

    def _points(self) -> dict[Step, float]:
        """What each step up brings to the score asked about, in points of 100."""
        steps = [
            (column, place)
            for column, question in enumerate(self.scheme.questions)
            if self.codes[0, column] >= 0
            for place in range(int(self.codes[0, column]) + 1, len(question.options))
        ]
        rows = np.repeat(self.codes, len(steps) + 1, axis=0)
        for row, (column, place) in enumerate(steps, 1):
            rows[row, column] = place
        scores = score(rows, self.scheme)
        if self.dimension is None:
            values = overall(scores).value.tolist()
        else:
            values = scores.value[:, self.scheme.groups.index(self.dimension)].tolist()
        worth = {step: v - values[0] for step, v in zip(steps, values[1:], strict=True)}
        return {s: v - worth.get((s[0], s[1] - 1), 0.0) for s, v in worth.items()}

    def _solve(
        self, missing: float, price: dict[str, float], most_hours: float = math.inf
    ) -> list[str] | None:
        linear = Linear()
        # A trace of hours beside money, so that nothing is done for nothing.
        chosen = {i: linear.column(-price[i] - 1e-4 * a.hours) for i, a in self.actions.items()}
        brought = []
        for step, points in self.points.items():
            bringing = [(chosen[i], -1.0) for i, a in self.actions.items() if self._raises(a, step)]
            if bringing and points > 0:
                share = linear.column(whole=False)
                brought.append((share, points))
                linear.row([(share, 1.0), *bringing], upper=0.0)
        linear.row(brought, lower=missing)
        linear.row([(c, float(self.actions[i].hours)) for i, c in chosen.items()], upper=most_hours)
        for action_id, action in self.actions.items():
            for need in action.prerequisites:
                if need in chosen:
                    linear.row([(chosen[action_id], 1.0), (chosen[need], -1.0)], upper=0.0)
        for apart in self.aside:
            others = [(c, 1.0 if i not in apart else -1.0) for i, c in chosen.items()]
            linear.row(others, lower=1.0 - len(apart))
        solved = linear.maximise(NODES)
        if solved is None:
            return None
        return [i for i, column in chosen.items() if on(solved.values, column)]

    def _raises(self, action: Action, step: Step) -> bool:
        column, place = step
        question = self.scheme.questions[column]
        return any(
            effect.question == question.id and question.positions[effect.to] >= place
            for effect in action.raises
        )

    def _in_order(self, chosen: list[str]) -> list[str]:
        """What must be done before comes before; else as the content has it."""
        order: list[str] = []

        def put(action_id: str) -> None:
            for need in self.actions[action_id].prerequisites:
                if need in chosen:
                    put(need)
            if action_id not in order:
                order.append(action_id)

        for action_id in chosen:
            put(action_id)
        return order
