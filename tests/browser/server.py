"""The app itself, served by its own process on a loopback port, which a test may kill."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]
_START_SECONDS = 60

UVICORN = ("-m", "uvicorn", "ui.asgi:app", "--port", "{port}")
STREAMLIT = ("-m", "streamlit", "run", "app.py", "--server.port", "{port}")


class Server:
    """One process and its database, <folder>/jalon.db; the port stays the same when restarted."""

    def __init__(self, folder: Path, command: Sequence[str] = UVICORN, ready: str = "/ready"):
        self._folder, self._command, self._ready = folder, command, ready
        self._process: subprocess.Popen[bytes] | None = None
        self.port = _free_port()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def database(self) -> str:
        return f"sqlite:///{self._folder}/jalon.db"

    def start(self) -> None:
        """Comes back once the server answers that it is ready."""
        environment = {**os.environ, "JALON_DATA": str(self._folder / "jalon.db")}
        environment.pop("DATABASE_URL", None)
        command = [sys.executable, *(part.format(port=self.port) for part in self._command)]
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                command, cwd=ROOT, stdout=log, stderr=subprocess.STDOUT, env=environment
            )
        self._wait()

    def kill(self) -> None:
        """SIGKILL: the process gets no chance to save anything."""
        if self._process is not None:
            self._process.kill()
            self._process.wait(20)
            self._process = None

    @property
    def _log(self) -> Path:
        return self._folder / "server.log"

    def _wait(self) -> None:
        deadline = time.monotonic() + _START_SECONDS
        while time.monotonic() < deadline and self._process and self._process.poll() is None:
            try:
                with urllib.request.urlopen(self.url + self._ready, timeout=5):
                    return
            except (urllib.error.URLError, ConnectionError, TimeoutError):
                time.sleep(0.1)
        self.kill()
        raise AssertionError(f"the server did not start:\n{self._log.read_text()}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
