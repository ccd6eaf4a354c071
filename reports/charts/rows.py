"""What every chart of the dimensions shows: one row a dimension, always in the same order."""

from dataclasses import dataclass
from typing import Literal

from assessment.model import Dimension
from assessment.scorecard import Score
from reports import formats
from reports.dossier import Dossier
from reports.naming import score_words
from reports.words import words

State = Literal["known", "unknown", "not_applicable"]


@dataclass(frozen=True)
class Row:
    """One dimension. `value`, `low`, `high` are 0-100 and None where there is none.

    `text` is the level in words, or why there is none.
    """

    dimension: Dimension
    score: Score
    state: State
    text: str

    @property
    def open(self) -> bool:
        """Some answers are not known: the interval is drawn."""
        score = self.score
        return self.state == "known" and score.low != score.high


def rows(dossier: Dossier) -> tuple[Row, ...]:
    """One row for each dimension of the form."""
    word = words(dossier.language)
    return tuple(
        Row(
            dimension=dossier.library.questionnaire.dimension(name),
            score=score,
            state=_state(score),
            text=score_words(dossier, score, word),
        )
        for name, score in dossier.card.dimensions.items()
    )


def finding(dossier: Dossier) -> str:
    """The title of the charts: what they show, in one sentence."""
    word = words(dossier.language)
    known = [row for row in rows(dossier) if row.state == "known"]
    if not known:
        return word("chart.nothing_known")
    values = [row.score.value or 0.0 for row in known]
    if len(known) == 1 or max(values) == min(values):
        return word("chart.all_alike", count=len(known), level=known[0].text)
    best = known[values.index(max(values))]
    least = known[values.index(min(values))]
    return word("chart.finding", best=best.dimension.title, least=least.dimension.title)


def table(dossier: Dossier) -> tuple[tuple[str, ...], ...]:
    """The charts as a table, header first: dimension, level, score with its range, share answered.

    Once a deep dive is opened, a last column holds the refined scores: another measure.
    """
    word, refined = words(dossier.language), dossier.card.refined
    names = ("dimension", "level", "score", "share") + (("refined",) if refined else ())
    head = tuple(word(f"chart.head.{key}") for key in names)
    return (head, *(_cells(row, dossier) + _refined(row, dossier) for row in rows(dossier)))


def _refined(row: Row, dossier: Dossier) -> tuple[str, ...]:
    if not dossier.card.refined:
        return ()
    score = dossier.card.refined.get(row.dimension.id)
    if score is None:
        return ("–",)
    return (score_text(score, dossier.language, words(dossier.language)("chart.none")),)


def _cells(row: Row, dossier: Dossier) -> tuple[str, ...]:
    language = dossier.language
    word = words(language)
    score = row.score
    share = "–" if score.coverage is None else formats.percent(score.coverage, language)
    return (row.dimension.title, row.text, score_text(score, language, word("chart.none")), share)


def score_text(score: Score, language: str, none: str) -> str:
    """'43 sur 100', with the range when some answers are open; `none` without a score."""
    word = words(language)
    if score.value is None or score.low is None or score.high is None:
        return none
    value = formats.number(score.value, language, 1)
    if score.low == score.high:
        return word("chart.score", value=value)
    low, high = (formats.number(bound, language) for bound in (score.low, score.high))
    return word("chart.score_open", value=value, low=low, high=high)


def _state(score: Score) -> State:
    if score.value is not None:
        return "known"
    return "not_applicable" if score.coverage is None else "unknown"
