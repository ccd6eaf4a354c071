"""Programme by programme: a verdict, one reason per criterion, and the questions that settle it.

A verdict never says that the enterprise is eligible: the funder decides.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from recommendations.amounts import Money, StackingVerdict, amount, stacking
from recommendations.availability import FRESH_MONTHS, Availability, availability
from recommendations.criteria import Truth, fields_of, holds
from recommendations.facts import Facts
from recommendations.programme import Condition, Programme

Verdict = Literal["met", "to_check", "not_met"]

VERDICT_ORDER: tuple[Verdict, ...] = ("met", "to_check", "not_met")
_OF_TRUTH: dict[Truth, Verdict] = {True: "met", None: "to_check", False: "not_met"}

GATE_FIELDS = frozenset(
    {
        "project.digital_plan_age_months",
        "project.cyber_diagnosis_age_months",
        "project.self_assessment_done",
    }
)
"""Facts that a step of the roadmap can create: a diagnosis opens the door to the next aid."""


@dataclass(frozen=True)
class Words:
    """The words of a verdict and the questions per field, in the reader's language."""

    reasons: Mapping[str, str]
    questions: Mapping[str, str]


@dataclass(frozen=True)
class CriterionResult:
    """One condition: its verdict, the reason as a sentence, the unknown fields behind it."""

    criterion: str
    verdict: Verdict
    reason: str
    unknown: tuple[str, ...]
    fields: tuple[str, ...]


@dataclass(frozen=True)
class FieldQuestion:
    """A question whose answer would settle a criterion."""

    field: str
    text: str


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
        _result(condition, facts, programme.id, words)
        for condition in programme.conditions
        if not condition.judgement
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
        also_looked_at=tuple(c.text for c in programme.conditions if c.judgement),
    )


def match_all(
    programmes: tuple[Programme, ...],
    facts: Facts,
    on: dt.date,
    words: Words,
    fresh_months: int = FRESH_MONTHS,
) -> tuple[Match, ...]:
    """Every programme, met first, then to check, then not met; by id within each."""
    found = [match(programme, facts, on, words, fresh_months) for programme in programmes]
    return tuple(sorted(found, key=lambda m: (VERDICT_ORDER.index(m.verdict), m.programme.id)))


def _result(condition: Condition, facts: Facts, programme_id: str, words: Words) -> CriterionResult:
    truth = holds(condition.test, facts, programme_id) if condition.test else None
    verdict = _OF_TRUTH[truth]
    fields = fields_of(condition.test) if condition.test else ()
    return CriterionResult(
        criterion=condition.id,
        verdict=verdict,
        reason=words.reasons[verdict].format(condition=condition.text),
        unknown=tuple(f for f in fields if facts.get(f) is None) if truth is None else (),
        fields=fields,
    )


def _worst(results: tuple[CriterionResult, ...]) -> Verdict:
    verdicts = {result.verdict for result in results}
    return next((v for v in reversed(VERDICT_ORDER) if v in verdicts), "met")


def _questions(results: tuple[CriterionResult, ...], words: Words) -> tuple[FieldQuestion, ...]:
    fields = dict.fromkeys(field for result in results for field in result.unknown)
    return tuple(FieldQuestion(field, words.questions[field]) for field in fields)
