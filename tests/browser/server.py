"""The app itself, served by its own process on a loopback port, which a test may kill."""

import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from tools.nginx import free_port
from ui.serving.websocket import PROTOCOL

ROOT = Path(__file__).parents[2]
_START_SECONDS = 180

UVICORN = ("-m", "uvicorn", "ui.asgi:app", "--port", "{port}", "--ws", PROTOCOL)
STREAMLIT = ("-m", "streamlit", "run", "app.py", "--server.port", "{port}")


class Server:
    """One process and its database, <folder>/jalon.db; the port stays the same when restarted."""

    def __init__(
        self,
        folder: Path,
        command: Sequence[str] = UVICORN,
        ready: str = "/ready",
        environment: Mapping[str, str] | None = None,
    ):
        """`environment` adds to ours: a DATABASE_URL takes the place of the file."""
        self._folder, self._command, self._ready = folder, command, ready
        self._process: subprocess.Popen[bytes] | None = None
        self._more = dict(environment or {})
        self.port = free_port()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def database(self) -> str:
        return self._more.get("DATABASE_URL", f"sqlite:///{self._folder}/jalon.db")

    def start(self) -> None:
        """Comes back once the server answers that it is ready."""
        self.launch()
        self.wait()

    def launch(self) -> None:
        """Comes back at once."""
        environment = {**os.environ, "JALON_DATA": str(self._folder / "jalon.db")}
        environment.pop("DATABASE_URL", None)
        # Tests come faster than people do.
        environment |= {"JALON_VISITORS": "5000", **self._more}
        command = [sys.executable, *(part.format(port=self.port) for part in self._command)]
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                command, cwd=ROOT, stdout=log, stderr=subprocess.STDOUT, env=environment
            )

    def kill(self) -> None:
        """SIGKILL: the process gets no chance to save anything."""
        if self._process is not None:
            self._process.kill()
            self._process.wait(20)
            self._process = None

    @contextmanager
    def busy(self) -> Iterator[None]:
        """Meanwhile the server does nothing: what comes waits, as on a machine under load."""
        assert self._process is not None
        self._process.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self._process.send_signal(signal.SIGCONT)

    @property
    def _log(self) -> Path:
        return self._folder / "server.log"

    def wait(self) -> None:
        """Until the server answers that it is ready."""
        deadline = time.monotonic() + _START_SECONDS
        while time.monotonic() < deadline and self._process and self._process.poll() is None:
            try:
                with urllib.request.urlopen(self.url + self._ready, timeout=5):
                    return
            except (urllib.error.URLError, ConnectionError, TimeoutError):
                time.sleep(0.1)
        self.kill()
        raise AssertionError(f"the server did not start:\n{self._log.read_text()}")
