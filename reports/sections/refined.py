"""The dimensions looked at more closely: core and refined score side by side, with the sum."""

from assessment.explanation import Line
from content.wording import Wording
from reports import formats
from reports.blocks import Block, bold, heading, keep, text
from reports.dossier import Dossier
from reports.sections.working import lines_table, written_sum
from reports.words import words


def refined(dossier: Dossier) -> list[Block]:
    """One table for each opened deep dive; nothing when none is."""
    if not dossier.card.refined:
        return []
    word = words(dossier.language)
    blocks = [heading(1, word("refined.heading")), text(word("refined.rule"))]
    for name in dossier.card.refined:
        dimension = dossier.library.questionnaire.dimension(name)
        blocks.append(keep([heading(2, dimension.title), *refined_working(dossier, name)]))
    return blocks


def refined_working(dossier: Dossier, dimension_id: str) -> list[Block]:
    """The lines the refined score adds to the core ones, and its sum over both."""
    word = words(dossier.language)
    dimension = dossier.library.questionnaire.dimension(dimension_id)
    score = dossier.card.refined[dimension_id]
    done = written_sum(dossier, all_lines(dossier, dimension_id), score)
    return [
        lines_table(
            dossier,
            added_lines(dossier, dimension_id),
            word("refined.table", dimension=dimension.title),
        ),
        text([bold(both_scores(dossier, dimension_id)), " · ", done], "small"),
    ]


def all_lines(dossier: Dossier, dimension_id: str) -> list[Line]:
    """Every line of a refined score, core ones first."""
    return [line for line in dossier.refined_lines if line.dimension == dimension_id]


def added_lines(dossier: Dossier, dimension_id: str) -> list[Line]:
    """The lines that do not stand in the core working of the form."""
    before = {line.question for line in dossier.lines}
    return [line for line in all_lines(dossier, dimension_id) if line.question not in before]


def both_scores(dossier: Dossier, dimension_id: str) -> str:
    """'score de base 58 · affiné 64': two measures, named as two."""
    word, card = words(dossier.language), dossier.card
    core = card.dimensions.get(dimension_id)
    return word(
        "refined.both",
        core=_figure(core.value if core else None, dossier.language, word),
        refined=refined_figure(dossier, dimension_id),
    )


def refined_figure(dossier: Dossier, dimension_id: str) -> str:
    """'64', '64 (entre 40 et 70)' while answers are open, or that there is none."""
    word, language = words(dossier.language), dossier.language
    score = dossier.card.refined[dimension_id]
    value = _figure(score.value, language, word)
    if score.value is None or score.low is None or score.high is None or score.low == score.high:
        return value
    low, high = (formats.number(bound, language) for bound in (score.low, score.high))
    return word("refined.open", value=value, low=low, high=high)


def _figure(value: float | None, language: str, word: Wording) -> str:
    return word("chart.none") if value is None else formats.number(value, language)
