"""A server that cannot start says where, what and what to do in one sentence, and stops."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from storage.engine import open_engine
from storage.migrate import HEAD, migrate

ROOT = Path(__file__).parents[2]
CODE = (
    "jalon", "ui", "reports", "storage", "identity", "network", "access", "questionnaires",
    "recommendations", "catalogue", "assessment", "content", "translations", "static",
    "app.py", "pyproject.toml",
)  # fmt: skip
BY_COMMAND = ("jalon", "serve", "--port", "8599")
BY_SERVER = ("uvicorn", "ui.asgi:app", "--port", "8599")


def refused(database: str, *start: str, code: Path = ROOT) -> str:
    """What the operator reads about the refusal, in one line."""
    env = {**os.environ, "DATABASE_URL": database}
    run = subprocess.run(
        [sys.executable, "-m", *start],
        cwd=code, env=env, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    said = run.stderr + run.stdout
    assert run.returncode == 3, said
    assert "Traceback" not in said
    (line,) = [line for line in said.splitlines() if "Jalon does not start" in line]
    return line


@pytest.mark.parametrize("start", [BY_COMMAND, BY_SERVER], ids=["jalon serve", "uvicorn"])
def test_a_database_of_a_later_version_is_refused(tmp_path: Path, start: tuple[str, ...]) -> None:
    file = tmp_path / "jalon.db"
    engine = open_engine(f"sqlite:///{file}")
    migrate(engine)
    engine.dispose()
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")

    line = refused(f"sqlite:///{file}", *start)

    assert str(file) in line
    assert f"written by a newer Jalon (schema 9999); this one knows up to {HEAD}" in line
    assert "Start the newer version, or restore a backup made with this one." in line


def test_a_database_that_cannot_be_reached_is_refused_without_its_password(tmp_path: Path) -> None:
    line = refused(f"postgresql://u:hush-hush@/x?host={tmp_path}", *BY_SERVER)

    assert "the database is not available" in line
    assert "check DATABASE_URL or JALON_DATA" in line
    assert "hush-hush" not in line


def test_a_questionnaire_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    copy = tmp_path / "jalon"
    for name in CODE:
        made = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy.mkdir(exist_ok=True)
        made(ROOT / name, copy / name)
    broken = copy / "questionnaires" / "digital-maturity" / "governance.yaml"
    lines = broken.read_text("utf-8").splitlines()
    broken.write_text("\n".join([*lines[:4], "  wieght: [", *lines[4:]]), "utf-8")

    line = refused(f"sqlite:///{tmp_path}/jalon.db", *BY_SERVER, code=copy)

    assert "questionnaires/digital-maturity/governance.yaml:" in line
    assert "this is not valid YAML" in line
    assert "mend the file or put its last version back" in line
