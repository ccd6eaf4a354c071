"""What changes between two dossiers: scores, plan and funding, before and after."""

from dataclasses import dataclass

from assessment.scorecard import Score
from recommendations.eligibility import Match
from recommendations.roadmap import Roadmap, Step, Totals
from reports.dossier import Dossier


@dataclass(frozen=True)
class Moved:
    """A dimension whose score is no longer the same; the whole where `dimension` is None."""

    dimension: str | None
    before: Score
    after: Score


@dataclass(frozen=True)
class Shifted:
    """A project of both plans that starts in another quarter."""

    before: Step
    after: Step

    @property
    def earlier(self) -> bool:
        """Whether it comes sooner than before."""
        return self.after.start < self.before.start


@dataclass(frozen=True)
class Differences:
    """Before and after. `moved` has the dimensions in the order of the questionnaire.

    `payers_in` and `payers_out` are programmes that may pay for a part of one plan only.
    """

    before: Totals
    after: Totals
    overall: Moved
    moved: tuple[Moved, ...]
    comes_in: tuple[Step, ...]
    leaves: tuple[Step, ...]
    shifted: tuple[Shifted, ...]
    payers_in: tuple[Match, ...]
    payers_out: tuple[Match, ...]

    @property
    def same_plan(self) -> bool:
        """Whether the plan is the same, by quarter."""
        return not (self.comes_in or self.leaves or self.shifted)


def differences(before: Dossier, after: Dossier) -> Differences:
    """What changes from one to the other; both of one questionnaire. Pure."""
    here, there = before.roadmap, after.roadmap
    return Differences(
        before=here.totals,
        after=there.totals,
        overall=Moved(None, before.card.overall, after.card.overall),
        moved=_moved(before, after),
        comes_in=_only_in(there, here),
        leaves=_only_in(here, there),
        shifted=_shifted(here, there),
        payers_in=_payers(there, here),
        payers_out=_payers(here, there),
    )


def _moved(before: Dossier, after: Dossier) -> tuple[Moved, ...]:
    pairs = [
        Moved(name, score, after.card.dimensions[name])
        for name, score in before.card.dimensions.items()
    ]
    return tuple(pair for pair in pairs if pair.before != pair.after)


def _only_in(one: Roadmap, other: Roadmap) -> tuple[Step, ...]:
    known = {step.project.id for step in other.steps}
    return tuple(step for step in one.steps if step.project.id not in known)


def _shifted(here: Roadmap, there: Roadmap) -> tuple[Shifted, ...]:
    then = {step.project.id: step for step in there.steps}
    pairs = [Shifted(step, then[step.project.id]) for step in here.steps if step.project.id in then]
    return tuple(pair for pair in pairs if pair.before.quarter != pair.after.quarter)


def _payers(one: Roadmap, other: Roadmap) -> tuple[Match, ...]:
    """Programmes that may pay a step of one and none of the other, each once."""
    known = {match.programme.id for match in _paying(other)}
    found = {match.programme.id: match for match in _paying(one)}
    return tuple(match for name, match in found.items() if name not in known)


def _paying(roadmap: Roadmap) -> list[Match]:
    return [step.payment.match for step in roadmap.steps if step.payment]
