"""Two dates on the same strips: hollow then, full now; and only lines that can be compared."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assessment.answers import Answers, mistakes
from assessment.explanation import explain
from assessment.measure import Altered, Measure, altered, measure_of
from assessment.model import Questionnaire
from assessment.scorecard import Form, Score, ScoreCard, asked, score_card
from content.wording import Wording
from recommendations.action import Action
from reports import formats
from reports.charts.chart import Cells, Chart, source
from reports.charts.rows import Row, place, rows_of
from reports.charts.strips import drawn, said, states
from reports.dossier import Dossier
from reports.naming import answer_text
from reports.words import words


@dataclass(frozen=True)
class Then:
    """An earlier assessment. `card` is its score as computed then, None when none was kept.

    `on` and `version` are None where a file does not say.
    """

    answers: Answers
    form: Form
    on: dt.date | None = None
    version: str | None = None
    card: ScoreCard | None = None
    measure: Measure | None = None
    """How each dimension was measured then, None when it was not kept."""
    done: tuple[Action, ...] = ()
    """The actions done since."""


def comparable(questionnaire: Questionnaire, then: Then, form: Form) -> frozenset[str]:
    """The dimensions measured then as they are now.

    All of them with the same version; none with another form. With another version: those whose
    questions, options and points are the same (`Then.measure`). Where that was not kept: those
    whose kept score today's questions give again, or, without a score either, those whose
    questions were all asked and are all asked still.
    """
    if then.form != form:
        return frozenset()
    names = [d.id for d in questionnaire.dimensions]
    if then.version == questionnaire.version:
        return frozenset(names)
    if then.measure is not None:
        return frozenset(names) - differences(questionnaire, then).keys()
    if then.card is not None:
        again, kept = _again(questionnaire, then).dimensions, then.card.dimensions
        return frozenset(d for d in again if d in kept and _same(again[d], kept[d]))
    return frozenset(d for d in names if _asked_alike(questionnaire, then, d))


def differences(questionnaire: Questionnaire, then: Then) -> dict[str, Altered]:
    """Why some dimensions do not compare; empty where all do, or how they were measured is lost."""
    if then.measure is None or then.version == questionnaire.version:
        return {}
    return altered(then.measure, measure_of(questionnaire, then.form))


def known_answers(questionnaire: Questionnaire, answers: Answers) -> Answers:
    """The answers whose question and option still exist."""
    wrong = {mistake.question for mistake in mistakes(questionnaire, answers)}
    return {name: value for name, value in answers.items() if name not in wrong}


def then_chart(dossier: Dossier, then: Then, now: dt.date) -> Chart:
    """What changed since; `now` is the day of the answers of the dossier."""
    word, questionnaire = words(dossier.language), dossier.library.questionnaire
    alike = comparable(questionnaire, then, dossier.card.form)
    past = _again(questionnaire, then)
    lines = tuple(
        _noted(row, past.dimensions.get(row.dimension.id), row.dimension.id in alike, word)
        for row in rows_of(dossier, dossier.card, "past", past)
    )
    days = (_day(then.on, word), _day(now, word))
    title = word("then.finding", day=days[0], moved=_moved(lines, alike, word))
    sentence = [word("then.key", then=days[0], now=days[1]), *states(lines, word)]
    if len(alike) < len(lines):
        sentence.append(_not_alike(dossier, then, alike))
    return Chart(
        name="then-and-now",
        title=title if alike else word("then.nothing_alike"),
        subtitle=word("then.measured", then=days[0], now=days[1]),
        sentence=" ".join(sentence),
        alt=word("chart.alt", finding=title if alike else "", rows=said(lines, word)).strip(),
        source=source(dossier),
        caption=word("then.caption"),
        table=(
            (word("chart.head.dimension"), *days, word("then.head.change")),
            *(_cells(row, past.dimensions.get(row.dimension.id), alike, word) for row in lines),
        ),
        drawing=drawn(lines, questionnaire.levels, title=" ".join(sentence), alt=title),
        language=dossier.language,
        on=dossier.on,
    )


def changed(dossier: Dossier, then: Then) -> tuple[Cells, ...]:
    """The answers that are no longer the same: question, then, now; of questions answered twice."""
    word, questionnaire = words(dossier.language), dossier.library.questionnaire
    before = {
        line.question: line
        for line in explain(
            questionnaire, known_answers(questionnaire, then.answers), dossier.card.form
        )
    }
    return tuple(
        (
            questionnaire.question(line.question).short,
            answer_text(dossier, before[line.question], word),
            answer_text(dossier, line, word),
        )
        for line in dossier.lines
        if line.question in then.answers
        and line.question in dossier.sheet.answers
        and line.option != before[line.question].option
    )


def _again(questionnaire: Questionnaire, then: Then) -> ScoreCard:
    """Those answers read by today's questionnaire."""
    answers = known_answers(questionnaire, then.answers)
    return score_card(questionnaire, answers, then.form, with_readings=False)


