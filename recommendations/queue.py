"""In what order: the floor when it is low, the pathway's own first steps, then the best gain."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Literal

import numpy as np

from assessment.answers import UNKNOWN_CODE, Answers, encode
from assessment.scorecard import ScoreCard, advice_scheme, overall_values, score_card
from assessment.simulation import raised, raised_codes
from recommendations.action import Action
from recommendations.choice import Situation
from recommendations.pathway import Pathway
from recommendations.projects import SAFETY_NET, Project, applies, reached, safety_net

Reason = Literal["floor", "pathway", "prerequisite", "gain", "pinned"]

FLOOR_FIRST_FROM = 3
"""With this many points known missing, the safety net comes before everything else."""

NO_GAIN = 1e-9
"""Points of 100: less is the rounding of the machine, never a gain."""


@dataclass(frozen=True)
class Queued:
    """A project in its place: why it stands there, and the score card once it is done.

    The cards come without the readings of other frameworks.
    """

    project: Project
    reason: Reason
    before: ScoreCard
    after: ScoreCard
    alone: bool = False
    """Nothing else runs beside it."""


@dataclass(frozen=True)
class Wishes:
    """What the enterprise decided itself: action ids to have, and to leave out."""

    pinned: tuple[str, ...] = ()
    refused: frozenset[str] = frozenset()


def queue(
    actions: tuple[Action, ...], pathway: Pathway, situation: Situation, wishes: Wishes
) -> tuple[Queued, ...]:
    """Every useful project in order. Pure and deterministic; ids settle ties.

    A project is useful when it raises a known answer, or when the pathway starts with it.
    """
    picker = _Picker(actions, pathway, situation, wishes)
    return tuple(picker.pick())


class _Picker:
    """Walks through the candidates, re-scoring after each, until none gains anything."""

    def __init__(
        self,
        actions: tuple[Action, ...],
        pathway: Pathway,
        situation: Situation,
        wishes: Wishes,
    ) -> None:
        self.by_id = {a.id: a for a in actions if a.id not in wishes.refused and not a.retired}
        self.pathway, self.situation, self.wishes = pathway, situation, wishes
        self.questionnaire = situation.questionnaire
        self.answers: Answers = situation.answers
        self.card = situation.card
        self.done: set[str] = set()
        self._scheme = advice_scheme(self.questionnaire, self.answers, self.card.form)
        # As codes, once: they are weighed anew after each pick. An action without any raises
        # only questions nobody opened, and gains nothing.
        effects = {
            a.id: encode(self._scheme.questions, Project(a.id, (a,)).effects)
            for a in self.by_id.values()
        }
        self._effects = {i: row for i, row in effects.items() if (row != UNKNOWN_CODE).any()}

    def pick(self) -> Iterator[Queued]:
        net = safety_net(
            tuple(self.by_id.values()),
            self.situation.floor,
            self.pathway.first_actions,
            self.wishes.refused,
        )
        first = self._firsts()
        if net and len(self.situation.floor.missing) >= FLOOR_FIRST_FROM:
            yield replace(self._take(net, "floor"), alone=True)
            yield from first
        else:
            yield from islice(first, 1)
            if net:
                yield self._take(net, "floor")
            yield from first
        yield from self._by_gain()

    def _firsts(self) -> Iterator[Queued]:
        yield from self._each(self.wishes.pinned, "pinned")
        yield from self._each(self.pathway.first_actions, "pathway")

    def _each(self, ids: tuple[str, ...], reason: Reason) -> Iterator[Queued]:
        for action in (self.by_id[i] for i in ids if i in self.by_id):
            if self._open(action):
                yield from self._with_prerequisites(action, reason)
            elif self.pathway.finds_out and action.id not in self.done:
                yield self._take(Project(action.id, (action,)), reason)

    def _by_gain(self) -> Iterator[Queued]:
        while best := self._best():
            yield from self._with_prerequisites(best, "gain")

    def _open(self, action: Action) -> bool:
        return (
            action.id not in self.done
            and applies(self.answers, action)
            and not reached(self.questionnaire, self.answers, action)
        )

    def _best(self) -> Action | None:
        candidates = [i for i in self._effects if i not in self.done]
        gains = {
            i: gain
            for i, gain in zip(candidates, self._gains(candidates), strict=True)
            if gain > NO_GAIN
        }
        # Answers only rise: what gains nothing now never will.
        self._effects = {i: self._effects[i] for i in gains}
        ranked = [
            (-gain * self._theme_weight(self.by_id[i]) / self._hours(self.by_id[i]), i)
            for i, gain in gains.items()
        ]
        return self.by_id[min(ranked)[1]] if ranked else None

    def _gains(self, candidates: list[str]) -> list[float]:
        """What each candidate would add to the whole, opened deep dives included, in one pass.

        In points of 100; nan, which is no gain, while nothing is known.
        """
        if not candidates:
            return []
        codes = encode(self._scheme.questions, self.answers)
        effects = np.concatenate([self._effects[i] for i in candidates])
        rows = np.concatenate([codes, raised_codes(codes, effects)])
        now, *values = overall_values(rows, self._scheme).tolist()
        return [value - now for value in values]

    def _hours(self, action: Action) -> int:
        """Its hours and those of what must be done before it."""
        before = (self.by_id[i] for i in action.prerequisites if i in self.by_id)
        return action.hours + sum(self._hours(a) for a in before if self._open(a))

    def _theme_weight(self, action: Action) -> float:
        """The pathway's first theme counts twice its last one."""
        themes = self.pathway.themes
        dimension = self.questionnaire.dimension_of(action.raises[0].question).id
        return 2 - themes.index(dimension) / (len(themes) - 1)

    def _with_prerequisites(self, action: Action, reason: Reason) -> Iterator[Queued]:
        for needed in action.prerequisites:
            before = self.by_id.get(needed)
            if before and self._open(before):
                yield from self._with_prerequisites(before, "prerequisite")
        if self._open(action):
            yield self._take(Project(action.id, (action,)), reason)

    def _take(self, project: Project, reason: Reason) -> Queued:
        before = self.card
        self.answers = raised(self.questionnaire, self.answers, project.effects)
        self.card = self._score(self.answers)
        self.done.update(action.id for action in project.actions)
        if project.id == SAFETY_NET:
            self.done.add(SAFETY_NET)
        return Queued(project, reason, before, self.card)

    def _score(self, answers: Answers) -> ScoreCard:
        return score_card(
            self.questionnaire, answers, self.situation.card.form, with_readings=False
        )
