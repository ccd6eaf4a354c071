"""A score card: the scores of one enterprise, with their levels, as everyone reads them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np

from assessment.answers import Answers, Codes, encode
from assessment.model import Level, Question, Questionnaire
from assessment.refinement import deep_questions, opened, refined_pairs, refined_scheme
from assessment.scoring import Floats, Scheme, Scores, overall, score

Form = Literal["core", "flash"]
READINGS = ("axis", "principle", "eu_area", "digcomp")
"""The tags the same answers are read again by; DigComp by area, 1 to 5."""
PROVISIONAL_BELOW = 0.5
"""Under this coverage a level is called provisional and the interval is drawn."""


@dataclass(frozen=True)
class Score:
    """One score. `value`, `low`, `high` are 0-100, `coverage` 0-1; None: there is none."""

    value: float | None
    low: float | None
    high: float | None
    coverage: float | None
    level: str | None

    @property
    def provisional(self) -> bool:
        """Whether too little is known to hold the level for settled."""
        return self.coverage is not None and self.coverage < PROVISIONAL_BELOW


@dataclass(frozen=True)
class ScoreCard:
    """The scores of one sheet of answers; dimension and reading ids in the instrument's order."""

    instrument: str
    version: str
    form: Form
    overall: Score
    dimensions: dict[str, Score]
    readings: dict[str, dict[str, Score]]
    refined: dict[str, Score] = field(default_factory=dict)
    """Of the dimensions whose deep dive is opened; another measure than `dimensions`."""


@dataclass(frozen=True)
class Schemes:
    """The ways one instrument is read: by dimension, and by each tag.

    `columns` says where the questions of a reading stand among those of the dimensions.
    """

    dimensions: Scheme
    readings: dict[str, Scheme]
    columns: dict[str, list[int]]


def asked(questionnaire: Questionnaire, form: Form) -> tuple[Question, ...]:
    """The questions of a form, in order; the unscored one included in the core."""
    if form == "flash":
        return tuple(q for q in questionnaire.questions() if q.id in questionnaire.flash)
    return tuple(questionnaire.questions())


def shown(questionnaire: Questionnaire, answers: Answers, form: Form) -> tuple[Question, ...]:
    """The questions of a form, then those of the deep dives these answers open."""
    return asked(questionnaire, form) + deep_questions(questionnaire, answers)


# Schemes are arrays built from frozen content: one per questionnaire object and form.
_schemes_cache: dict[tuple[int, str], tuple[Questionnaire, Schemes]] = {}


def schemes(questionnaire: Questionnaire, form: Form) -> Schemes:
    """The scoring schemes of this form, built once per questionnaire."""
    key = (id(questionnaire), form)
    kept = _schemes_cache.get(key)
    if kept is None or kept[0] is not questionnaire:
        kept = (questionnaire, _build_schemes(questionnaire, form))
        _schemes_cache[key] = kept
    return kept[1]


def score_card(
    questionnaire: Questionnaire,
    answers: Answers,
    form: Form = "core",
    *,
    with_readings: bool = True,
) -> ScoreCard:
    """The score card of these answers; `with_readings=False` leaves the readings empty, for speed.

    Answers must name known questions and options (see `mistakes`); what is missing is unknown.
    """
    (card,) = score_cards(questionnaire, (answers,), form, with_readings=with_readings)
    return card


def score_cards(
    questionnaire: Questionnaire,
    sheets: Sequence[Answers],
    form: Form = "core",
    *,
    with_readings: bool = True,
) -> list[ScoreCard]:
    """The same for several sheets, in their order: a hundred at once cost a third each."""
    if not sheets:
        return []
    by = schemes(questionnaire, form)
    codes = np.vstack([encode(by.dimensions.questions, answers) for answers in sheets])
    scores = score(codes, by.dimensions)
    whole = overall(scores)
    levels = questionnaire.levels
    wholes = _cells(levels, whole.value, whole.low, whole.high, whole.coverage)
    dimensions = _by_group(levels, by.dimensions, scores)
    readings = {
        name: _by_group(levels, scheme, score(codes[:, by.columns[name]], scheme))
        for name, scheme in by.readings.items()
        if with_readings
    }
    return [
        ScoreCard(
            instrument=questionnaire.id,
            version=questionnaire.version,
            form=form,
            overall=_one(levels, *figures),
            dimensions=dimensions[row],
            readings={name: groups[row] for name, groups in readings.items()},
            refined=_refined(questionnaire, answers),
        )
        for row, (answers, figures) in enumerate(zip(sheets, wholes, strict=True))
    ]


