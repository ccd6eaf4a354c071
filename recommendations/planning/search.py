"""Better orders by small changes: move one job, keep what brings more; shake, and try again.

An order holds every job and one cut: what stands behind the cut is not done.

The calendar dates each order, so that what is compared is what would really happen.
"""

from random import Random

from recommendations.planning.calendar import Calendar

BETTER = 1e-9
CUT = -1


class Search:
    """A search of at most `tries` orders, the same for the same seed.

    The `head` stands first in the order and never moves; an order that does not end all its jobs
    is worth nothing.
    """

    def __init__(self, calendar: Calendar, head: list[int], tries: int, seed: int) -> None:
        self._calendar, self._head, self._tries = calendar, len(head), tries
        self._must = frozenset(head)
        self._random = Random(seed)

    def improve(self, order: list[int]) -> tuple[list[int], float]:
        """The best order found from this one, and what it brings in points."""
        self._left = self._tries
        now, worth = self._climb(order, self._value(order))
        best, most = now, worth
        while self._left > 0 and len(order) - self._head > 2:
            tried = self._shaken(now)
            tried, got = self._climb(tried, self._value(tried))
            if got >= worth - BETTER or self._random.random() < 0.1:
                now, worth = tried, got
            if got > most + BETTER:
                best, most = tried, got
        return best, most

    def _climb(self, order: list[int], worth: float) -> tuple[list[int], float]:
        moved = True
        while moved and self._left > 0:
            moved = False
            for source, target in self._moves(order):
                tried = order.copy()
                tried.insert(target, tried.pop(source))
                got = self._value(tried)
                if got > worth + BETTER:
                    order, worth, moved = tried, got, True
                    break
                if self._left <= 0:
                    break
        return order, worth

    def _moves(self, order: list[int]) -> list[tuple[int, int]]:
        reach = self._reach(order)
        moves = [
            (source, target)
            for source in range(self._head, len(order))
            for target in range(self._head, reach + 1)
            if source != target
        ]
        self._random.shuffle(moves)
        return moves

    def _shaken(self, order: list[int]) -> list[int]:
        shaken, reach = order.copy(), self._reach(order)
        for _ in range(self._random.randint(2, 3)):
            one = self._random.randrange(self._head, reach + 1)
            other = self._random.randrange(self._head, len(order))
            shaken[one], shaken[other] = shaken[other], shaken[one]
        return shaken

    def _reach(self, order: list[int]) -> int:
        """Places up to the cut, and to the first job behind it."""
        return min(len(order) - 1, order.index(CUT) + 1)

    def _value(self, order: list[int]) -> float:
        self._left -= 1
        placed = self._calendar.place(order[: order.index(CUT)])
        return self._calendar.value(placed) if self._must <= placed.keys() else float("-inf")