def _same(one: Score, other: Score) -> bool:
    return (one.value, one.low, one.high, one.coverage) == (
        other.value, other.low, other.high, other.coverage
    )  # fmt: skip


def _asked_alike(questionnaire: Questionnaire, then: Then, dimension_id: str) -> bool:
    dimension = questionnaire.dimension(dimension_id)
    mine = {question.id for question in dimension.questions}
    wanted = {q.id for q in asked(questionnaire, then.form) if q.scored and q.id in mine}
    known = known_answers(questionnaire, then.answers)
    return wanted <= known.keys() and not any(q.id in then.answers for q in dimension.retired)


def _noted(row: Row, past: Score | None, alike: bool, word: Wording) -> Row:
    """The row with what keeps it from being compared, or that it did not move."""
    if not alike:
        return replace(row, other=None, note=word("then.not_alike"))
    if past is None or past.value is None:
        return replace(row, note=word("then.not_known"))
    if row.state == "known" and row.other is None:
        return replace(row, note=word("then.same"))
    return row


def _moved(lines: Sequence[Row], alike: frozenset[str], word: Wording) -> str:
    """'3 avancent, 1 recule, 4 ne bougent pas': what there is of it."""
    pairs = [
        (row.score.value, row.other.value if row.other else row.score.value)
        for row in lines
        if row.dimension.id in alike and row.score.value is not None
        and row.note != word("then.not_known")
    ]  # fmt: skip
    counts = {
        "up": sum(1 for now, then in pairs if now > (then or 0.0)),
        "down": sum(1 for now, then in pairs if now < (then or 0.0)),
        "still": sum(1 for now, then in pairs if now == then),
    }
    moved = [word(f"then.{name}", count=count) for name, count in counts.items() if count]
    return ", ".join(moved) or word("then.nothing_known")


def _not_alike(dossier: Dossier, then: Then, alike: frozenset[str]) -> str:
    """Which lines can be compared, and why the others cannot."""
    word, questionnaire = words(dossier.language), dossier.library.questionnaire
    if then.form != dossier.card.form:
        return word("then.other_form")
    titles = [d.title for d in questionnaire.dimensions if d.id in alike]
    old = then.version or word("then.no_version")
    if not titles:
        none = word("then.other_version_none", old=old, new=questionnaire.version)
        return " ".join([none, *reasons(dossier, then)])
    listed = ", ".join(titles)
    said = word("then.other_version", old=old, new=questionnaire.version, titles=listed)
    return " ".join([said, *reasons(dossier, then)])


def reasons(dossier: Dossier, then: Then) -> tuple[str, ...]:
    """Why each of the other dimensions does not compare, one sentence each."""
    word, questionnaire = words(dossier.language), dossier.library.questionnaire
    return tuple(
        word(
            "then.because",
            dimension=questionnaire.dimension(name).title,
            why=", ".join(_why(questionnaire, why, word)),
        )
        for name, why in differences(questionnaire, then).items()
    )


def _why(questionnaire: Questionnaire, why: Altered, word: Wording) -> Iterator[str]:
    shorts = {question.id: question.short for question in questionnaire.known_questions()}
    for key, ids in (("added", why.added), ("removed", why.removed), ("changed", why.changed)):
        named = ", ".join(shorts[name] for name in ids if name in shorts)
        if ids and named:
            yield word(f"then.why.{key}", questions=named)
        elif ids:
            yield word("then.why.gone", count=len(ids))


def _cells(row: Row, past: Score | None, alike: frozenset[str], word: Wording) -> Cells:
    now = place(row.text, row.score.value, word)
    if row.dimension.id not in alike or past is None or past.value is None:
        return (row.dimension.title, "–", now, row.note)
    then = place(row.other.text if row.other else row.text, past.value, word)
    if row.score.value is None:
        return (row.dimension.title, then, now, "–")
    change = row.score.value - past.value
    sign = "+" if change > 0 else "−" if change < 0 else ""
    number = f"{sign}{formats.number(abs(change), word.language)}"
    return (row.dimension.title, then, now, number)


def _day(on: dt.date | None, word: Wording) -> str:
    if on is None:
        return word("then.no_date")
    return word("then.on", day=formats.day(on, word.language))
