"""Answers saved through the storage function, on both databases, safe from a power cut."""

import datetime as dt
import itertools
import random
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine

from benchmarks import case
from benchmarks.filling import fill
from benchmarks.measure import Measure, numbers, once, settle, slope
from questionnaires import read
from reports.library import INSTRUMENT
from storage.assessments import save_answer
from storage.engine import open_engine
from storage.migrate import migrate
from tools.postgres import Postgres

KEPT = numbers("JALON_BENCH_KEPT", (100, 1_000, 10_000, 100_000))
SAVES = 500
AT_ONCE = 8
_ON_DISK = {"fsync": "on", "full_page_writes": "on", "synchronous_commit": "on"}


def measures() -> list[Measure]:
    """Saves a second of one process, milliseconds of each, and growth with what is kept."""
    found: list[Measure] = []
    for name, opened in DATABASES.items():
        with opened() as engine:
            found += _on(name, engine)
    return found


def _on(name: str, engine: Engine) -> list[Measure]:
    now = dt.datetime.now(dt.UTC)
    times: list[tuple[float, ...]] = []
    for count in KEPT:
        save = _saver(engine, fill(engine, count, now), now)
        for _ in range(50):
            save()
        settle()
        times.append(tuple(once(save) for _ in range(SAVES)))
    middle = [Measure("", "ms", each).median for each in times]
    alone = 1000 * SAVES / sum(times[-1])
    label, kept = f"save, {name}", f"{KEPT[-1]:,} assessments kept"
    return [
        Measure(f"{label}: one answer", "ms", times[-1], note=kept),
        Measure(f"{label}: answers a second, one at a time", "", (alone,), note=kept),
        Measure(f"{label}: answers a second, {AT_ONCE} at once", "", (_together(save),), note=kept),
        Measure(f"{label}: growth with what is kept", "slope", (slope(KEPT, middle),),
                note=" · ".join(f"{n:,}: {ms:.2f} ms" for n, ms in zip(KEPT, middle, strict=True))),
    ]  # fmt: skip


def _together(save: Callable[[], object]) -> float:
    with ThreadPoolExecutor(AT_ONCE) as pool:
        took = once(lambda: list(pool.map(lambda _: save(), range(2 * SAVES))))
    return 1000 * 2 * SAVES / took


def _saver(engine: Engine, kept: list[str], now: dt.datetime) -> Callable[[], object]:
    """Each call saves another answer of another assessment."""
    chance = random.Random(2026)
    questions = [
        (question.id, [option.id for option in question.options])
        for question in read(INSTRUMENT, case.LANGUAGE).questions()
    ]
    turn = itertools.count()

    def save() -> None:
        question, options = questions[next(turn) % len(questions)]
        save_answer(engine, chance.choice(kept), question, chance.choice(options), now)

    return save


@contextmanager
def _sqlite() -> Iterator[Engine]:
    with tempfile.TemporaryDirectory() as folder:
        yield from _opened(f"sqlite:///{Path(folder) / 'jalon.db'}")


@contextmanager
def _postgres() -> Iterator[Engine]:
    server = Postgres(**_ON_DISK)
    try:
        server.start()
        yield from _opened(server.database())
    finally:
        server.remove()


def _opened(address: str) -> Iterator[Engine]:
    engine = open_engine(address)
    try:
        migrate(engine)
        yield engine
    finally:
        engine.dispose()


DATABASES = {"SQLite": _sqlite, "PostgreSQL": _postgres}
"""Both wait for the disk at each save, as an installation does; empty, with today's schema."""
