"""What other visitors wait for while the best plan of one is being looked for."""

import asyncio
import logging
import time
from collections.abc import Callable

from benchmarks import case
from benchmarks.measure import Measure
from benchmarks.server import serve
from benchmarks.websocket import Click, Visitor
from content.wording import Wording
from questionnaires import read
from reports.library import INSTRUMENT
from ui.texts import words

_PLANS = 4
_SOLVING_SECONDS = 3.0
"""Answers are counted for so long after a plan was asked for: less than finding it takes."""

_REST_SECONDS = 12.0


def measures() -> list[Measure]:
    """Answers and next screens of one visitor while another's plan is looked for."""
    logging.getLogger("streamlit").setLevel(logging.ERROR)
    answered: list[Click] = []
    moved: list[Click] = []
    plans: list[Click] = []
    with serve() as served:
        asyncio.run(_measure(served.host, answered, moved, plans))
    return [
        Measure("first plan on screen (WebSocket)", "ms", tuple(c.ms for c in plans), 300,
                "the better one is being looked for"),
        Measure("answer served, a plan being looked for", "ms",
                tuple(c.ms for c in answered), 150),
        Measure("next screen, a plan being looked for", "ms", tuple(c.ms for c in moved)),
    ]  # fmt: skip


async def _measure(
    host: str, answered: list[Click], moved: list[Click], plans: list[Click]
) -> None:
    t = words(case.LANGUAGE)
    # Streamlit compiles each screen at its first visit.
    await _asks_for_a_plan(host, t, 0)
    await asyncio.sleep(_REST_SECONDS)
    for turn in range(1, _PLANS + 1):
        other = await _arrives(host, t)
        plans.append(await _asks_for_a_plan(host, t, turn))
        end = time.perf_counter() + _SOLVING_SECONDS
        await _answers(other, t, answered, moved, lambda _n: 1, end)
        await other.leave()
        await asyncio.sleep(_REST_SECONDS)


async def _asks_for_a_plan(host: str, t: Wording, turn: int) -> Click:
    """A whole journey with answers no other turn gave, then the plan."""
    visitor = await _arrives(host, t)
    await _answers(visitor, t, [], [], lambda n: (n + (n == turn)) % 3)
    await visitor.press(t("check.results"))
    return await visitor.press(t("results.plan"))


async def _arrives(host: str, t: Wording) -> Visitor:
    visitor = await Visitor.arrive(host, case.LANGUAGE)
    for label in ("landing.start", "profile.continue", "worry.continue"):
        await visitor.press(t(label))
    return visitor


async def _answers(
    visitor: Visitor,
    t: Wording,
    answered: list[Click],
    moved: list[Click],
    option: Callable[[int], int],
    until: float = float("inf"),
) -> None:
    for number, _ in enumerate(read(INSTRUMENT, case.LANGUAGE).questions()):
        if time.perf_counter() > until:
            return
        answered.append(await visitor.choose(option(number)))
        moved.append(await visitor.press(t("question.continue")))
        if not visitor.radios and t("breather.continue") in visitor.buttons:
            moved.append(await visitor.press(t("breather.continue")))
