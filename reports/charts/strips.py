"""Level strips: a full dot for now, a hollow one for the plan's end or for the past."""

from collections.abc import Sequence

from assessment.model import Level
from content.wording import Wording
from reports import formats
from reports.blocks import Block
from reports.blocks import strips as strips_block
from reports.charts.chart import Chart, source
from reports.charts.rows import Row, finding, rows, table
from reports.charts.target import target_day
from reports.dossier import Dossier
from reports.words import words


def chart(dossier: Dossier) -> Chart:
    """Where each dimension stands, and where the plan leads."""
    word, made = words(dossier.language), block(dossier)
    return Chart(
        name="strips",
        title=finding(dossier),
        subtitle=measured(dossier),
        sentence=made["title"],
        alt=made["alt"],
        source=source(dossier),
        caption=word("result.table"),
        table=table(dossier, plan=True),
        drawing=made,
        language=dossier.language,
        on=dossier.on,
    )


def block(dossier: Dossier) -> Block:
    """The strips for screen and paper."""
    word, lines = words(dossier.language), rows(dossier)
    return drawn(
        lines,
        dossier.library.questionnaire.levels,
        title=reading(dossier, lines),
        alt=word("chart.alt", finding=finding(dossier), rows=said(lines, word)),
    )


def drawn(lines: Sequence[Row], levels: Sequence[Level], title: str, alt: str) -> Block:
    """These rows as a block; `title` says how to read them, `alt` says them in words."""
    return strips_block(
        title=title,
        alt=alt,
        levels=[{"title": level.title, "starts_at": level.starts_at} for level in levels],
        rows=[_line(row) for row in lines],
    )


def said(lines: Sequence[Row], word: Wording) -> str:
    """Every row in words, one after the other."""
    return " ".join(word("chart.line", name=row.dimension.title, said=row.said) for row in lines)


def measured(dossier: Dossier) -> str:
    """What the strips measure, in one line."""
    levels = dossier.library.questionnaire.levels
    day = formats.day(dossier.sheet.date, dossier.language)
    return words(dossier.language)(
        "chart.measured", first=levels[0].title, last=levels[-1].title, day=day
    )


def reading(dossier: Dossier, lines: Sequence[Row]) -> str:
    """How to read the marks that are there, and no other."""
    word, day = words(dossier.language), target_day(dossier)
    parts = [word("chart.key.now")]
    if day is not None and any(row.other for row in lines):
        parts.append(word("chart.key.target", month=formats.month(day, dossier.language)))
    return " ".join([*parts, *states(lines, word)])


def states(lines: Sequence[Row], word: Wording) -> list[str]:
    """The interval, the unknown and the enterprise's own targets explained, where there is one."""
    found = {
        "open": any(row.open for row in lines),
        "unknown": any(row.state == "unknown" for row in lines),
        "goal": any(row.goal for row in lines),
    }
    return [word(f"chart.key.{name}") for name, there in found.items() if there]


def _line(row: Row) -> Block:
    other = row.other
    return {
        "label": row.dimension.short,
        "state": row.state,
        "value": row.score.value,
        "low": row.score.low,
        "high": row.score.high,
        "text": row.text,
        "before": row.before,
        "after": row.after,
        "note": row.notes,
        "goal": row.goal.value if row.goal else None,
        "other": {"kind": other.kind, "value": other.value} if other else None,
    }
