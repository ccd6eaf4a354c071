"""Who pays the plan: possible aid, own money, and what nobody has seen the amount of."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from recommendations.roadmap import Step
from reports import formats
from reports.charts.chart import Chart, source
from reports.dossier import Dossier
from reports.words import words

Kind = Literal["aid", "own", "not_seen"]
_NOTHING = Decimal(0)


@dataclass(frozen=True)
class Part:
    """A part of the cost of the plan, in euros, and its share, 0-1."""

    kind: Kind
    amount: Decimal
    share: float


def parts(steps: tuple[Step, ...]) -> tuple[Part, ...]:
    """The largest cost of these steps, split; empty when they cost nothing.

    `aid` is the most that was seen; `not_seen` may be paid by a programme whose amount was not
    seen; `own` is the rest. The parts add up to the whole, and a part of nothing is left out.
    """
    amounts: dict[Kind, Decimal] = {"aid": _NOTHING, "not_seen": _NOTHING, "own": _NOTHING}
    for step in steps:
        cost = step.cost.max or _NOTHING
        aid = step.aid.max if step.aid.max is not None else step.aid.min or _NOTHING
        sure = min(aid, cost)
        amounts["aid"] += sure
        amounts["not_seen" if step.aid.max is None else "own"] += cost - sure
    whole = sum(amounts.values(), _NOTHING)
    return tuple(
        Part(kind, amount, float(amount / whole)) for kind, amount in amounts.items() if amount
    )


def chart(dossier: Dossier) -> Chart | None:
    """The bar with its amounts; None when the plan costs nothing or its cost was not seen."""
    steps, language = dossier.roadmap.steps, dossier.language
    found = parts(steps)
    if not found:
        return None
    word, currency = words(language), dossier.roadmap.totals.cost.currency
    money = {part.kind: formats.money(part.amount, currency, language) for part in found}
    whole = formats.money(sum((part.amount for part in found), _NOTHING), currency, language)
    lines = [
        (word(f"payers.{part.kind}"), money[part.kind], formats.percent(part.share, language))
        for part in found
    ]
    return Chart(
        name="payers",
        title=_finding(found, money, language),
        subtitle=word("payers.measured", count=len(steps), whole=whole),
        sentence=word("payers.sentence"),
        alt=" ".join(word("chart.line", name=name, said=amount) for name, amount, _ in lines),
        source=source(dossier),
        caption=word("payers.caption"),
        table=(tuple(word(f"payers.head.{key}") for key in ("who", "amount", "share")), *lines),
        drawing={
            "kind": "parts",
            "parts": [
                {"kind": part.kind, "share": part.share, "label": name, "figure": amount}
                for part, (name, amount, _) in zip(found, lines, strict=True)
            ],
        },
        language=language,
        on=dossier.on,
    )


def _finding(found: tuple[Part, ...], money: dict[Kind, str], language: str) -> str:
    word, kinds = words(language), {part.kind for part in found}
    if "aid" in kinds:
        return word("payers.finding_aid", aid=money["aid"])
    return word("payers.finding_not_seen" if "not_seen" in kinds else "payers.finding_own")
