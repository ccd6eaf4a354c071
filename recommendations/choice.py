"""Choosing the pathway: the first rule that holds, with the figures that decided."""

import math
from dataclasses import dataclass

from assessment.answers import Answers
from assessment.floor import Floor
from assessment.model import Questionnaire
from assessment.scorecard import ScoreCard
from recommendations.pathway import LeaderView, Pathway, Rule


@dataclass(frozen=True)
class Situation:
    """Everything a rule may look at."""

    questionnaire: Questionnaire
    answers: Answers
    card: ScoreCard
    floor: Floor


@dataclass(frozen=True)
class Chosen:
    """The pathway that fits and why, in words with the figures."""

    pathway: Pathway
    because: str
    leader_view: LeaderView | None

    @property
    def opening(self) -> str:
        """The first words, in the variant that suits how the leader sees digital."""
        view: str = self.leader_view or "default"
        return str(getattr(self.pathway.opening, view))


def choose(pathways: tuple[Pathway, ...], situation: Situation) -> Chosen:
    """The first pathway whose rule holds. The leader's view changes the words, never the path.

    Raises LookupError when no rule holds: the last pathway of the file must have an empty rule.
    """
    for pathway in pathways:
        if _holds(pathway.rule, situation):
            return Chosen(
                pathway=pathway,
                because=pathway.because.format(**_figures(pathway.rule, situation)),
                leader_view=_leader_view(situation.answers),
            )
    raise LookupError("no pathway rule holds: the last one must be empty")


def _leader_view(answers: Answers) -> LeaderView | None:
    match answers.get("leader-view"):
        case "convinced" | "utilitarian" | "sceptical" as view:
            return view
        case _:
            return None


def _holds(rule: Rule, s: Situation) -> bool:
    """Whether everything the rule asks holds; what it does not ask is not looked at."""
    card, floor = s.card, s.floor
    if rule.coverage_below is not None and (card.overall.coverage or 0) >= rule.coverage_below:
        return False
    if rule.floor_missing_at_least and len(floor.missing) < rule.floor_missing_at_least:
        return False
    if rule.overall_at_least is not None and not _at_least(
        card.overall.value, rule.overall_at_least
    ):
        return False
    return (
        (not rule.at_lowest_option or bool(_at_lowest(rule, s)))
        and (not rule.floor_complete or floor.complete)
        and _dimensions_hold(rule, s)
        and (not rule.lowest_dimension_among or bool(_lowest_among(rule, s)))
    )


def _at_least(value: float | None, bound: float) -> bool:
    return value is not None and value >= bound


def _at_lowest(rule: Rule, s: Situation) -> list[str]:
    """The questions of the rule answered with their lowest option."""
    return [
        question.id
        for question in s.questionnaire.questions()
        if question.id in rule.at_lowest_option
        and s.answers.get(question.id) == question.options[0].id
    ]


def _dimensions_hold(rule: Rule, s: Situation) -> bool:
    return all(
        _at_least(s.card.dimensions[dimension].value, bound)
        for dimension, bound in rule.dimensions_at_least.items()
    )


def _lowest_among(rule: Rule, s: Situation) -> list[str]:
    """The named dimension that is lowest, below every dimension that is not named."""
    values = {d: score.value for d, score in s.card.dimensions.items() if score.value is not None}
    named = {d: v for d, v in values.items() if d in rule.lowest_dimension_among}
    others = [v for d, v in values.items() if d not in named]
    if not named or (others and min(named.values()) >= min(others)):
        return []
    return [d for d, v in named.items() if v == min(named.values())]


def _figures(rule: Rule, s: Situation) -> dict[str, str]:
    """The figures a 'because' may show, as whole numbers that never cross their threshold."""
    questions = [s.questionnaire.question(q).short for q in _at_lowest(rule, s)]
    lowest = [s.questionnaire.dimension(d).title for d in _lowest_among(rule, s)]
    bound = rule.coverage_below
    threshold = 100 * bound if bound is not None else rule.overall_at_least
    return {
        "coverage": str(math.floor(100 * (s.card.overall.coverage or 0))),
        "floor_missing": str(len(s.floor.missing)),
        "questions": ", ".join(questions),
        "overall": str(math.floor(s.card.overall.value or 0)),
        "lowest": ", ".join(lowest),
        "threshold": str(round(threshold or rule.floor_missing_at_least or 0)),
    }
