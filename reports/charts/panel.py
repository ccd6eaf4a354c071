"""Several voices on one assessment: a dot a person, the middle marked, how much people agree.

It draws a picture that the rules of network/panel.py let through, and works out nothing else.
"""

import datetime as dt
from collections.abc import Iterable

from assessment.model import Questionnaire
from content.wording import Wording
from network.panel import PanelPicture, QuestionPicture
from network.spread import agreement, middle
from reports import formats
from reports.blocks import Block
from reports.charts.chart import Chart
from reports.charts.voices import cells
from reports.plain import one_line
from reports.words import words


def chart(
    questionnaire: Questionnaire,
    found: PanelPicture,
    *,
    name: str | None,
    on: dt.date,
    language: str,
    role: tuple[str, str] | None = None,
) -> Chart:
    """Every question asked, of everybody or of a role (its id and its words)."""
    word = words(language)
    groups = _groups(questionnaire, found, None if role is None else role[0], word)
    lines: list[Block] = [row for group in groups for row in group["rows"]]
    options = max(len(questionnaire.question(q.question).options) for q in found.questions)
    numbers = [str(place) for place in range(1, options + 1)]
    return Chart(
        name="panel",
        title=_finding(lines, word),
        subtitle=_measured(found, role, word),
        sentence=word("voices.sentence"),
        alt=" ".join(word("chart.line", name=row["label"], said=row["text"]) for row in lines),
        source=word(
            "voices.source",
            name=one_line(name or "") or word("organisation.unnamed"),
            day=formats.day(on, language),
            instrument=questionnaire.title,
            version=questionnaire.version,
        ),
        caption=word("voices.caption"),
        table=(
            (word("voices.question"), *numbers, word("panel.agreement_head")),
            *(cells(row, options) for row in lines),
        ),
        drawing={
            "kind": "dots",
            "columns": [word("panel.start"), *[""] * (options - 2), word("panel.advanced")],
            "groups": groups,
        },
        language=language,
        on=on,
    )


def _groups(
    questionnaire: Questionnaire, found: PanelPicture, role: str | None, word: Wording
) -> list[Block]:
    """A group a dimension; one for all where each dimension asks a single question."""
    by_dimension: dict[str, list[QuestionPicture]] = {}
    for each in found.questions:
        by_dimension.setdefault(questionnaire.dimension_of(each.question).id, []).append(each)
    if all(len(asked) == 1 for asked in by_dimension.values()):
        return [_group(questionnaire.title, found.questions, questionnaire, role, word)]
    return [
        _group(questionnaire.dimension(name).short, asked, questionnaire, role, word)
        for name, asked in by_dimension.items()
    ]


def _group(
    title: str,
    asked: Iterable[QuestionPicture],
    questionnaire: Questionnaire,
    role: str | None,
    word: Wording,
) -> Block:
    rows = [_row(questionnaire.question(q.question).short, q.of(role), word) for q in asked]
    return {"title": title, "rows": rows}


def _row(label: str, counts: tuple[int, ...] | None, word: Wording) -> Block:
    if counts is None:
        return {"label": label, "counts": None, "middle": None, "text": word("voices.hidden")}
    text = word("panel.agreement", value=round(100 * agreement(counts)))
    return {
        "label": label,
        "counts": list(counts),
        "middle": sum(middle(counts)) / 2,
        "text": text,
    }


def _finding(lines: list[Block], word: Wording) -> str:
    shown = [row for row in lines if row["counts"] is not None]
    if not shown:
        return word("voices.finding_none")
    least = min(shown, key=lambda row: agreement(row["counts"]))
    if agreement(least["counts"]) == 1:
        return word("panel.alike")
    return word("voices.finding", question=least["label"])


def _measured(found: PanelPicture, role: tuple[str, str] | None, word: Wording) -> str:
    if role is None:
        return word("voices.measured", count=found.sheets)
    return word("panel.measured_role", role=role[1])
