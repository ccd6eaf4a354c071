"""From a situation to the problem: which projects could be in the plan, and what each brings.

A gain is the score done again with the effect, weighted by the pathway's themes. What is not
known gains nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from assessment.answers import UNKNOWN_CODE, encode
from assessment.scorecard import advice_scheme, overall_values
from recommendations.action import Action
from recommendations.planning.asked import Asked
from recommendations.planning.greedy import NO_GAIN
from recommendations.projects import SAFETY_NET, Project, applies, reached, safety_net

FLOOR_FIRST_FROM = 3
"""With this many points known missing, the safety net comes before everything else."""

PATHWAY_BONUS = 2.0
"""Points for each of the pathway's first actions: about half a question's way up."""

Increment = tuple[int, int]
"""Column of a question in the scheme, and an option (its place) above today's answer."""


@dataclass(frozen=True)
class Candidate:
    """A project that could be in the plan: what it raises, and the action ids it waits for."""

    project: Project
    raises: frozenset[Increment]
    waits_for: tuple[str, ...]
    bonus: float = 0.0


@dataclass(frozen=True)
class Candidates:
    """Everything that could be done. `head` are project ids that come first, in order.

    `set_aside` are open actions refused, or kept out by a refusal: `blocked` names the one.
    `in_place` are pinned actions with nothing left to do.
    """

    projects: tuple[Candidate, ...]
    points: dict[Increment, float]
    head: tuple[str, ...]
    alone: bool
    blocked: dict[str, str]
    set_aside: dict[str, Action]
    in_place: tuple[Action, ...] = ()

    def index(self) -> dict[str, int]:
        """Project and action id to place; the actions of a bundle lead to it."""
        places = {}
        for place, candidate in enumerate(self.projects):
            places[candidate.project.id] = place
            places |= {action.id: place for action in candidate.project.actions}
        return places


def gather(asked: Asked) -> Candidates:
    """The candidates in the order of the content, the safety net first. Pure."""
    return _Gathering(asked).run()


class _Gathering:
    def __init__(self, asked: Asked) -> None:
        actions = asked.actions
        self.pathway, self.situation, self.wishes = asked.pathway, asked.situation, asked.wishes
        self.net = safety_net(
            tuple(a for a in actions if not a.retired),
            asked.situation.floor,
            asked.pathway.first_actions,
            asked.wishes.refused,
        )
        self.known = {a.id: a for a in actions if not a.retired}
        self.bundle = {a.id: a for a in self.net.actions} if self.net else {}
        self.open = {i: a for i, a in self.known.items() if i not in self.bundle and self._open(a)}
        self.blocked = self._blocked()
        self.points = self._points()

    def run(self) -> Candidates:
        kept = self._kept()
        nets = [self._candidate(self.net)] if self.net else []
        singles = [self._candidate(Project(a.id, (a,))) for a in self.open.values() if a.id in kept]
        head, alone = self._head(kept)
        aside = {
            a.id: a
            for a in self.open.values()
            if a.id in self.wishes.refused or a.id in self.blocked
        }
        return Candidates(
            (*nets, *singles), self.points, head, alone, self.blocked, aside, self._in_place()
        )

    def _in_place(self) -> tuple[Action, ...]:
        """What was asked for and is there already, or does not apply."""
        done = {i: a for i, a in self.known.items() if i not in self.open | self.bundle}
        return tuple(done[i] for i in dict.fromkeys(self.wishes.pinned) if i in done)

    def _open(self, action: Action) -> bool:
        """Whether there is something to do: it applies and is not known to be in place."""
        answers, questionnaire = self.situation.answers, self.situation.questionnaire
        if self.pathway.finds_out and action.id in self.pathway.first_actions:
            return True
        return applies(answers, action) and not reached(questionnaire, answers, action)

    def _blocked(self) -> dict[str, str]:
        """Actions that a refused one must come before, directly or not."""
        blocked: dict[str, str] = {}
        for action in self.open.values():
            if action.id not in self.wishes.refused and (by := self._refused_before(action)):
                blocked[action.id] = by
        return blocked

    def _refused_before(self, action: Action) -> str | None:
        for need in action.prerequisites:
            if need in self.open:
                deeper = need if need in self.wishes.refused else None
                if deeper := deeper or self._refused_before(self.open[need]):
                    return deeper
        return None

    def _points(self) -> dict[Increment, float]:
        """What each step up a question's options brings, in weighted points of the whole."""
        s = self.situation
        scheme = advice_scheme(s.questionnaire, s.answers, s.card.form)
        self._columns = {q.id: column for column, q in enumerate(scheme.questions)}
        self._questions = scheme.questions
        self._codes = codes = encode(scheme.questions, s.answers)
        steps = [
            (column, place)
            for column, question in enumerate(scheme.questions)
            if codes[0, column] >= 0
            for place in range(int(codes[0, column]) + 1, len(question.options))
        ]
        rows = np.repeat(codes, len(steps) + 1, axis=0)
        for row, (column, place) in enumerate(steps, 1):
            rows[row, column] = place
        values = overall_values(rows, scheme).tolist()
        worth = {step: value - values[0] for step, value in zip(steps, values[1:], strict=True)}
        return {
            (column, place): gain * self._theme(column)
            for (column, place), value in worth.items()
            if (gain := value - worth.get((column, place - 1), 0.0)) > NO_GAIN
        }

    def _theme(self, column: int) -> float:
        """The pathway's first theme counts twice its last one."""
        themes = self.pathway.themes
        question = self._questions[column].id
        place = themes.index(self.situation.questionnaire.dimension_of(question).id)
        return 2 - place / (len(themes) - 1)

    def _raises(self, project: Project) -> frozenset[Increment]:
        effects = encode(self._questions, project.effects)[0]
        columns = np.flatnonzero(effects != UNKNOWN_CODE).tolist()
        return frozenset(
            step for step in self.points if step[0] in columns and step[1] <= effects[step[0]]
        )

    def _kept(self) -> set[str]:
        """Actions that gain something or are asked for, and what they need."""
        kept: set[str] = set()
        for action in self.open.values():
            if action.id in self.wishes.refused or action.id in self.blocked:
                continue
            asked = action.id in (*self.pathway.first_actions, *self.wishes.pinned)
            if asked or self._raises(Project(action.id, (action,))):
                kept |= {action.id, *self._before(action)}
        return kept

    def _before(self, action: Action) -> Iterator[str]:
        for need in action.prerequisites:
            if need in self.open:
                yield need
                yield from self._before(self.open[need])

    def _candidate(self, project: Project) -> Candidate:
        needs = {need for action in project.actions for need in action.prerequisites}
        waits = sorted(need for need in needs if need in self.open)
        # What is bundled in the net is waited for as the whole net.
        if needs & self.bundle.keys() and project.id != SAFETY_NET:
            waits.append(SAFETY_NET)
        first = project.id in self.pathway.first_actions
        return Candidate(
            project, self._raises(project), tuple(waits), PATHWAY_BONUS if first else 0.0
        )

    def _head(self, kept: set[str]) -> tuple[tuple[str, ...], bool]:
        """What comes first: pins, the pathway's first action, the net second or before all."""
        pins = [i for i in self.wishes.pinned if i in kept]
        path = next((i for i in self.pathway.first_actions if i in kept), None)
        first = list(dict.fromkeys([*pins, *([path] if path else [])]))
        if self.net is None:
            return tuple(first), False
        alone = len(self.situation.floor.missing) >= FLOOR_FIRST_FROM
        at = 0 if alone else 1
        return (*first[:at], SAFETY_NET, *first[at:]), alone
