"""From nothing to a server that answers."""

from benchmarks.measure import Measure
from benchmarks.server import serve


def measures() -> list[Measure]:
    """Milliseconds from the start of the process to 200 on /ready, new database included."""
    samples = []
    for _ in range(3):
        with serve() as served:
            samples.append(served.started_ms)
    return [Measure("server start to /ready", "ms", tuple(samples), note="new database")]
