"""The minimal app served by a real uvicorn on a free loopback port, in a process of its own."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Served:
    port: int
    database: str
    log: Path
    process: "subprocess.Popen[bytes]"

    @property
    def pid(self) -> int:
        return self.process.pid

    def wait(self, seconds: float) -> None:
        """Until it has stopped by itself."""
        self.process.wait(seconds)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"


@contextmanager
def serve(
    folder: Path,
    *options: str,
    app: str = "tests.ui.minimal_asgi:app",
    environment: Mapping[str, str] | None = None,
) -> Iterator[Served]:
    """Runs until the block ends; the database is <folder>/jalon.db."""
    log = folder / "server.log"
    command = [
        sys.executable,
        "-m",
        "uvicorn",
        app,
        "--port",
        "0",
        *options,
    ]
    # Each page a test asks for would hold a place for half a minute.
    room = {"JALON_VISITORS": "5000"}
    env = {**os.environ, **room, **(environment or {}), "JALON_DATA": str(folder / "jalon.db")}
    env.pop("DATABASE_URL", None)
    with log.open("w") as output:
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT, env=env)
        try:
            yield Served(_port(process, log), f"sqlite:///{folder}/jalon.db", log, process)
        finally:
            process.terminate()
            process.wait(20)


def _port(process: subprocess.Popen[bytes], log: Path) -> int:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and process.poll() is None:
        found = re.search(r"running on http://127\.0\.0\.1:(\d+)", log.read_text())
        if found:
            return int(found[1])
        time.sleep(0.05)
    raise AssertionError(f"the server did not start:\n{log.read_text()}")
