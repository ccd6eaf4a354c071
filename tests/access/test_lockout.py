"""Five tries, then a pause, whether somebody has this name or not."""

import datetime as dt

from access.lockout import LASTS, TRIES, Strangers, counted, is_locked

NOW = dt.datetime(2026, 11, 29, 12, tzinfo=dt.UTC)


def test_the_fifth_try_locks_and_after_the_pause_one_starts_again() -> None:
    failed, until = 0, None
    for _ in range(TRIES):
        assert not is_locked(until, NOW)
        failed, until = counted(failed, until, NOW)
    assert until == NOW + LASTS
    assert is_locked(until, NOW + LASTS - dt.timedelta(seconds=1))
    assert not is_locked(until, NOW + LASTS)
    assert counted(failed, until, NOW + LASTS) == (1, None)


def test_a_name_nobody_has_is_locked_the_same() -> None:
    strangers = Strangers()
    assert [strangers.counts("a", NOW) for _ in range(TRIES)] == [None] * TRIES
    assert strangers.counts("a", NOW) == NOW + LASTS
    assert strangers.counts("b", NOW) is None
    assert strangers.counts("a", NOW + LASTS) is None


def test_memory_is_bounded() -> None:
    strangers = Strangers(most=2)
    for _ in range(TRIES):
        strangers.counts("first", NOW)
    for name in ("b", "c"):
        strangers.counts(name, NOW)
    assert strangers.counts("first", NOW) is None
