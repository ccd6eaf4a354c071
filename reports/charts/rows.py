"""What every chart of the dimensions shows: one row a dimension, always in the same order."""

from dataclasses import dataclass
from typing import Literal

from assessment.model import Dimension
from assessment.scorecard import Score, ScoreCard
from content.wording import Wording
from reports import formats
from reports.charts.goals import Goal, goals
from reports.charts.target import target
from reports.dossier import Dossier
from reports.naming import find_level, score_words
from reports.words import words

State = Literal["known", "unknown", "not_applicable"]


@dataclass(frozen=True)
class Other:
    """A second place on the same strip: where the plan leads, or where one stood before.

    `value` is 0-100; `text` is its level in words.
    """

    kind: Literal["target", "past"]
    value: float
    text: str


@dataclass(frozen=True)
class Row:
    """One dimension. `value`, `low`, `high` of its score are 0-100 and None where there is none.

    `text` is the level in words, or why there is none. `other` is None where there is no second
    place, or where it is the same one. `note` says what keeps two dates from being compared.
    `goal` is the place the enterprise aims at, None where it set none.
    """

    dimension: Dimension
    score: Score
    state: State
    text: str
    other: Other | None = None
    note: str = ""
    goal: Goal | None = None

    @property
    def open(self) -> bool:
        """Some answers are not known: the interval is drawn."""
        score = self.score
        return self.state == "known" and score.low != score.high

    @property
    def before(self) -> str:
        """The level one stood at, where it is another than now."""
        return self._level("past")

    @property
    def after(self) -> str:
        """The level the plan leads to, where it is another than now."""
        return self._level("target")

    @property
    def said(self) -> str:
        """The row in words: 'On démarre → C’est en place'."""
        moved = " → ".join(part for part in (self.before, self.text, self.after) if part)
        return f"{moved} ({self.notes})" if self.notes else moved

    @property
    def notes(self) -> str:
        """What is said under the level."""
        return " · ".join(part for part in (self.note, self.goal.said if self.goal else "") if part)

    def _level(self, kind: str) -> str:
        other = self.other
        if other is None or other.kind != kind or other.text == self.text:
            return ""
        return other.text


def rows(dossier: Dossier) -> tuple[Row, ...]:
    """One row for each dimension of the form, with the place the plan leads to."""
    return rows_of(dossier, dossier.card, "target", target(dossier))


def rows_of(
    dossier: Dossier,
    card: ScoreCard,
    kind: Literal["target", "past"],
    second: ScoreCard | None,
) -> tuple[Row, ...]:
    """One row for each dimension of `card`; `second` gives the other place of each."""
    word = words(dossier.language)
    others = second.dimensions if second else {}
    aims = goals(dossier, card)
    return tuple(
        Row(
            dimension=dossier.library.questionnaire.dimension(name),
            score=score,
            state=_state(score),
            text=score_words(dossier, score, word),
            other=_other(dossier, score, kind, others.get(name)),
            goal=aims.get(name),
        )
        for name, score in card.dimensions.items()
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


def table(dossier: Dossier, *, plan: bool = False) -> tuple[tuple[str, ...], ...]:
    """The charts as a table, header first: dimension, level, score with its range, share answered.

    Once a deep dive is opened, a column holds the refined scores: another measure. With `plan`,
    a last one holds where the plan leads, if it leads anywhere.
    """
    word, refined, lines = words(dossier.language), dossier.card.refined, rows(dossier)
    planned = plan and any(row.other for row in lines)
    names = ("dimension", "level", "score", "share") + (("refined",) if refined else ())
    head = tuple(word(f"chart.head.{key}") for key in (*names, *(("plan",) if planned else ())))
    body = tuple(
        _cells(row, dossier) + _refined(row, dossier) + ((_planned(row, word),) if planned else ())
        for row in lines
    )
    return (head, *body)


def _planned(row: Row, word: Wording) -> str:
    if row.other is None:
        return "–"
    return place(row.other.text, row.other.value, word)


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


def place(level: str, value: float | None, word: Wording) -> str:
    """'On démarre (22 sur 100)'; the words alone where there is no score."""
    if value is None:
        return level
    return word("chart.place", level=level, value=formats.number(value, word.language))


def _other(
    dossier: Dossier, now: Score, kind: Literal["target", "past"], second: Score | None
) -> Other | None:
    if second is None or second.value is None or second.value == now.value:
        return None
    level = find_level(dossier, second)
    return Other(kind, second.value, level.title if level else "")


def _state(score: Score) -> State:
    if score.value is not None:
        return "known"
    return "not_applicable" if score.coverage is None else "unknown"
