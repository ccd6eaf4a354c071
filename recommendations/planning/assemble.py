"""Candidates, means and money put together as the problem the planner solves."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from assessment.dates import months_later
from recommendations.eligibility import Match
from recommendations.gates import gates
from recommendations.planning.asked import Asked
from recommendations.planning.candidates import Candidate, Candidates, Increment
from recommendations.planning.offers import UNSEEN_SHARE, Offer, cost_of, usual_cost
from recommendations.planning.problem import POINTS_PER_EURO, Aid, Job, Payer, Problem
from recommendations.stacking import may_share
from recommendations.wishes import Means

TO_CHECK, NEXT_BEST = 0.5, 0.9
"""How far a programme to check, and each one further down the list of those that fit, appeals."""


@dataclass(frozen=True)
class Assembled:
    """The problem, and what its places stand for: projects, and the programmes that may pay."""

    problem: Problem
    candidates: Candidates
    offers: tuple[tuple[Offer, ...], ...]
    payers: tuple[str, ...]


def assemble(
    candidates: Candidates,
    offers: Sequence[tuple[Offer, ...]],
    asked: Asked,
) -> Assembled:
    """The problem on this date. `offers` by candidate."""
    means, on = asked.means, asked.on
    seen = {o.programme_id: o.match for listed in offers for o in listed}
    payers, openers = tuple(seen), gates(match.programme for match in seen.values())
    count = Counter(step for candidate in candidates.projects for step in candidate.raises)
    shared = [step for step in candidates.points if count[step] > 1]
    places = candidates.index()
    jobs = tuple(
        _job(candidate, candidates, shared, places, _aids(candidate, listed, payers), asked)
        for candidate, listed in zip(candidates.projects, offers, strict=True)
    )
    head = tuple(places[i] for i in candidates.head)
    problem = Problem(
        jobs=jobs,
        months=means.months,
        hours=float(means.hours_per_month),
        active=means.max_active,
        yearly=float(means.own_money_per_year),
        head=head,
        alone=candidates.alone and _starts_at_once(jobs[head[0]], means),
        increments=tuple(candidates.points[step] for step in shared),
        payers=tuple(_payer(seen[i], openers[i], payers, candidates) for i in payers),
        clashes=_clashes(payers, seen),
        de_minimis=_room(offers),
        length=(months_later(on, means.months) - on).days / 7,
    )
    return Assembled(problem, candidates, tuple(offers), payers)


def _job(
    candidate: Candidate,
    candidates: Candidates,
    shared: list[Increment],
    places: dict[str, int],
    aids: tuple[Aid, ...],
    asked: Asked,
) -> Job:
    alone = sum(candidates.points[s] for s in sorted(candidate.raises) if s not in shared)
    project = candidate.project
    return Job(
        id=project.id,
        hours=float(project.hours),
        weeks=float(project.weeks),
        value=alone + candidate.bonus,
        burden=POINTS_PER_EURO * float(usual_cost(project)),
        covers=tuple(place for place, step in enumerate(shared) if step in candidate.raises),
        needs=tuple(sorted({places[i] for i in candidate.waits_for if i in places})),
        earliest=_earliest(candidate, asked),
        cost=float(cost_of(project)[0]),
        aids=aids,
    )


def _starts_at_once(job: Job, means: Means) -> bool:
    """Put off, waiting or too dear at first, it no longer stands before everything else."""
    return not (job.earliest or job.needs) and job.cost <= float(means.budgets[0])


def _earliest(candidate: Candidate, asked: Asked) -> float:
    days = [
        (asked.wishes.postponed[action.id] - asked.on).days
        for action in candidate.project.actions
        if action.id in asked.wishes.postponed
    ]
    return max(0, *days, 0) / 7


def _aids(
    candidate: Candidate, offers: tuple[Offer, ...], payers: tuple[str, ...]
) -> tuple[Aid, ...]:
    usual = usual_cost(candidate.project)
    return tuple(
        Aid(
            payers.index(offer.programme_id),
            likely=float(usual * UNSEEN_SHARE if offer.most is None else min(offer.most, usual)),
            sure=float(offer.least),
            appeal=(1.0 if offer.match.verdict == "met" else TO_CHECK) * NEXT_BEST**place,
        )
        for place, offer in enumerate(offers)
    )


def _payer(
    match: Match, opening: tuple[str, ...], payers: tuple[str, ...], candidates: Candidates
) -> Payer:
    programme = match.programme
    places = candidates.index()
    jobs = {places[action] for action in programme.opened_by if action in places}
    in_euros = programme.amount.currency == "EUR" and programme.amount.max is not None
    return Payer(
        programme.id,
        most=float(programme.amount.max or 0) if in_euros else None,
        counts_de_minimis=programme.stacking.de_minimis == "yes",
        gated=match.behind_gate,
        openers=tuple(payers.index(i) for i in opening),
        opener_jobs=tuple(sorted(jobs)),
    )


def _clashes(payers: tuple[str, ...], seen: dict[str, Match]) -> tuple[tuple[int, int], ...]:
    """Pairs of which one's source says it does not go with the other."""
    return tuple(
        (one, other)
        for one, first in enumerate(payers)
        for other, second in enumerate(payers)
        if one < other and may_share(seen[first].programme, seen[second].programme) is False
    )


def _room(offers: Sequence[tuple[Offer, ...]]) -> float | None:
    """Euros of general de minimis aid still free; None while what was received is not known."""
    rooms = [
        offer.room
        for listed in offers
        for offer in listed
        if offer.room is not None and offer.match.programme.stacking.de_minimis == "yes"
    ]
    return float(rooms[0]) if rooms else None
