"""Several voices: a dot a person on a strip of options, the middle marked, figures in the cells.

It draws a picture that the rules of network/team.py let through, and works out nothing else from
it: a question with too few answers has no counts here either.
"""

import datetime as dt
from collections.abc import Sequence

from assessment.model import Questionnaire
from content.wording import Wording
from network.spread import middle, spread
from network.team import ItemPicture, TeamPicture
from reports import formats
from reports.blocks import Block
from reports.charts.chart import Chart
from reports.plain import one_line
from reports.words import words


def chart(
    questionnaire: Questionnaire,
    found: TeamPicture,
    columns: Sequence[str],
    *,
    team: str,
    on: dt.date,
    language: str,
) -> Chart:
    """Every question of the team's sheet; `columns` name its options, the same for all."""
    word = words(language)
    groups: list[Block] = [
        {
            "title": questionnaire.dimension(area.id).short,
            "rows": [
                _row(questionnaire.question(item.question).short, item, columns, word)
                for item in area.items
            ],
        }
        for area in found.areas
    ]
    lines: list[Block] = [row for group in groups for row in group["rows"]]
    head = (word("voices.question"), *columns, word("voices.middle"))
    return Chart(
        name="team",
        title=_finding(lines, word),
        subtitle=word("voices.measured", count=found.sheets),
        sentence=word("voices.sentence"),
        alt=" ".join(word("chart.line", name=row["label"], said=row["text"]) for row in lines),
        source=word(
            "voices.source",
            name=one_line(team) or word("voices.unnamed"),
            day=formats.day(on, language),
            instrument=questionnaire.title,
            version=questionnaire.version,
        ),
        caption=word("voices.caption"),
        table=(head, *(cells(row, len(columns)) for row in lines)),
        drawing={"kind": "dots", "columns": list(columns), "groups": groups},
        language=language,
        on=on,
    )


def _finding(lines: Sequence[Block], word: Wording) -> str:
    shown = [row for row in lines if row["counts"] is not None]
    if not shown:
        return word("voices.finding_none")
    widest = max(shown, key=lambda row: spread(row["counts"]))
    if not spread(widest["counts"]):
        return word("voices.finding_alike")
    return word("voices.finding", question=widest["label"])


def _row(label: str, item: ItemPicture, columns: Sequence[str], word: Wording) -> Block:
    if item.counts is None:
        return {"label": label, "counts": None, "middle": None, "text": word("voices.hidden")}
    low, high = middle(item.counts)
    text = columns[low]
    if low != high:
        text = word("voices.between", low=columns[low], high=columns[high])
    return {"label": label, "counts": list(item.counts), "middle": (low + high) / 2, "text": text}


def cells(row: Block, options: int) -> tuple[str, ...]:
    """The table's line of a drawn row; a dash where there is no such option, or nothing shown."""
    counts = [str(count) for count in row["counts"] or ()]
    return (row["label"], *counts, *["–"] * (options - len(counts)), row["text"])
