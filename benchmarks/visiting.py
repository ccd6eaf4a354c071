"""Many visitors at once, each answering every five seconds: one process, and two behind nginx."""

import asyncio
import datetime as dt
import random
import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from access.secrets import new_device_secret
from benchmarks import case
from benchmarks.crowd import PATIENCE_SECONDS, Refused, Tab
from benchmarks.measure import Measure
from benchmarks.server import Served, serve
from questionnaires import read
from reports.library import INSTRUMENT
from storage import assessments, devices
from storage.engine import open_engine
from tools.nginx import Nginx, new_folder
from tools.postgres import Postgres
from ui.serving.settings import VISITORS
from ui.texts import words

EVERY_SECONDS = 5.0
_WARM_SECONDS, _SECONDS = 8.0, 20.0
_TARGET_MS = 150
ONE, TWO = (100, 200, 300), (300, 600)
_NO_LIMIT = {"JALON_VISITORS": "100000"}
_HERE = "the client takes {client:.0%} of a core beside the servers' {servers:.0%}"


def measures() -> list[Measure]:
    """The answer served under load, memory, and what happens past the limit."""
    found: list[Measure] = []
    with ExitStack() as stack:
        postgres = Postgres()
        stack.callback(postgres.remove)
        postgres.start()
        with serve({**_NO_LIMIT, "DATABASE_URL": postgres.database()}) as served:
            # Not counted: Streamlit compiles each screen at its first visit.
            _load("warm", f"http://{served.host}", [served], 1)
            for count in ONE:
                found += _load("one process", f"http://{served.host}", [served], count)
            found += _load("whole journey", f"http://{served.host}", [served], 100, journey=True)
        with _two(postgres.database(), _NO_LIMIT) as (url, both):
            for count in TWO:
                found += _load("two behind nginx", url, both, count)
        with serve({"JALON_VISITORS": str(VISITORS), "DATABASE_URL": postgres.database()}) as one:
            found += _load("past the limit", f"http://{one.host}", [one], VISITORS * 2)
    return found


@contextmanager
def _two(database: str, environment: dict[str, str]) -> Iterator[tuple[str, list[Served]]]:
    folder = new_folder()
    with ExitStack() as stack:
        stack.callback(shutil.rmtree, folder, True)
        both = [
            stack.enter_context(
                serve({**environment, "DATABASE_URL": database, "JALON_REPLICA": name})
            )
            for name in "ab"
        ]
        nginx = Nginx(folder, [int(one.host.rpartition(":")[2]) for one in both])
        nginx.start()
        stack.callback(nginx.stop)
        yield nginx.url, both


def _load(
    name: str, url: str, servers: Sequence[Served], count: int, *, journey: bool = False
) -> list[Measure]:
    tabs = _tabs(url, servers, count)
    empty = sum(map(_memory, servers))
    looks: list[_Look] = []
    inside, refused = asyncio.run(_crowd(tabs, journey, lambda: looks.append(_look(servers))))
    begin, end = looks
    seconds = end.at - begin.at
    served = [s * 1000 for tab in inside for s in tab.seconds] or [float("inf")]
    notes = [
        _HERE.format(
            client=(end.client - begin.client) / seconds,
            servers=(end.servers - begin.servers) / seconds,
        )
    ]
    if refused:
        notes.append(f"{len(inside)} let in, {refused} asked to come back")
    late = sum(tab.late for tab in inside)
    if late:
        notes.append(f"{late} answers waited over {PATIENCE_SECONDS:.0f} s")
    label = f"{name}, {count} visitors"
    answered = Measure(f"{label}: answer", "ms", tuple(served), note="; ".join(notes))
    cost = (end.servers - begin.servers) * 1000 / len(served)
    kept = max(0.0, end.memory - empty) / max(1, len(inside))
    return [
        answered,
        Measure(f"{label}: answer, p95", "ms", (answered.p95,), _TARGET_MS),
        Measure(f"{label}: processor an answer", "ms", (cost,)),
        Measure(f"{label}: memory a session", "kB", (kept,)),
    ]


