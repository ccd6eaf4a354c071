"""The optimiser against trying everything, on small random problems; and what it may never do."""

from dataclasses import replace
from itertools import permutations, product

import pytest

from benchmarks.problems import instance
from recommendations.planning.aid_rows import points
from recommendations.planning.allocation import allocate
from recommendations.planning.calendar import Calendar
from recommendations.planning.greedy import head_order
from recommendations.planning.problem import SLACK, Aid, Job, Payer, Problem
from recommendations.planning.relaxing import fitting_head
from recommendations.planning.solve import Effort, best_plan, plan_at_once

SMALL = Effort(nodes=50, dated=20_000)
SEEDS = range(25)


def small(seed):
    """Five jobs, three programmes, a year; aid that own money counts on left out."""
    problem = instance(seed, jobs=5, months=12, programmes=3, hours=4)
    jobs = tuple(replace(j, aids=tuple(replace(a, sure=0.0) for a in j.aids)) for j in problem.jobs)
    return replace(problem, jobs=jobs)


def orders(problem):
    """Every order of every set of jobs that begins with the head."""
    head = head_order(problem)
    others = [index for index in range(len(problem.jobs)) if index not in head]
    for size in range(len(others) + 1):
        for chosen in permutations(others, size):
            yield [*head, *chosen]


def payments_tried(problem, placed):
    """The most that any choice of payers brings, by trying them all."""
    lines = [index for index in sorted(placed) if problem.jobs[index].aids]
    choices = [(None, *problem.jobs[index].aids) for index in lines]
    return max(
        sum(points(aid) for aid in chosen if aid)
        for chosen in product(*choices)
        if allowed(problem, placed, dict(zip(lines, chosen, strict=True)))
    )


def allowed(problem, placed, chosen):
    paid = {index: aid for index, aid in chosen.items() if aid}
    used = {aid.payer for aid in paid.values()}
    for place, payer in enumerate(problem.payers):
        euros = sum(aid.likely for aid in paid.values() if aid.payer == place)
        if payer.most is not None and euros > payer.most + SLACK:
            return False
        if payer.gated and any(a.payer == place and not opened(payer, i, paid, placed)
                               for i, a in paid.items()):  # fmt: skip
            return False
    counted = sum(a.likely for a in paid.values() if problem.payers[a.payer].counts_de_minimis)
    if problem.de_minimis is not None and counted > problem.de_minimis + SLACK:
        return False
    return not any(set(pair) <= used for pair in problem.clashes)


def opened(payer, index, paid, placed):
    """Whether a payer that opens this one pays a job that ends before."""
    return any(
        aid.payer in payer.openers and placed[other][1] <= placed[index][0] + SLACK
        for other, aid in paid.items()
    )


def best_tried(problem):
    calendar = Calendar(problem)
    found = 0.0
    for order in orders(problem):
        placed = calendar.place(order)
        if all(index in placed for index in problem.head):
            worth = calendar.value(placed) + payments_tried(problem, placed)
            found = max(found, worth)
    return found


@pytest.mark.parametrize("seed", SEEDS)
def test_the_plan_is_as_good_as_trying_everything_and_its_bound_is_a_bound(seed):
    problem = small(seed)
    plan = best_plan(problem, SMALL)
    if plan is None:
        assert any(i not in Calendar(problem).place(head_order(problem)) for i in problem.head)
        return
    tried = best_tried(problem)

    assert plan.bound >= tried - SLACK
    assert plan.worth >= 0.99 * tried - SLACK
    assert plan.worth <= tried + SLACK


@pytest.mark.parametrize("seed", SEEDS)
def test_it_is_never_worse_than_the_plan_at_once(seed):
    problem = instance(seed, jobs=14, months=18, programmes=6)
    plan = best_plan(problem, SMALL)

    assert plan is None or plan.worth >= plan_at_once(problem).worth - SLACK


def test_the_same_problem_has_the_same_plan():
    problem = instance(3, jobs=20, months=18, programmes=6)

    assert best_plan(problem, SMALL) == best_plan(problem, SMALL)


@pytest.mark.parametrize("seed", SEEDS)
def test_hours_money_prerequisites_and_places_hold(seed):
    problem = instance(seed, jobs=14, months=18, programmes=6)
    plan = best_plan(problem, SMALL)
    if plan is None:
        return
    placed = plan.placed
    spent = [0.0] * len(problem.budgets)
    for index, (start, end) in placed.items():
        job = problem.jobs[index]
        assert end - start >= job.weeks - SLACK
        assert end <= problem.weeks + SLACK
        assert all(need in placed and placed[need][1] <= start + SLACK for need in job.needs)
        sure = next((a.sure for a in job.aids if a.payer == plan.payments.get(index)), 0.0)
        spent[problem.year(start)] += job.cost - sure
        running = [i for i, (s, e) in placed.items() if s <= start + SLACK < e - SLACK]
        assert len(running) <= problem.active
    assert all(used <= budget + SLACK for used, budget in zip(spent, problem.budgets, strict=True))
    # In any span of time, no more hours than there are.
    for start in {s for s, _ in placed.values()}:
        for end in {e for _, e in placed.values()}:
            inside = sum(problem.jobs[i].hours for i, (s, e) in placed.items()
                         if s >= start - SLACK and e <= end + SLACK)  # fmt: skip
            assert inside <= problem.rate * max(end - start, 0) + SLACK


