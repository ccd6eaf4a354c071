"""Programme by programme: a verdict, one reason per criterion, and the questions that settle it.

A verdict never says that the enterprise is eligible: the funder decides.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from recommendations.amounts import Money, amount, minimum_cost, plain
from recommendations.availability import FRESH_MONTHS, Availability, availability, proposable
from recommendations.criteria import Truth, fields_of, holds, open_fields
from recommendations.facts import Facts
from recommendations.gates import GATE_FIELDS
from recommendations.programme import Condition, Programme
from recommendations.questions import STARTED, DecisiveQuestion, FieldQuestion, ranked
from recommendations.stacking import StackingVerdict, refused_by_held, stacking

Verdict = Literal["met", "to_check", "not_met"]

VERDICT_ORDER: tuple[Verdict, ...] = ("met", "to_check", "not_met")
_OF_TRUTH: dict[Truth, Verdict] = {True: "met", None: "to_check", False: "not_met"}


@dataclass(frozen=True)
class Words:
    """The words of a verdict and the questions per field, in the reader's language."""

    reasons: Mapping[str, str]
    questions: Mapping[str, str]


@dataclass(frozen=True)
class CriterionResult:
    """One condition: its verdict, the reason as a sentence, where it was read.

    `unknown` are the fields whose answer can still change the verdict.
    """

    criterion: str
    verdict: Verdict
    reason: str
    unknown: tuple[str, ...]
    fields: tuple[str, ...]
    source: str


@dataclass(frozen=True)
class Match:
    """One programme read against one profile on one date."""

    programme: Programme
    verdict: Verdict
    availability: Availability
    amount: Money | None
    stacking: StackingVerdict
    criteria: tuple[CriterionResult, ...]
    questions: tuple[FieldQuestion, ...]
    also_looked_at: tuple[str, ...]

    @property
    def behind_gate(self) -> bool:
        """Only an earlier diagnosis or plan stands in the way: a later step, not a refusal."""
        refused = [c for c in self.criteria if c.verdict == "not_met"]
        return bool(refused) and all(GATE_FIELDS.issuperset(c.fields) for c in refused)


def match(
    programme: Programme,
    facts: Facts,
    on: dt.date,
    words: Words,
    fresh_months: int = FRESH_MONTHS,
) -> Match:
    """Read one programme against the facts. The date decides availability, never the verdict."""
    results = tuple(
        _result(condition, programme, facts, words)
        for condition in _conditions(programme, words)
        if not condition.also_looked_at
    )
    aid = amount(programme, facts)
    return Match(
        programme=programme,
        verdict=_worst(results),
        availability=availability(programme, on, fresh_months),
        amount=aid,
        stacking=stacking(programme, facts, aid),
        criteria=results,
        questions=_questions(results, words),
        also_looked_at=tuple(c.text for c in programme.conditions if c.also_looked_at),
    )


def match_all(
    programmes: tuple[Programme, ...],
    facts: Facts,
    on: dt.date,
    words: Words,
    fresh_months: int = FRESH_MONTHS,
) -> tuple[Match, ...]:
    """Every programme, met first, then to check, then not met; by id within each.

    The questions of each stand in the order that is most decisive over all of them.
    """
    refused = refused_by_held(programmes, facts)
    found = [
        replace(m, stacking="over_cap") if m.programme.id in refused else m
        for m in (match(programme, facts, on, words, fresh_months) for programme in programmes)
    ]
    ranks = {q.field: i for i, q in enumerate(decisive_questions(found, on, fresh_months))}
    return tuple(
        replace(
            m, questions=tuple(sorted(m.questions, key=lambda q: ranks.get(q.field, len(ranks))))
        )
        for m in sorted(found, key=lambda m: (VERDICT_ORDER.index(m.verdict), m.programme.id))
    )


def decisive_questions(
    matches: Sequence[Match], on: dt.date, fresh_months: int = FRESH_MONTHS
) -> tuple[DecisiveQuestion, ...]:
    """The facts to ask for, most decisive first, over the programmes that may be proposed."""
    return ranked(
        m.questions
        for m in matches
        if m.verdict != "not_met" and proposable(m.programme, on, fresh_months)
    )


def _conditions(programme: Programme, words: Words) -> tuple[Condition, ...]:
    """The conditions of the file, and the smallest cost where it stands only with the amount."""
    test = minimum_cost(programme)
    if test is None:
        return programme.conditions
    least = plain(programme.amount.cost_min, programme.amount.currency)
    text = words.reasons["minimum_cost"].format(cost=least)
    return (*programme.conditions, Condition(id="cost-at-least", text=text, test=test))


def _result(
    condition: Condition, programme: Programme, facts: Facts, words: Words
) -> CriterionResult:
    test = condition.test
    truth = holds(test, facts, programme.id) if test else None
    verdict = _OF_TRUTH[truth]
    return CriterionResult(
        criterion=condition.id,
        verdict=verdict,
        reason=words.reasons[verdict].format(condition=condition.text),
        unknown=open_fields(test, facts, programme.id) if test and truth is None else (),
        fields=fields_of(test) if test else (),
        source=condition.source or programme.source.url,
    )


def _worst(results: tuple[CriterionResult, ...]) -> Verdict:
    verdicts = {result.verdict for result in results}
    return next((v for v in reversed(VERDICT_ORDER) if v in verdicts), "met")


def _questions(results: tuple[CriterionResult, ...], words: Words) -> tuple[FieldQuestion, ...]:
    fields = dict.fromkeys(field for result in results for field in result.unknown)
    order = {field: place for place, field in enumerate(words.questions)}
    asked = [FieldQuestion(f, _text(f, words), order.get(f, len(order))) for f in fields]
    return tuple(sorted((q for q in asked if q.text), key=lambda q: q.field != STARTED))


def _text(field: str, words: Words) -> str:
    """The question behind a field; '' when `check` still has to ask the authors for it."""
    try:
        return words.questions[field]
    except KeyError:
        return ""
