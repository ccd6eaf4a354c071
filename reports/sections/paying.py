"""Who may pay a part of a step: aid, programme, what is left. The funder decides."""

from content.wording import Wording
from recommendations.amounts import Money
from recommendations.roadmap import Step
from reports import formats


def band_words(band: Money, language: str, word: Wording) -> str:
    """'jusqu’à 200 €'; 'montant non vu' where only a nothing was seen."""
    if band.max is None and not band.min:
        return word("money.not_seen")
    return formats.money_range(band.min, band.max, band.currency, language)


def paying_rows(step: Step, language: str, word: Wording) -> list[tuple[str, str]]:
    """What the plan counts on, where it is less than the cost; possible aid with its programme
    and verdict, then own money, where somebody may pay."""
    rows = []
    most = step.project.one_off.max + step.project.yearly.max
    if step.cost.max is not None and step.cost.max < most:
        rows.append((word("label.counted"), band_words(step.cost, language, word)))
    if step.payment is None:
        return rows
    match = step.payment.match
    said = word(
        "paying.programme",
        aid=band_words(step.aid, language, word),
        programme=match.programme.name,
        verdict=word("paying.gate" if match.behind_gate else f"verdict.{match.verdict}"),
    )
    return [
        *rows,
        (word("label.aid"), said),
        (word("label.own"), band_words(step.own, language, word)),
    ]


def paying_line(step: Step, language: str, word: Wording) -> str:
    """The same in one line, a sentence each."""
    said = (word("paying.pair", label=a, said=b) for a, b in paying_rows(step, language, word))
    return " ".join(one if one.endswith(".") else f"{one}." for one in said)
