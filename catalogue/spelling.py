"""The nearest known word, for words typed in a hurry."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

_SHORTEST = 5
_TWO_SLIPS_FROM = 8
_RUN = 3


class Speller:
    """Known words by first letter and length, with their runs of three letters.

    Few words share enough runs with a misspelt one to be compared letter by letter.
    """

    def __init__(self, known: Mapping[str, int]) -> None:
        """Folded words, each with how often it is met: common ones win a tie."""
        self._often = dict(known)
        self._shelves: dict[tuple[str, int], list[tuple[str, frozenset[str]]]] = defaultdict(list)
        for word in sorted(known):
            if len(word) >= _SHORTEST - 1:
                self._shelves[word[0], len(word)].append((word, _runs(word)))

    def nearest(self, word: str, slips: int = 2) -> str | None:
        """The known word at the fewest slips, at most `slips`; None when none is near enough.

        A slip is a letter missing, added, changed, or two swapped. Words under five letters
        are left alone, those under eight may have one slip, others two. The first letter is
        taken to be right, but for a swap with the second.
        """
        if len(word) < _SHORTEST:
            return None
        most = min(slips, 2 if len(word) >= _TWO_SLIPS_FROM else 1)
        found = (
            (distance(word, other, most), -common, -self._often[other], other)
            for other, common in self._alike(word, most)
        )
        best = min(found, default=None)
        return best[3] if best and best[0] <= most else None

    def _alike(self, word: str, most: int) -> Iterator[tuple[str, int]]:
        """Words that share enough runs to be at most so many slips away, and how many."""
        runs = _runs(word)
        # A slip spoils at most three runs, a swap four.
        enough = len(runs) - (_RUN + 1) * most
        for first in {word[0], word[1]}:
            for length in range(len(word) - most, len(word) + most + 1):
                for other, others in self._shelves.get((first, length), ()):
                    common = len(runs & others)
                    if common >= max(enough, 1) and (first == word[0] or other[1] == word[0]):
                        yield other, common


def distance(one: str, other: str, most: int) -> int:
    """Slips between two words (optimal string alignment), or `most` + 1 when there are more."""
    older: list[int] = []
    above = list(range(len(other) + 1))
    for i, letter in enumerate(one):
        row = [i + 1]
        for j, against in enumerate(other):
            cost = min(above[j + 1] + 1, row[j] + 1, above[j] + (letter != against))
            if i and j and letter == other[j - 1] and one[i - 1] == against:
                cost = min(cost, older[j - 1] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
        older, above = above, row
    return above[-1]


def _runs(word: str) -> frozenset[str]:
    marked = f"^{word}$"
    return frozenset(marked[i : i + _RUN] for i in range(len(marked) - _RUN + 1))
