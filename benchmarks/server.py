"""Jalon served by a real uvicorn on a free loopback port, with a database of its own."""

import os
import re
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from ui.serving.websocket import PROTOCOL

WAIT_SECONDS = 120


@dataclass(frozen=True)
class Served:
    """A running server; `started_ms` from the start of the process to /ready."""

    host: str
    started_ms: float
    database: str
    pid: int


@contextmanager
def serve(more: Mapping[str, str] | None = None) -> Iterator[Served]:
    """Runs until the block ends; nothing of it is kept. `more` adds to its environment."""
    with tempfile.TemporaryDirectory() as folder:
        log, file = Path(folder) / "server.log", Path(folder) / "jalon.db"
        environment = {**os.environ, "JALON_DATA": str(file), "JALON_DRAIN_SECONDS": "0"}
        environment.pop("DATABASE_URL", None)
        environment |= more or {}
        database = environment.get("DATABASE_URL", f"sqlite:///{file}")
        # As `jalon serve` does, on a port the system chooses.
        command = [sys.executable, "-m", "uvicorn", "ui.asgi:app", "--port", "0"]
        command += ["--ws", PROTOCOL]
        begin = time.perf_counter()
        with log.open("w") as output:
            process = subprocess.Popen(
                command, stdout=output, stderr=subprocess.STDOUT, env=environment
            )
            try:
                host = _ready(process, log)
                yield Served(host, (time.perf_counter() - begin) * 1000, database, process.pid)
            finally:
                process.terminate()
                process.wait(30)


def _ready(process: subprocess.Popen[bytes], log: Path) -> str:
    deadline = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        found = re.search(r"running on http://(127\.0\.0\.1:\d+)", log.read_text())
        if found and _answers(f"http://{found[1]}/ready"):
            return found[1]
        time.sleep(0.01)
    raise RuntimeError(f"the server did not start:\n{log.read_text()}")


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=5) as response:
            return response.status == 200
    except urllib.error.URLError:
        return False
