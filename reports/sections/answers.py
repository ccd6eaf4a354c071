"""What the enterprise said: its own worry, then every question with the chosen answer."""

from collections.abc import Sequence

from assessment.answers import NOT_APPLICABLE, UNKNOWN
from assessment.model import Question
from assessment.scorecard import shown
from content.wording import Wording
from reports.blocks import Block, Inline, bold, bullets, heading, keep, table, text
from reports.dossier import Dossier
from reports.words import words


def answers(dossier: Dossier) -> list[Block]:
    """The worry in the enterprise's own words, what to read again, then the answers."""
    word = words(dossier.language)
    blocks = [heading(1, word("answers.heading")), *_worry(dossier, word)]
    blocks += _together(dossier, word)
    head = [word("answers.head.question"), word("answers.head.answer")]
    instrument, sheet = dossier.library.questionnaire, dossier.sheet
    seen = shown(instrument, sheet.answers, sheet.form)
    rows: list[Sequence[Inline]] = []
    for dimension in instrument.dimensions:
        questions = [q for q in seen if instrument.dimension_of(q.id) is dimension]
        rows += [[[bold(dimension.title)]]] if questions else []
        rows += [(q.text, _answer(dossier, q, word)) for q in questions]
    whole = table(head, rows, (1, 1), word("answers.table"))
    return [*blocks, whole, text(word("answers.file"), "small")]


def _worry(dossier: Dossier, word: Wording) -> list[Block]:
    lines = [line.strip() for line in dossier.sheet.worry.splitlines() if line.strip()]
    if not lines:
        return []
    quoted = [text(line, "quote") for line in lines]
    return [heading(2, word("answers.worry")), *quoted]


def _together(dossier: Dossier, word: Wording) -> list[Block]:
    if not dossier.contradictions:
        return []
    items = [check.text for check in dossier.contradictions]
    return [
        keep([heading(2, word("together.heading")), text(word("together.intro")), bullets(items)])
    ]


def _answer(dossier: Dossier, question: Question, word: Wording) -> str:
    value = dossier.sheet.answers.get(question.id)
    if value is None:
        return word("answer.not_answered")
    if value in (UNKNOWN, NOT_APPLICABLE):
        return word(f"answer.{value}")
    return question.option(value).text
