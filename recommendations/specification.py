"""A short statement of needs for suppliers: what to write in it, and how its lines move."""

import datetime as dt
from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from assessment.base import Content, Id
from assessment.profile import Money

Place = Literal["must", "later", "constraint", "criterion"]
"""Where a line stands: a need now or later, a condition, or what offers are compared on."""

SENTENCE, PARAGRAPH, MOST_LINES = 300, 1000, 200
"""Most characters of a line, of a longer text; most lines."""

Said = Annotated[str, StringConstraints(max_length=SENTENCE)]


class Wanted(Content):
    """One line, with the suggestion it comes from, if any."""

    text: Annotated[str, StringConstraints(min_length=1, max_length=SENTENCE)]
    place: Place
    suggestion: Id | None = None


class Specification(Content):
    """The statement as typed. Empty and None: nothing was said. Budget: euros excluding tax.

    `kind` is what is looked for, where it is not the one the project suggests; `answer_by` is
    the last day for offers, `needed_by` the month it should be in use.
    """

    kind: Id | None = None
    need: Said = ""
    existing: Annotated[str, StringConstraints(max_length=PARAGRAPH)] = ""
    wanted: tuple[Wanted, ...] = Field(default=(), max_length=MOST_LINES)
    budget_min: Money | None = None
    budget_max: Money | None = None
    answer_by: dt.date | None = None
    needed_by: dt.date | None = None

    def at(self, place: Place) -> tuple[Wanted, ...]:
        """The lines that stand there, in their order."""
        return tuple(line for line in self.wanted if line.place == place)

    def takes(self, text: str) -> bool:
        """Whether a line of these words stands anywhere already."""
        return any(_same(line.text, text) for line in self.wanted)

    def added(self, text: str, place: Place, suggestion: str | None = None) -> "Specification":
        """With one more line at the end; the same when it is empty, there already or too many."""
        clean = " ".join(text.split())[:SENTENCE]
        named = suggestion is not None and any(w.suggestion == suggestion for w in self.wanted)
        if not clean or named or self.takes(clean) or len(self.wanted) >= MOST_LINES:
            return self
        return self._with((*self.wanted, Wanted(text=clean, place=place, suggestion=suggestion)))

    def moved(self, line: Wanted, place: Place) -> "Specification":
        """With this line at the end of another list."""
        rest = (one for one in self.wanted if one != line)
        return self._with((*rest, line.model_copy(update={"place": place})))

    def raised(self, line: Wanted) -> "Specification":
        """With this line one place higher in its own list; the same when it is the first."""
        own = self.at(line.place)
        place = own.index(line)
        if not place:
            return self
        above = own[place - 1]
        swap = {line: above, above: line}
        return self._with(swap.get(one, one) for one in self.wanted)

    def without(self, line: Wanted) -> "Specification":
        """Without this line."""
        return self._with(one for one in self.wanted if one != line)

    def _with(self, lines: Iterable[Wanted]) -> "Specification":
        return self.model_copy(update={"wanted": tuple(lines)})


def _same(one: str, other: str) -> bool:
    return " ".join(one.casefold().split()) == " ".join(other.casefold().split())
