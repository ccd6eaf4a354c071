"""The better plan: made beside the screens, one at a time, the last comer first."""

import logging
import threading
from collections.abc import Callable, Iterator

import pytest

from recommendations.roadmap import Roadmap
from recommendations.wishes import Means
from ui.planner import Planner

PATIENCE = 10.0


def a_plan(months: int = 18) -> Roadmap:
    return Roadmap(Means(months=months), (), ())


class Slow:
    """Makes a plan once `let` is called; remembers how many it made at once, and in what order."""

    def __init__(self) -> None:
        self._open = threading.Event()
        self.begun = threading.Event()
        self.order: list[str] = []

    def let(self) -> None:
        self._open.set()

    def make(self, name: str) -> Callable[[], Roadmap]:
        def made() -> Roadmap:
            self.order.append(name)
            self.begun.set()
            assert self._open.wait(PATIENCE)
            return a_plan(len(name))

        return made


@pytest.fixture
def slow() -> Iterator[Slow]:
    made = Slow()
    yield made
    made.let()


def test_a_plan_asked_for_is_ready_later_and_asked_for_no_more() -> None:
    planner = Planner()
    assert planner.ready("a") is None
    assert planner.wait("a", a_plan, PATIENCE) == a_plan()
    assert planner.ready("a") == a_plan()
    assert planner.ask("a", a_plan) is False


def test_the_same_key_is_one_job(slow: Slow) -> None:
    planner = Planner()
    for _ in range(5):
        assert planner.ask("a", slow.make("a")) is True
    slow.let()
    planner.wait("a", slow.make("a"), PATIENCE)
    assert slow.order == ["a"]


def test_one_is_made_at_a_time_and_the_last_comer_is_next(slow: Slow) -> None:
    planner = Planner()
    planner.ask("first", slow.make("first"))
    assert slow.begun.wait(PATIENCE)
    for name in ("old", "new"):
        planner.ask(name, slow.make(name))
    planner.ask("old", slow.make("old"))
    assert slow.order == ["first"]
    slow.let()
    planner.wait("old", slow.make("old"), PATIENCE)
    assert slow.order == ["first", "new", "old"]


def test_the_queue_and_what_is_kept_are_bounded(slow: Slow) -> None:
    planner = Planner(most_kept=2, most_waiting=2)
    planner.ask("first", slow.make("first"))
    assert slow.begun.wait(PATIENCE)
    for name in ("dropped", "kept", "last"):
        planner.ask(name, slow.make(name))
    slow.let()
    planner.wait("kept", slow.make("kept"), PATIENCE)
    assert slow.order == ["first", "last", "kept"]
    assert planner.ready("first") is None
    assert planner.ready("last") is not None


def test_waiting_has_an_end(slow: Slow) -> None:
    assert Planner().wait("a", slow.make("a"), 0.05) is None


def test_a_failure_leaves_the_first_plan_and_tells_no_secret(
    caplog: pytest.LogCaptureFixture,
) -> None:
    planner = Planner()

    def fail() -> Roadmap:
        raise ValueError("Les Tisserands owe 300 euros")

    with caplog.at_level(logging.ERROR):
        assert planner.wait("a", fail, PATIENCE) is None
    assert planner.ask("a", fail) is False
    assert "ValueError in test_planner.py" in caplog.text
    assert "Tisserands" not in caplog.text
    assert planner.wait("b", a_plan, PATIENCE) == a_plan()
