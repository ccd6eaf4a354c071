"""Why this score: a thin bar an answer, by dimension, with '2 sur 3' written beside it."""

from assessment.explanation import Line
from content.wording import Wording
from reports.blocks import Block
from reports.charts.chart import Chart, source
from reports.charts.rows import rows
from reports.dossier import Dossier
from reports.naming import brought
from reports.words import words


def chart(dossier: Dossier) -> Chart:
    """What every answer brought to the score."""
    word, lines = words(dossier.language), dossier.lines
    counted = [line for line in lines if line.points is not None]
    head = tuple(word(f"bars.head.{key}") for key in ("dimension", "question", "brought"))
    body = tuple(
        (_title(dossier, line), _short(dossier, line), brought(line, word)) for line in lines
    )
    return Chart(
        name="answers",
        title=_finding(counted, word),
        subtitle=word("bars.measured"),
        sentence=word("bars.sentence"),
        alt=" ".join(
            word("chart.line", name=question, said=said) for _, question, said in body
        ),
        source=source(dossier),
        caption=word("bars.caption"),
        table=(head, *body),
        drawing={"kind": "bars", "groups": _groups(dossier, word)},
        language=dossier.language,
        on=dossier.on,
    )  # fmt: skip


def _finding(counted: list[Line], word: Wording) -> str:
    most = sum(1 for line in counted if line.points == line.best)
    return word("bars.finding", count=most, of=len(counted)) if counted else word("bars.nothing")


def _groups(dossier: Dossier, word: Wording) -> list[Block]:
    return [
        {
            "title": row.dimension.short,
            "text": row.text,
            "rows": [
                _bar(dossier, line, word)
                for line in dossier.lines
                if line.dimension == row.dimension.id
            ],
        }
        for row in rows(dossier)
    ]


def _bar(dossier: Dossier, line: Line, word: Wording) -> Block:
    return {
        "label": _short(dossier, line),
        "share": None if line.points is None else line.points / line.best,
        "state": line.state,
        "text": brought(line, word),
    }


def _short(dossier: Dossier, line: Line) -> str:
    return dossier.library.questionnaire.question(line.question).short


def _title(dossier: Dossier, line: Line) -> str:
    return dossier.library.questionnaire.dimension(line.dimension).title