def funded(*aids, payers, hours=2.0, **changes):
    """Jobs one after the other, each with its aids, none dear."""
    jobs = tuple(
        Job(f"job-{n}", hours, 2, value=3, burden=0.1, aids=tuple(listed))
        for n, listed in enumerate(aids)
    )
    return Problem(jobs=jobs, months=12, hours=20, active=1, payers=payers, **changes)


def paid(problem):
    plan = best_plan(problem, SMALL)
    return {problem.jobs[i].id: problem.payers[p].id for i, p in plan.payments.items()}


def test_one_aid_a_project_the_one_that_brings_most():
    problem = funded([Aid(0, 100), Aid(1, 300)], payers=(Payer("a"), Payer("b")))

    assert paid(problem) == {"job-0": "b"}


def test_a_programme_pays_no_more_in_all_than_its_most():
    problem = funded([Aid(0, 100)], [Aid(0, 100)], payers=(Payer("a", most=150),))

    assert len(paid(problem)) == 1


def test_two_programmes_that_exclude_each_other_are_never_both_used():
    problem = funded(
        [Aid(0, 100)], [Aid(1, 90)], payers=(Payer("a"), Payer("b")), clashes=((0, 1),)
    )

    assert paid(problem) == {"job-0": "a"}


def test_de_minimis_aid_stops_at_what_is_still_free():
    payers = (Payer("a", counts_de_minimis=True), Payer("b", counts_de_minimis=True))
    problem = funded([Aid(0, 100)], [Aid(1, 90)], payers=payers, de_minimis=120)

    assert paid(problem) == {"job-0": "a"}


def test_a_gate_comes_before_what_it_opens():
    payers = (Payer("diagnosis"), Payer("grant", gated=True, openers=(0,)))
    problem = funded([Aid(1, 500)], [Aid(0, 50)], payers=payers)
    plan = best_plan(problem, SMALL)

    assert paid(problem) == {"job-0": "grant", "job-1": "diagnosis"}
    assert plan.placed[1][1] <= plan.placed[0][0]


def test_a_gated_programme_pays_nothing_while_nothing_opens_it():
    assert paid(funded([Aid(0, 500)], payers=(Payer("grant", gated=True),))) == {}


def test_a_job_may_open_a_gate_too():
    payers = (Payer("grant", gated=True, opener_jobs=(1,)),)
    problem = funded([Aid(0, 500)], [], payers=payers)
    plan = best_plan(problem, SMALL)

    assert plan.payments == {0: 0}
    assert plan.placed[1][1] <= plan.placed[0][0]


def test_sure_aid_makes_a_dear_project_possible_and_likely_aid_does_not():
    dear = Job("dear", 4, 2, value=5, cost=800, aids=(Aid(0, 600, sure=600),))
    problem = Problem((dear,), 12, 10, yearly=300.0, payers=(Payer("a"),))
    likely = replace(problem, jobs=(replace(dear, aids=(Aid(0, 600),)),))

    assert best_plan(problem, SMALL).placed
    assert not best_plan(likely, SMALL).placed


@pytest.mark.parametrize("seed", range(8))
def test_allocation_alone_is_the_best_of_all(seed):
    problem = small(seed)
    placed = Calendar(problem).place(range(len(problem.jobs)))
    chosen = allocate(problem, placed, {})
    worth = sum(points(a) for i, p in chosen.items() for a in problem.jobs[i].aids if a.payer == p)

    assert worth == pytest.approx(payments_tried(problem, placed))


@pytest.mark.parametrize("seed", range(20))
def test_the_bound_holds_when_what_comes_first_waits_for_something(seed):
    problem = instance(seed, jobs=12, months=12, programmes=3)
    waiting = [index for index, job in enumerate(problem.jobs) if job.needs][-2:]
    problem = replace(problem, head=tuple(waiting), active=3, hours=10, yearly=5000)
    problem = replace(problem, head=fitting_head(problem))
    plan = best_plan(problem, SMALL)

    assert plan is not None
    # A bound the plan passes would have been dropped.
    assert plan.bound is not None
    assert plan.worth <= plan.bound + SLACK


@pytest.mark.parametrize("seed", range(20))
def test_what_comes_first_is_done_whatever_else_would_bring_more(seed):
    problem = instance(seed, jobs=14, months=4, programmes=0, hours=5)
    poor = tuple(replace(job, value=0.0, covers=(), cost=0.0) for job in problem.jobs[:3])
    problem = replace(problem, jobs=(*poor, *problem.jobs[3:]), head=(0, 1, 2))
    problem = replace(problem, head=fitting_head(problem))

    for plan in (plan_at_once(problem), best_plan(problem, SMALL)):
        assert plan.placed.keys() >= set(problem.head)


def test_no_twelve_months_cost_more_than_a_years_money():
    jobs = tuple(Job(f"job-{n}", 4, 4, value=3, cost=300) for n in range(5))
    plan = best_plan(Problem(jobs, 24, 4, yearly=500.0), SMALL)
    starts = sorted(start for start, _ in plan.placed.values())

    assert len(starts) == 2
    assert starts[1] - starts[0] >= 52 - SLACK
