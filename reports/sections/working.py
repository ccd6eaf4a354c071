"""Why this score: what each answer brought, so that a reader can redo the sum by hand."""

from collections.abc import Sequence

from assessment.explanation import Line
from assessment.scorecard import Score
from content.wording import Wording
from reports import formats
from reports.blocks import Block, Inline, bold, heading, keep, table, text
from reports.charts import rows as chart
from reports.dossier import Dossier
from reports.naming import answer_text, brought, kept_score, score_words
from reports.words import words

_WIDTHS = (3, 6, 2)


def working(dossier: Dossier) -> list[Block]:
    """One table, a group of rows a dimension with its sum above them, then the whole."""
    word = words(dossier.language)
    blocks = [heading(1, word("working.heading")), text(word("working.rule"))]
    if kept := kept_score(dossier, word):
        blocks.append(text([bold(kept)]))
    rows: list[Sequence[Inline]] = []
    for name in dossier.card.dimensions:
        rows.append(_heads(dossier, name))
        rows += _rows(dossier, lines_of(dossier, name))
    whole = table(_head(word), rows, _WIDTHS, word("working.table"))
    return [*blocks, whole, overall_working(dossier)]


def lines_of(dossier: Dossier, dimension_id: str) -> list[Line]:
    """The lines of a dimension in the core score."""
    return [line for line in dossier.lines if line.dimension == dimension_id]


def lines_table(dossier: Dossier, lines: Sequence[Line], title: str) -> Block:
    """Question, answer, and what it brought."""
    return table(_head(words(dossier.language)), _rows(dossier, lines), _WIDTHS, title)


def _head(word: Wording) -> list[str]:
    return [word(f"working.head.{key}") for key in ("question", "answer", "brought")]


def _rows(dossier: Dossier, lines: Sequence[Line]) -> list[tuple[str, str, str]]:
    word, question = words(dossier.language), dossier.library.questionnaire.question
    return [
        (question(line.question).short, answer_text(dossier, line, word), brought(line, word))
        for line in lines
    ]


def total(dossier: Dossier, dimension_id: str) -> Block:
    """The level of a dimension in words, and its sum."""
    word, score = words(dossier.language), dossier.card.dimensions[dimension_id]
    done = written_sum(dossier, lines_of(dossier, dimension_id), score)
    return text([bold(score_words(dossier, score, word)), " · ", done], "small")


def _heads(dossier: Dossier, dimension_id: str) -> list[Inline]:
    title = dossier.library.questionnaire.dimension(dimension_id).title
    return [[bold(title), " – ", *total(dossier, dimension_id)["text"]]]


def written_sum(dossier: Dossier, lines: Sequence[Line], score: Score) -> str:
    """'(2/3 + 0/3) ÷ 2 × 100 = 33,3'; the weight stands where it is not one."""
    word = words(dossier.language)
    known = [line for line in lines if line.points is not None]
    if score.value is None or not known:
        return word("working.no_sum")
    if kept_score(dossier, word):
        return chart.score_text(score, dossier.language, word("chart.none"))
    return _written_out(known, score, dossier.language, word)


def _written_out(known: list[Line], score: Score, language: str, word: Wording) -> str:
    parts = " + ".join(_part(line) for line in known)
    weight = sum(line.weight for line in known)
    value = formats.number(score.value or 0, language, 1)
    total = f"({parts}) ÷ {weight} × 100 = {value}"
    if score.low == score.high or score.low is None or score.high is None:
        return total
    low, high = (formats.number(bound, language, 1) for bound in (score.low, score.high))
    return f"{total}. {word('working.open', low=low, high=high)}"


def _part(line: Line) -> str:
    share = f"{line.points}/{line.best}"
    return share if line.weight == 1 else f"{line.weight} × {share}"


def overall_working(dossier: Dossier) -> Block:
    """The whole, with its sum."""
    word, language, whole = words(dossier.language), dossier.language, dossier.card.overall
    values = [s.value for s in dossier.card.dimensions.values() if s.value is not None]
    blocks = [heading(2, word("working.overall"))]
    if whole.value is None:
        key = "working.no_overall_applicable" if whole.coverage is None else "working.no_overall"
        return keep([*blocks, text(word(key))])
    parts = " + ".join(formats.number(value, language, 1) for value in values)
    value = formats.number(whole.value, language, 1)
    blocks.append(text(word("working.overall_rule")))
    blocks.append(text([bold(f"({parts}) ÷ {len(values)} = {value}")]))
    if whole.low != whole.high and whole.low is not None and whole.high is not None:
        low, high = (formats.number(bound, language, 1) for bound in (whole.low, whole.high))
        blocks.append(text(word("working.open", low=low, high=high)))
    return keep(blocks)
