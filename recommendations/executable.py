"""How much of a programme can be tested, and why the rest cannot."""

from dataclasses import dataclass

from recommendations.programme import Condition, Forms, Programme

NOT_LOOKED_AT = "not yet looked at"


@dataclass(frozen=True)
class Executable:
    """The conditions of one programme: how many can be tested, and why each other one cannot."""

    programme: str
    total: int
    tested: int
    others: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        """'be-fonds-4s: 5 of 8 conditions executable; budget-left: judgement; …'."""
        head = f"{self.programme}: {self.tested} of {self.total} conditions executable"
        return "; ".join((head, *(f"{condition}: {why}" for condition, why in self.others)))


def executable(programme: Programme) -> Executable:
    """What `check` prints of this programme."""
    others = tuple((c.id, why) for c in programme.conditions if (why := _why_not(c)))
    total = len(programme.conditions)
    return Executable(programme.id, total, total - len(others), others)


def _why_not(condition: Condition) -> str | None:
    """Why a condition cannot be tested; None when it can."""
    if condition.test is None:
        return condition.why_not_tested or NOT_LOOKED_AT
    # A rule that lists no form accepts and refuses nobody: the page did not say.
    return "unseen" if condition.test.forms == Forms() else None


def undecided(programme: Programme) -> tuple[str, ...]:
    """The conditions with neither a test nor the reason why there is none; `check` refuses them."""
    return tuple(c for c, why in executable(programme).others if why == NOT_LOOKED_AT)
