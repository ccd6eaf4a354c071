"""An answer said to be saved is there after the process is killed."""

import os
import signal
import subprocess
import sys

import pytest

from storage.assessments import load
from storage.engine import open_engine
from storage.migrate import migrate
from tests.storage.builders import NOW, an_assessment

SAVER = """
import sys
from storage.assessments import save_answer
from storage.engine import open_engine
from tests.storage.builders import NOW
engine = open_engine(sys.argv[1])
for number in range(10_000):
    save_answer(engine, sys.argv[2], f"q{number}", str(number), NOW)
    print("saved", number, flush=True)
"""


@pytest.mark.parametrize("after", [1, 40])
def test_a_killed_process_loses_nothing_it_said_was_saved(new_address: str, after: int) -> None:
    engine = open_engine(new_address)
    migrate(engine)
    new_id = an_assessment(engine)
    engine.dispose()
    child = subprocess.Popen(
        [sys.executable, "-c", SAVER, new_address, new_id], stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    said = [child.stdout.readline() for _ in range(after)]
    os.kill(child.pid, signal.SIGKILL)
    said += child.stdout.readlines()
    child.wait()
    last = max(int(line.split()[1]) for line in said if line.endswith("\n"))
    kept = load(open_engine(new_address), new_id, NOW).answers
    assert {f"q{number}": str(number) for number in range(last + 1)}.items() <= kept.items()
