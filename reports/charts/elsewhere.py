"""Published figures, each on its own scale from 0 to 100 and never on ours."""

from decimal import Decimal

from catalogue.figures import QuotedFigure, figures_for
from content.wording import Wording
from reports import formats
from reports.blocks import Block
from reports.charts.chart import Chart
from reports.dossier import Dossier
from reports.words import words

_FEW = 3
_OUT_OF_100 = "score 0-100"


def quoted(dossier: Dossier) -> tuple[QuotedFigure, ...]:
    """The figures on the whole and on the dimension with most to win: three at most."""
    values = {d: s.value for d, s in dossier.card.dimensions.items() if s.value is not None}
    themes = ["overall", *sorted(values, key=lambda d: values[d])[:1]]
    found = [one for theme in themes for one in figures_for(theme, dossier.language)]
    return tuple(one for one in found if _drawable(one))[:_FEW]


def chart(dossier: Dossier) -> Chart | None:
    """One bar a figure, with its year, its number of answers and its source; None without any."""
    found, word = quoted(dossier), words(dossier.language)
    if not found:
        return None
    rows = [_row(one, word) for one in found]
    head = tuple(word(f"elsewhere.head.{key}") for key in ("what", "figure", "year", "n", "source"))
    return Chart(
        name="elsewhere",
        title=word("elsewhere.title"),
        subtitle=word("elsewhere.measured"),
        sentence=word("elsewhere.sentence"),
        alt=" ".join(one.sentence for one in found),
        source=word("elsewhere.source", day=formats.day(dossier.on, dossier.language)),
        caption=word("elsewhere.caption"),
        table=(head, *(_cells(one, word) for one in found)),
        drawing={"kind": "scales", "rows": rows},
        language=dossier.language,
        on=dossier.on,
    )


def _drawable(one: QuotedFigure) -> bool:
    """A share of people or a score, 0-100: its bar has a beginning and an end."""
    figure = one.figure
    return 0 <= figure.value <= 100 and (figure.unit.startswith("%") or figure.unit == _OUT_OF_100)


def _row(one: QuotedFigure, word: Wording) -> Block:
    figure = one.figure
    return {
        "label": one.sentence,
        "value": float(figure.value),
        "figure": _figure(one, word),
        "note": word(
            "elsewhere.note",
            instrument=figure.instrument,
            year=figure.year or word("elsewhere.not_seen"),
            n=_number(one, word),
        ),
        "url": figure.source_url,
    }


def _cells(one: QuotedFigure, word: Wording) -> tuple[str, ...]:
    figure = one.figure
    year = figure.year or word("elsewhere.not_seen")
    return (one.sentence, _figure(one, word), year, _number(one, word), figure.source_url)


def _figure(one: QuotedFigure, word: Wording) -> str:
    value = formats.number(one.figure.value, word.language, 1)
    if one.figure.unit == _OUT_OF_100:
        return word("chart.score", value=value)
    return word("elsewhere.percent", value=value)


def _number(one: QuotedFigure, word: Wording) -> str:
    """'2 776 réponses', or that it was not seen; '~' and '<' stay as the source wrote them."""
    n = one.figure.n
    if n is None:
        return word("elsewhere.n_not_seen")
    shown = formats.number(Decimal(n), word.language) if n.isdigit() else n
    return word("elsewhere.n", n=shown)
