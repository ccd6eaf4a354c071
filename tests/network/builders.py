"""Members made up for the tests of a network, and how they are published."""

from collections.abc import Sequence

from network.aggregate import Aggregate, Ledger, participation, publish
from network.members import Member

DIMENSION = "tools"


def member(key: object, value: float | None, sector: str | None = None, **groups: str) -> Member:
    told = {"sector": sector, "size": None, "territory": None, **groups}
    return Member(f"secret-{key}", {DIMENSION: value, "overall": value}, told)


def members(values: Sequence[float | None], sector: str | None = None, first: int = 0) -> list:
    return [member(first + place, value, sector) for place, value in enumerate(values)]


def level_at(score: float) -> int:
    return int(score // 25) if score < 100 else 3


def published(who: Sequence[Member], *earlier: Ledger) -> tuple[Aggregate, Ledger]:
    return publish(
        who,
        dimensions=(DIMENSION,),
        levels=4,
        level_at=level_at,
        earlier=earlier,
        participation=participation(None, len(who), len(who)),
    )
