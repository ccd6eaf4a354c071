"""The whole way: candidates, problem, plan, roadmap; wishes that do not fit are explained."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from recommendations.action import Action
from recommendations.facts import Facts
from recommendations.planning.asked import Asked
from recommendations.planning.assemble import Assembled, assemble
from recommendations.planning.candidates import Candidates, gather
from recommendations.planning.dated import dated
from recommendations.planning.greedy import greedy_order
from recommendations.planning.offers import FundingOf, offers
from recommendations.planning.relaxing import fitting_head, remedy, with_head
from recommendations.planning.solve import Effort, Plan, best_plan, plan_at_once
from recommendations.projects import SAFETY_NET, Project
from recommendations.roadmap import Relax, Roadmap
from recommendations.wishes import Wishes


@dataclass(frozen=True)
class Money:
    """What may pay: the programmes for a project, the facts amounts are read with."""

    funding: FundingOf
    facts: Facts


def roadmap(asked: Asked, money: Money, effort: Effort | None = None) -> Roadmap:
    """The roadmap from its day on: at once without `effort`, the best one found with it.

    Pure and deterministic: the same input gives the same plan, whatever the machine.
    """
    candidates = gather(asked)
    listed = [offers(c.project, money.funding(c.project), money.facts) for c in candidates.projects]
    assembled = assemble(candidates, listed, asked)
    plan = _planned(assembled, effort)
    return replace(dated(assembled, plan, asked), relax=tuple(_unmet(assembled, plan, asked)))


def _planned(assembled: Assembled, effort: Effort | None) -> Plan:
    """The plan with as much of the head as fits."""
    tried = with_head(assembled.problem, fitting_head(assembled.problem))
    found = best_plan(tried, effort) if effort else None
    return found or plan_at_once(tried)


def _unmet(assembled: Assembled, plan: Plan, asked: Asked) -> Iterator[Relax]:
    """The wishes the plan could not keep, each with what would make it possible.

    Where nothing at all fits, the first useful project says what would.
    """
    problem, places = assembled.problem, assembled.candidates.index()
    known, wishes = {action.id: action for action in asked.actions}, asked.wishes
    first = [] if plan.placed else [problem.jobs[i].id for i in greedy_order(problem)[:1]]
    for wanted in dict.fromkeys((*_net(assembled.candidates), *wishes.pinned, *first)):
        place = places.get(wanted)
        if place is None:
            yield from _against_a_refusal(assembled.candidates, wanted, wishes, known)
        elif place not in plan.placed:
            wished = replace(problem, head=tuple(dict.fromkeys((*problem.head, place))))
            project = assembled.candidates.projects[place].project
            yield Relax(project, **vars(remedy(wished, place)))


def _net(candidates: Candidates) -> tuple[str, ...]:
    return (SAFETY_NET,) if SAFETY_NET in candidates.head else ()


def _against_a_refusal(
    candidates: Candidates, wanted: str, wishes: Wishes, known: dict[str, Action]
) -> Iterator[Relax]:
    by = wanted if wanted in wishes.refused else candidates.blocked.get(wanted)
    if by is not None and wanted in known:
        refused = Project(by, (known[by],))
        yield Relax(project=Project(wanted, (known[wanted],)), refused=refused)
