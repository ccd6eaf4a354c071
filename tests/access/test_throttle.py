import datetime as dt

from access.throttle import Throttle

NOW = dt.datetime(2026, 11, 23, 9, 0, tzinfo=dt.UTC)
MINUTE = dt.timedelta(minutes=1)


def test_attempts_beyond_the_limit_wait_for_the_window() -> None:
    throttle = Throttle(2, MINUTE)
    assert [throttle.allow("a", NOW) for _ in range(4)] == [True, True, False, False]
    assert throttle.wait("a", NOW + MINUTE / 2) == MINUTE / 2
    assert throttle.allow("a", NOW + MINUTE)


def test_the_window_slides() -> None:
    throttle = Throttle(2, MINUTE)
    throttle.allow("a", NOW)
    throttle.allow("a", NOW + MINUTE / 2)
    assert not throttle.allow("a", NOW + MINUTE * 0.9)
    assert throttle.allow("a", NOW + MINUTE)
    assert not throttle.allow("a", NOW + MINUTE * 1.2)


def test_one_visitor_does_not_slow_another() -> None:
    throttle = Throttle(1, MINUTE)
    assert throttle.allow("a", NOW)
    assert throttle.allow("b", NOW)
    assert throttle.wait("c", NOW) == dt.timedelta(0)


def test_a_success_starts_again() -> None:
    throttle = Throttle(1, MINUTE)
    throttle.allow("a", NOW)
    throttle.forget("a")
    assert throttle.allow("a", NOW)


def test_idle_keys_do_not_fill_the_memory() -> None:
    throttle = Throttle(5, MINUTE)
    for number in range(1000):
        throttle.allow(str(number), NOW)
    throttle.allow("late", NOW + 2 * MINUTE)
    assert len(throttle._attempts) == 1


def test_a_clock_set_back_locks_nobody_out_and_forgets_nothing() -> None:
    throttle = Throttle(2, MINUTE)
    ahead = NOW + dt.timedelta(days=365)
    assert [throttle.allow("a", ahead) for _ in range(3)] == [True, True, False]
    assert not throttle.allow("a", NOW)
    assert throttle.wait("a", NOW) == MINUTE
    assert throttle.allow("a", NOW + MINUTE)


def test_a_clock_that_jumps_ahead_ends_the_wait() -> None:
    throttle = Throttle(1, MINUTE)
    throttle.allow("a", NOW)
    assert throttle.allow("a", NOW + dt.timedelta(days=365))
