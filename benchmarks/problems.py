"""Planning problems of a given size: the hours, weeks and costs of our actions, the rest at random.

Gains, prerequisites, programmes and their rates vary with the seed: real enterprises are too few
to vary a measure.
"""

from random import Random

from recommendations.library import read_actions
from recommendations.planning.offers import cost_of
from recommendations.planning.problem import POINTS_PER_EURO, Aid, Job, Payer, Problem
from recommendations.projects import Project


def instance(seed: int, jobs: int, months: int, programmes: int, hours: float = 6.0) -> Problem:
    """One problem; the same for the same seed."""
    random = Random(seed)
    increments = tuple(random.uniform(0.7, 4.0) for _ in range(max(1, jobs // 2)))
    payers = tuple(_payer(random, number) for number in range(programmes))
    listed = tuple(_job(random, number, len(increments), payers) for number in range(jobs))
    money = random.choice((300.0, 500.0, 1500.0))
    return Problem(
        jobs=listed,
        months=months,
        hours=hours,
        yearly=money,
        head=(0,),
        increments=increments,
        payers=payers,
        clashes=tuple({(n - 1, n) for n in range(2, programmes, 5)}),
        de_minimis=random.choice((None, 5000.0)),
    )


def _payer(random: Random, number: int) -> Payer:
    gated = number % 6 == 5
    return Payer(
        f"programme-{number}",
        most=random.choice((None, 1000.0, 5000.0, 20000.0)),
        counts_de_minimis=random.random() < 0.5,
        gated=gated,
        openers=(number - 1,) if gated else (),
    )


def _job(random: Random, number: int, increments: int, payers: tuple[Payer, ...]) -> Job:
    # Prerequisites point backwards, as in a list one reads from the top: no circle.
    needs = (random.randrange(number),) if number > 1 and random.random() < 0.3 else ()
    action = random.choice(read_actions("fr"))
    cost, most = (float(euros) for euros in cost_of(Project(action.id, (action,))))
    usual = (cost + most) / 2
    likely = [place for place in range(len(payers)) if usual and random.random() < 0.25]
    return Job(
        id=f"job-{number:02}",
        hours=float(action.hours),
        weeks=float(action.weeks),
        value=random.choice((0.0, random.uniform(0.5, 6.0))),
        burden=POINTS_PER_EURO * usual,
        covers=tuple(sorted(random.sample(range(increments), k=min(increments, 2)))),
        needs=needs,
        cost=cost,
        aids=tuple(_aid(random, place, cost, usual) for place in likely),
    )


def _aid(random: Random, payer: int, cost: float, usual: float) -> Aid:
    rate = random.choice((0.25, 0.5, 0.75))
    sure = rate * cost if random.random() < 0.3 else 0.0
    return Aid(payer, likely=rate * usual, sure=sure, appeal=random.choice((0.5, 0.8, 1.0)))
