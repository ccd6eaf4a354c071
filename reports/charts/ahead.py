"""Now, and what would follow: once the plan is done, or if one answered otherwise."""

from content.wording import Wording
from reports import formats
from reports.charts.chart import Cells, Chart, source
from reports.charts.rows import Row, place, rows, rows_of
from reports.charts.strips import drawn, said, states
from reports.charts.target import target_day
from reports.dossier import Dossier
from reports.naming import score_words
from reports.words import words


def plan_chart(dossier: Dossier) -> Chart | None:
    """Now and once the plan is done; None without a plan, or with an older score."""
    day, word = target_day(dossier), words(dossier.language)
    if day is None:
        return None
    lines, month = rows(dossier), formats.month(day, dossier.language)
    count = sum(1 for row in lines if row.other)
    title = word("plan_chart.finding", count=count, month=month)
    sentence = " ".join([word("chart.key.now"), word("chart.key.target", month=month),
                         *states(lines, word)])  # fmt: skip
    return Chart(
        name="plan",
        title=title,
        subtitle=word("plan_chart.measured"),
        sentence=sentence,
        alt=word("chart.alt", finding=title, rows=said(lines, word)),
        source=source(dossier),
        caption=word("plan_chart.caption"),
        table=(
            (word("chart.head.dimension"), word("then.today"), word("chart.head.plan")),
            *((r.dimension.title, place(r.text, r.score.value, word), _led(r, word))
              for r in lines),
        ),
        drawing=drawn(lines, dossier.library.questionnaire.levels, title=sentence, alt=title),
        language=dossier.language,
        on=dossier.on,
    )  # fmt: skip


def what_if_chart(before: Dossier, after: Dossier) -> Chart | None:
    """The dimensions that would move: hollow today, full if so; None when none would."""
    word = words(after.language)
    lines = tuple(
        row
        for row in rows_of(after, after.card, "past", before.card)
        if row.score != before.card.dimensions[row.dimension.id]
    )
    if not lines:
        return None
    title = word("what_if_chart.finding", count=len(lines))
    sentence = " ".join([word("what_if_chart.key"), *states(lines, word)])
    return Chart(
        name="what-if",
        title=title,
        subtitle=word("what_if_chart.measured"),
        sentence=sentence,
        alt=word("chart.alt", finding=title, rows=said(lines, word)),
        source=source(after),
        caption=word("what_if_chart.caption"),
        table=(
            (word("chart.head.dimension"), word("then.today"), word("what_if_chart.then")),
            *(_moved_cells(row, before, word) for row in lines),
        ),
        drawing=drawn(lines, after.library.questionnaire.levels, title=sentence, alt=title),
        language=after.language,
        on=after.on,
    )


def _moved_cells(row: Row, before: Dossier, word: Wording) -> Cells:
    then = before.card.dimensions[row.dimension.id]
    return (
        row.dimension.title,
        place(score_words(before, then, word), then.value, word),
        place(row.text, row.score.value, word),
    )


def _led(row: Row, word: Wording) -> str:
    other = row.other
    if other is None:
        return "–" if row.score.value is None else word("then.same")
    return place(other.text, other.value, word)
