"""Projects: what the roadmap schedules. One action, or the safety net bundled out of several."""

from dataclasses import dataclass
from decimal import Decimal

from assessment.answers import NOT_APPLICABLE, UNKNOWN, Answers
from assessment.floor import Floor
from assessment.model import Questionnaire
from recommendations.action import Action, CostRange

SAFETY_NET = "safety-net"


@dataclass(frozen=True)
class Project:
    """Actions done together under one name; `id` is the action's, or 'safety-net'."""

    id: str
    actions: tuple[Action, ...]

    @property
    def hours(self) -> int:
        """The enterprise's own hours, all actions together."""
        return sum(action.hours for action in self.actions)

    @property
    def weeks(self) -> int:
        """Calendar weeks it takes at least: its actions run one beside the other."""
        return max(action.weeks for action in self.actions)

    @property
    def one_off(self) -> CostRange:
        """Euros excluding tax, once."""
        return _sum([action.cost.one_off for action in self.actions])

    @property
    def yearly(self) -> CostRange:
        """Euros excluding tax, each year afterwards."""
        return _sum([action.cost.yearly for action in self.actions])

    @property
    def effects(self) -> dict[str, str]:
        """Question id to the option it is raised to at least."""
        return {effect.question: effect.to for a in self.actions for effect in a.raises}


def _sum(ranges: list[CostRange]) -> CostRange:
    zero = Decimal(0)
    return CostRange(min=sum((r.min for r in ranges), zero), max=sum((r.max for r in ranges), zero))


def safety_net(
    actions: tuple[Action, ...],
    floor: Floor,
    first: tuple[str, ...] = (),
    without: frozenset[str] = frozenset(),
) -> Project | None:
    """The one project that lays the missing points of the floor, or None when none is missing.

    `first` orders its pieces; `without` holds refused action ids. Unknown points are not in it:
    they are found out first.
    """
    pieces = [a for a in actions if a.floor in floor.missing and a.id not in without]
    pieces.sort(key=lambda a: (first.index(a.id) if a.id in first else len(first), a.hours))
    return Project(SAFETY_NET, tuple(pieces)) if pieces else None


def reached(questionnaire: Questionnaire, answers: Answers, action: Action) -> bool:
    """Whether every effect of the action is known to be in place already."""
    return all(_at(questionnaire, answers, e.question, e.to) for e in action.raises)


def applies(answers: Answers, action: Action) -> bool:
    """Whether at least one question it improves applies to the enterprise."""
    return any(answers.get(e.question) != NOT_APPLICABLE for e in action.raises)


def _at(questionnaire: Questionnaire, answers: Answers, question_id: str, option: str) -> bool:
    value = answers.get(question_id, UNKNOWN)
    if value in (UNKNOWN, NOT_APPLICABLE):
        return False
    question = questionnaire.question(question_id)
    return question.option(value).points >= question.option(option).points
