"""Many at once: a million sheets, a campaign of a hundred thousand, sixteen reports; growth."""

import math
import subprocess
import sys
import tempfile
import tracemalloc
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import islice
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from assessment.answers import NOT_APPLICABLE_CODE
from assessment.scorecard import level_of, schemes
from assessment.scoring import Scheme, overall, score
from benchmarks import case
from benchmarks.measure import Measure, once, slope, timed
from benchmarks.report import dossier_of, sheets
from benchmarks.scoring import _numpy
from network.aggregate import Aggregate, as_json, from_json, participation, publish
from network.members import GROUPINGS, OVERALL, Member
from questionnaires import read
from reports.library import INSTRUMENT
from reports.pdf import pdf

SHEETS = 1_000_000
CHUNK = 16_384
"""Rows at a time: they stay in the processor's cache, and memory does not follow the file."""
MEMBERS = 100_000
REPORTS = 16


def measures() -> list[Measure]:
    """Milliseconds, ratios to NumPy alone, megabytes held, and slopes (1: twice as many, twice)."""
    return [*_scored(), *_published(), *_at_once(), *_started()]


def _scored() -> list[Measure]:
    scheme = schemes(read(INSTRUMENT, case.LANGUAGE), "core").dimensions
    shape = (SHEETS, len(scheme.questions))
    codes = np.random.default_rng(2026).integers(NOT_APPLICABLE_CODE, 3, shape, np.int8)
    ours = timed(partial(_in_chunks, _chunks(codes), scheme), 3, warm=1)
    plain = timed(partial(_numpy, codes, scheme), 3, warm=1)
    sizes = [SHEETS // 100, SHEETS // 10, SHEETS]
    growth = [min(timed(partial(_in_chunks, _chunks(codes[:n]), scheme), 3, 1)) for n in sizes]
    ratio = tuple(a / b for a, b in zip(sorted(ours), sorted(plain), strict=True))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "sheets.parquet"
        names = [question.id for question in scheme.questions]
        pq.write_table(pa.table(dict(zip(names, codes.T, strict=True))), file, row_group_size=CHUNK)
        streamed = once(partial(_in_chunks, partial(_from_parquet, file), scheme))
        held = [_held(partial(_from_parquet, file, most), scheme) for most in (6, None)]
    return [
        Measure(f"{SHEETS:,} sheets scored", "ms", ours, note="value, interval, coverage"),
        Measure(f"{SHEETS:,} sheets, NumPy alone", "ms", plain, note="value only, whole matrix"),
        Measure("ours over NumPy's, a million", "×", ratio, 10),
        Measure("growth with sheets", "slope", (slope(sizes, growth),)),
        Measure(f"{SHEETS:,} sheets from Parquet", "ms", (streamed,)),
        Measure("held, 100,000 from Parquet", "MB", (held[0],), note="beside Arrow's buffers"),
        Measure("held, 1,000,000 from Parquet", "MB", (held[1],), held[0] * 1.5, "flat"),
    ]


def _chunks(codes: np.ndarray) -> Callable[[], Iterator[np.ndarray]]:
    return lambda: (codes[at : at + CHUNK] for at in range(0, len(codes), CHUNK))


def _from_parquet(file: Path, most: int | None = None) -> Iterator[np.ndarray]:
    batches = pq.ParquetFile(file).iter_batches(CHUNK)
    for batch in islice(batches, most):
        yield np.column_stack([column.to_numpy() for column in batch.columns])


def _in_chunks(chunks: Callable[[], Iterator[np.ndarray]], scheme: Scheme) -> int:
    """Scores each chunk whole; how many sheets have a value."""
    return sum(int(np.isfinite(overall(score(codes, scheme)).value).sum()) for codes in chunks())


def _held(chunks: Callable[[], Iterator[np.ndarray]], scheme: Scheme) -> float:
    tracemalloc.start()
    _in_chunks(chunks, scheme)
    most = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    return most


def _published() -> list[Measure]:
    sizes = [MEMBERS // 100, MEMBERS // 10, MEMBERS]
    made: list[Aggregate] = []
    times = [once(lambda n=n: made.append(_publish(n))) for n in sizes]
    kept = as_json(made[-1])
    shown = timed(lambda: from_json(kept), 50)
    return [
        Measure(f"figures of {MEMBERS:,} members made", "ms", (times[-1],),
                note="once, when a campaign closes"),
        Measure("growth with members", "slope", (slope(sizes, times),)),
        Measure(f"figures of {MEMBERS:,} members shown", "ms", shown, 1000, "as frozen"),
    ]  # fmt: skip


def _publish(count: int) -> Aggregate:
    questionnaire = read(INSTRUMENT, case.LANGUAGE)
    dimensions = [dimension.id for dimension in questionnaire.dimensions]
    levels = [level.id for level in questionnaire.levels]
    aggregate, _ = publish(
        _members(count, dimensions),
        dimensions=dimensions,
        levels=len(levels),
        level_at=lambda value: levels.index(level_of(questionnaire.levels, value)),
        participation=participation(count, count, count),
    )
    return aggregate


def _members(count: int, dimensions: list[str]) -> list[Member]:
    """Members in a dozen sectors, four sizes, thirty territories."""
    draw = np.random.default_rng(2026)
    values = draw.uniform(0, 100, (count, len(dimensions) + 1))
    groups = [draw.integers(0, most, count) for most in (12, 4, 30)]
    subjects = [OVERALL, *dimensions]
    return [
        Member(
            f"{place:032x}",
            dict(zip(subjects, values[place].tolist(), strict=True)),
            {name: f"{name}-{groups[n][place]}" for n, name in enumerate(GROUPINGS)},
        )
        for place in range(count)
    ]


def _at_once() -> list[Measure]:
    dossiers = [dossier_of(sheet) for sheet in islice(sheets(), 2 * REPORTS)]

    def made(some: list) -> None:
        with ThreadPoolExecutor(REPORTS) as pool:
            assert all(len(one) > 10_000 for one in pool.map(pdf, some))

    pdf(dossiers[0])
    alone = once(lambda: pdf(dossiers[1]))
    together = once(lambda: made(dossiers[REPORTS:]))
    growth = [alone, together]
    return [
        Measure(f"{REPORTS} PDF reports at once", "ms", (together,), 3000, "dossiers given"),
        Measure("growth with reports", "slope", (math.log(growth[1] / growth[0], REPORTS),)),
    ]


def _started() -> list[Measure]:
    """The command a script calls most: mostly what it imports."""
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        file.write('{"instrument": "digital-maturity", "answers": {}}')
        file.flush()
        command = [sys.executable, "-m", "jalon", "score", file.name]
        run = partial(subprocess.run, command, check=True, capture_output=True)
        bare = partial(subprocess.run, [sys.executable, "-c", "import numpy, pydantic"], check=True)
        return [
            Measure("jalon score, from start to end", "ms", timed(run, 5, 1)),
            Measure("of which Python, NumPy and pydantic", "ms", timed(bare, 5, 1)),
        ]
