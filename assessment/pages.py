"""The pages of a re-assessment: first what actions may have changed, then one a dimension."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from assessment.again import Proposal
from assessment.answers import Answers

DONE = "done"
"""The page of the questions that actions done were to raise; the others bear a dimension's id."""


@dataclass(frozen=True)
class Page:
    """Questions looked at together."""

    id: str
    proposals: tuple[Proposal, ...]

    def to_ask(self, answers: Answers) -> tuple[str, ...]:
        """The questions of this page with no answer yet, in order."""
        return tuple(p.question.id for p in self.proposals if p.question.id not in answers)


def pages(proposed: Sequence[Proposal], touched: Collection[str]) -> tuple[Page, ...]:
    """Each question on one page, in order; a page without questions is left out."""
    found: dict[str, list[Proposal]] = {DONE: []}
    for one in proposed:
        name = DONE if one.question.id in touched else one.dimension
        found.setdefault(name, []).append(one)
    return tuple(Page(name, tuple(of)) for name, of in found.items() if of)


def page_to_open(found: Sequence[Page], answers: Answers, named: str | None) -> Page:
    """The page of this name; else the first with something to say, else the last."""
    for page in found:
        if page.id == named:
            return page
    return next((page for page in found if page.to_ask(answers)), found[-1])


def page_after(found: Sequence[Page], page: Page) -> Page | None:
    """The page that follows; None after the last."""
    ids = [one.id for one in found]
    following = ids.index(page.id) + 1
    return found[following] if following < len(found) else None
