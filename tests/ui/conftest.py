from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ui.server import Served, serve
from ui import database, planner


@pytest.fixture(scope="package")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serve(tmp_path_factory.mktemp("served")) as server:
        yield server


class NoPlanner(planner.Planner):
    """Looks for nothing: the plan made at once stays, and no test pays for a better one."""

    def ask(self, key: str, make: planner.Make) -> bool:
        return False


@pytest.fixture(autouse=True)
def no_planner(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(planner, "PLANNER", NoPlanner())


@pytest.fixture
def own_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An empty database for the screens of one test."""
    database.close()
    monkeypatch.setenv("JALON_DATA", str(tmp_path / "jalon.db"))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    yield
    database.close()