def advice_scheme(questionnaire: Questionnaire, answers: Answers, form: Form) -> Scheme:
    """What advice is weighed on: the form, and the deep dives these answers open.

    Without a deep dive it is the scheme of the dimensions, the very object.
    """
    by = schemes(questionnaire, form).dimensions
    dives = opened(questionnaire, answers)
    if not dives:
        return by
    form_pairs = [(questionnaire.dimension_of(q.id).id, q) for q in by.questions]
    core = [(dimension, q) for dimension, q in form_pairs if dimension not in dives]
    return Scheme.of([*core, *refined_pairs(questionnaire, dives)])


def overall_values(codes: Codes, scheme: Scheme) -> Floats:
    """The overall value of each row of codes, [n], 0-100 or nan; one pass for all of them."""
    return overall(score(codes, scheme)).value


def level_of(levels: tuple[Level, ...], value: float) -> str:
    """The id of the level an unrounded value falls in: 'from this score up'."""
    return [level.id for level in levels if value >= level.starts_at][-1]


def _refined(questionnaire: Questionnaire, answers: Answers) -> dict[str, Score]:
    dives = opened(questionnaire, answers)
    if not dives:
        return {}
    scheme = refined_scheme(questionnaire, dives)
    scores = score(encode(scheme.questions, answers), scheme)
    return _by_group(questionnaire.levels, scheme, scores)[0]


def _by_group(levels: tuple[Level, ...], scheme: Scheme, scores: Scores) -> list[dict[str, Score]]:
    """Of each sheet, its scores by group."""
    with np.errstate(invalid="ignore"):
        coverage = scores.known / scores.applicable
    sheets = _cells(levels, scores.value, scores.low, scores.high, coverage)
    return [
        {group: _one(levels, *cell) for group, *cell in zip(scheme.groups, *sheet, strict=True)}
        for sheet in sheets
    ]


def _cells(
    levels: tuple[Level, ...], value: Floats, low: Floats, high: Floats, coverage: Floats
) -> Iterator[Any]:
    """Row by row of four arrays: their figures, and at which level the first one stands."""
    starts = [level.starts_at for level in levels]
    place = np.searchsorted(starts, value, side="right") - 1
    return zip(*(part.tolist() for part in (value, low, high, coverage, place)), strict=True)


def _one(
    levels: tuple[Level, ...], value: float, low: float, high: float, coverage: float, place: int
) -> Score:
    known = _number(value)
    level = None if known is None else levels[place].id
    return Score(known, _number(low), _number(high), _number(coverage), level)


def _number(value: float) -> float | None:
    return None if value != value else value


def _build_schemes(questionnaire: Questionnaire, form: Form) -> Schemes:
    wanted = {question.id for question in asked(questionnaire, form)}
    pairs = [
        (dimension.id, question)
        for dimension in questionnaire.dimensions
        for question in dimension.questions
        if question.scored and question.id in wanted
    ]
    readings = {
        name: Scheme.of([(tag, q) for _, q in pairs if (tag := _tag(q, name)) is not None])
        for name in READINGS
    }
    places = {question.id: place for place, (_, question) in enumerate(pairs)}
    columns = {name: [places[q.id] for q in each.questions] for name, each in readings.items()}
    return Schemes(Scheme.of(pairs), readings, columns)


def _tag(question: Question, name: str) -> str | None:
    value = getattr(question.tags, name) if question.tags else None
    if value is None:
        return None
    return value.partition(".")[0] if name == "digcomp" else str(value)
