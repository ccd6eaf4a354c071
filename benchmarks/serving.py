"""An answer served over the real WebSocket, for each question of a whole journey."""

import asyncio
import logging
import sqlite3
from pathlib import Path

from benchmarks import case
from benchmarks.measure import Measure
from benchmarks.server import serve
from benchmarks.websocket import Click, Visitor
from questionnaires import read
from reports.library import INSTRUMENT
from ui.texts import words

_JOURNEYS = 3


def measures() -> list[Measure]:
    """A click on an option to the end of the script (saved in the database); the next screen."""
    logging.getLogger("streamlit").setLevel(logging.ERROR)
    answered: list[Click] = []
    moved: list[Click] = []
    with serve() as served:
        # The first journey is not counted: Streamlit compiles each screen at its first visit.
        asyncio.run(_journey(served.host, [], []))
        for _ in range(_JOURNEYS):
            asyncio.run(_journey(served.host, answered, moved))
        _check_kept(Path(served.database.removeprefix("sqlite:///")))
    return [
        Measure("answer served (WebSocket)", "ms", tuple(c.ms for c in answered), 15,
                f"{_JOURNEYS} journeys; kept in SQLite"),
        Measure("answer, bytes back", "B", tuple(float(c.bytes) for c in answered),
                note=f"{max(c.messages for c in answered)} messages at most"),
        Measure("answer, over the wire", "B", tuple(float(c.wire) for c in answered), 5_000,
                "compressed, as browsers take it"),
        Measure("next screen served (WebSocket)", "ms", tuple(c.ms for c in moved), 30),
        Measure("next screen, bytes back", "B", tuple(float(c.bytes) for c in moved)),
    ]  # fmt: skip


async def _journey(host: str, answered: list[Click], moved: list[Click]) -> None:
    t = words(case.LANGUAGE)
    visitor = await Visitor.arrive(host, case.LANGUAGE)
    for label in ("landing.start", "profile.continue", "worry.continue"):
        await visitor.press(t(label))
    questions = list(read(INSTRUMENT, case.LANGUAGE).questions())
    for number, _ in enumerate(questions):
        answered.append(await visitor.choose(number % 4))
        moved.append(await visitor.press(t("question.continue")))
        if not visitor.radios and number + 1 < len(questions):
            moved.append(await visitor.press(t("breather.continue")))
    await visitor.leave()


def _check_kept(database: Path) -> None:
    """A figure for answers that were not kept would be worth nothing."""
    asked = len(list(read(INSTRUMENT, case.LANGUAGE).questions()))
    with sqlite3.connect(database) as connection:
        kept = connection.execute("SELECT COUNT(*) FROM answers").fetchone()[0]
    if kept != asked * (1 + _JOURNEYS):
        raise RuntimeError(f"{kept} answers kept of {asked * (1 + _JOURNEYS)}")
