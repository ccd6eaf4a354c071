"""So many wrong tries in a row, then nobody may try for a while: the same for names nobody has."""

import datetime as dt
import threading
from collections import OrderedDict

TRIES = 5
LASTS = dt.timedelta(minutes=15)


def counted(
    failed: int, locked_until: dt.datetime | None, now: dt.datetime
) -> tuple[int, dt.datetime | None]:
    """Tries and lock after one more try, which is counted before it is looked at.

    Not to be asked while it is locked.
    """
    failed = (0 if locked_until is not None else failed) + 1
    return failed, (now + LASTS if failed >= TRIES else None)


def is_locked(locked_until: dt.datetime | None, now: dt.datetime) -> bool:
    """Whether nobody may try now."""
    return locked_until is not None and locked_until > now


class Strangers:
    """The tries with names that no account has, so that these too say "wait" after as many.

    Kept in memory: each process counts for itself; the oldest names are forgotten first.
    """

    def __init__(self, most: int = 10_000) -> None:
        self._most = most
        self._tries: OrderedDict[str, tuple[int, dt.datetime | None]] = OrderedDict()
        self._lock = threading.Lock()

    def counts(self, name: str, now: dt.datetime) -> dt.datetime | None:
        """Counts a try; the moment until which nobody may try, None when this one was let by."""
        with self._lock:
            failed, locked_until = self._tries.get(name, (0, None))
            if is_locked(locked_until, now):
                return locked_until
            self._tries[name] = counted(failed, locked_until, now)
            self._tries.move_to_end(name)
            if len(self._tries) > self._most:
                self._tries.popitem(last=False)
            return None
