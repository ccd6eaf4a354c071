"""From a plan in numbers to the roadmap people read: dates, reasons, money, what is left out."""

import datetime as dt
import math

from assessment.answers import Answers
from assessment.scorecard import ScoreCard, score_card
from assessment.simulation import raised
from recommendations.planning.asked import Asked
from recommendations.planning.assemble import Assembled
from recommendations.planning.costs import bills
from recommendations.planning.greedy import NO_GAIN, gain
from recommendations.planning.problem import SLACK
from recommendations.planning.solve import Plan
from recommendations.planning.why_not import left_out
from recommendations.projects import SAFETY_NET
from recommendations.roadmap import Reason, Roadmap, Step


def dated(assembled: Assembled, plan: Plan, asked: Asked) -> Roadmap:
    """The roadmap that begins on this day. Pure."""
    return _Dating(assembled, plan, asked).roadmap()


class _Dating:
    def __init__(self, assembled: Assembled, plan: Plan, asked: Asked) -> None:
        self.assembled, self.plan, self.problem = assembled, plan, assembled.problem
        self.asked = asked
        self.projects = [candidate.project for candidate in assembled.candidates.projects]
        self.order = self._by_start()
        self.bills = bills(assembled, plan, asked.means, self.order)

    def roadmap(self) -> Roadmap:
        cards = self._cards()
        steps = tuple(self._step(index, *cards[index]) for index in self.order)
        left = left_out(self.assembled, self.plan, self.order)
        return Roadmap(self.asked.means, steps, left, self.plan.gap)

    def _by_start(self) -> list[int]:
        placed = self.plan.placed
        head = self.problem.head
        rank = {index: place for place, index in enumerate(head)}
        return sorted(placed, key=lambda i: (placed[i][0], rank.get(i, len(head)), placed[i][1], i))

    def _step(self, index: int, before: ScoreCard, after: ScoreCard) -> Step:
        start, end = self.plan.placed[index]
        cost, payment = self.bills[index]
        return Step(
            project=self.projects[index],
            reason=self._reason(index),
            before=before,
            after=after,
            # A day two projects share would count as three at once: the later one waits for it.
            start=self.asked.on + dt.timedelta(days=math.ceil(7 * start - SLACK)),
            end=self.asked.on + dt.timedelta(days=math.ceil(7 * end - SLACK) - 1),
            active=start == 0,
            cost=cost,
            payment=payment,
        )

    def _cards(self) -> dict[int, tuple[ScoreCard, ScoreCard]]:
        """The score cards around the end of each project, in the order they end."""
        s, placed = self.asked.situation, self.plan.placed
        answers: Answers = s.answers
        card, cards = s.card, {}
        for index in sorted(placed, key=lambda i: (placed[i][1], i)):
            answers = raised(s.questionnaire, answers, self.projects[index].effects)
            after = score_card(s.questionnaire, answers, s.card.form, with_readings=False)
            cards[index] = (card, after)
            card = after
        return cards

    def _reason(self, index: int) -> Reason:
        project = self.projects[index]
        if project.id == SAFETY_NET:
            return "floor"
        if project.id in self.asked.wishes.pinned:
            return "pinned"
        if project.id in self.asked.pathway.first_actions:
            return "pathway"
        others = [self.problem.jobs[other] for other in self.plan.placed]
        needed = any(index in job.needs for job in others)
        return "prerequisite" if needed and not self._brings(index) else "gain"

    def _brings(self, index: int) -> bool:
        placed = self.plan.placed
        earlier = [other for other in placed if placed[other][1] < placed[index][1]]
        return gain(self.problem, index, earlier) > NO_GAIN
