"""What the enterprise said: its own worry, then every question with the chosen answer."""

from assessment.answers import NOT_APPLICABLE, UNKNOWN
from assessment.model import Question
from assessment.scorecard import asked
from content.wording import Wording
from reports.blocks import Block, heading, table, text
from reports.dossier import Dossier
from reports.words import words


def answers(dossier: Dossier) -> list[Block]:
    """The worry in the enterprise's own words, then one table a dimension."""
    word = words(dossier.language)
    blocks = [heading(1, word("answers.heading"), new_page=True), *_worry(dossier, word)]
    head = [word("answers.head.question"), word("answers.head.answer")]
    form = {question.id for question in asked(dossier.library.questionnaire, dossier.sheet.form)}
    for dimension in dossier.library.questionnaire.dimensions:
        questions = [q for q in dimension.questions if q.id in form]
        body = [(q.text, _answer(dossier, q, word)) for q in questions]
        if body:
            title = word("answers.table", dimension=dimension.title)
            blocks += [heading(2, dimension.title), table(head, body, (1, 1), title)]
    return blocks


def _worry(dossier: Dossier, word: Wording) -> list[Block]:
    lines = [line.strip() for line in dossier.sheet.worry.splitlines() if line.strip()]
    if not lines:
        return []
    quoted = [text(line, "quote") for line in lines]
    return [heading(2, word("answers.worry")), *quoted]


def _answer(dossier: Dossier, question: Question, word: Wording) -> str:
    value = dossier.sheet.answers.get(question.id)
    if value is None:
        return word("answer.not_answered")
    if value in (UNKNOWN, NOT_APPLICABLE):
        return word(f"answer.{value}")
    return question.option(value).text