@dataclass(frozen=True)
class _Look:
    """What was used by a moment: processors in seconds, memory in kB."""

    at: float
    client: float
    servers: float
    memory: float


def _look(servers: Sequence[Served]) -> _Look:
    return _Look(
        time.perf_counter(),
        time.process_time(),
        sum(map(_cpu, servers)),
        sum(map(_memory, servers)),
    )


def _tabs(url: str, servers: Sequence[Served], count: int) -> list[Tab]:
    """So many assessments on so many browsers, shared out over the replicas."""
    questions = list(read(INSTRUMENT, case.LANGUAGE).questions())
    now, tabs = dt.datetime.now(dt.UTC), []
    engine = open_engine(servers[0].database)
    for number in range(count):
        device = new_device_secret()
        made = assessments.create(
            engine, now, instrument=INSTRUMENT, version="1", language=case.LANGUAGE
        )
        devices.attach(engine, device, made, now)
        cookie = f"jalon_device={device}; lang={case.LANGUAGE}"
        if len(servers) > 1:
            cookie += f"; jalon_replica={'ab'[number % 2]}"
        question = questions[0 if number % 2 else 1]
        tabs.append(Tab(url, cookie, f"a={made}&q={question.id}"))
    engine.dispose()
    return tabs


async def _crowd(
    tabs: Sequence[Tab], journey: bool, look: Callable[[], None]
) -> tuple[list[Tab], int]:
    """Those who came in, their answers timed; and how many were refused."""
    chance = random.Random(7)
    stop = asyncio.Event()
    came = len(tabs) / 40.0
    done = await asyncio.gather(
        *(
            _visit(tab, chance.uniform(0, came), chance.uniform(0, EVERY_SECONDS), stop, journey)
            for tab in tabs
        ),
        _clock(came, tabs, stop, look),
    )
    inside = [tab for tab, came_in in zip(tabs, done, strict=False) if came_in]
    return inside, len(tabs) - len(inside)


async def _clock(
    came: float, tabs: Sequence[Tab], stop: asyncio.Event, look: Callable[[], None]
) -> bool:
    await asyncio.sleep(came + _WARM_SECONDS)
    for tab in tabs:
        tab.seconds.clear()
    look()
    await asyncio.sleep(_SECONDS)
    look()
    stop.set()
    return True


async def _visit(tab: Tab, after: float, beat: float, stop: asyncio.Event, journey: bool) -> bool:
    t = words(case.LANGUAGE)
    await asyncio.sleep(after)
    try:
        await tab.open()
    except Refused:
        return False
    except (TimeoutError, ConnectionError):
        # The first screen did not come in time: it counts among what was late.
        tab.late += 1
        return True
    due = time.monotonic() + beat
    while not await _stopped(stop, due - time.monotonic()):
        await tab.answer()
        if journey:
            if await _stopped(stop, EVERY_SECONDS / 2):
                break
            await tab.go_on(t("question.continue"))
            if not tab.asks:
                await tab.go_on(t("breather.continue"))
        due = max(due + EVERY_SECONDS, time.monotonic())
    tab.close()
    return True


async def _stopped(stop: asyncio.Event, seconds: float) -> bool:
    try:
        await asyncio.wait_for(stop.wait(), max(0.0, seconds))
    except TimeoutError:
        return False
    return True


def _cpu(served: Served) -> float:
    """Seconds of processor so far."""
    fields = Path(f"/proc/{served.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / 100


def _memory(served: Served) -> float:
    """Held now, in kB."""
    return _status(served, "VmRSS")


def _status(served: Served, name: str) -> float:
    """In kB."""
    for line in Path(f"/proc/{served.pid}/status").read_text().splitlines():
        if line.startswith(f"{name}:"):
            return float(line.split()[1])
    return 0.0
