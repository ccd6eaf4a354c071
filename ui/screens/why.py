"""Why this score: each answer and what it brought; a reader can redo the sum by hand."""

from assessment.explanation import Line
from assessment.model import Dimension
from content.wording import Wording
from reports.dossier import Dossier
from reports.naming import answer_text, brought, score_words
from reports.sections.working import working
from reports.words import words
from ui import dossiers, navigation
from ui.components import blocks, html, journey
from ui.components.guard import screen


@screen
def show(t: Wording) -> None:
    """One fold a dimension, then the whole, then the version."""
    record = journey.opened(t)
    dossier = dossiers.of(record, t.language)
    journey.back(t, "results")
    html.arrive(t("why.title"))
    if dossiers.is_old(record, dossier):
        html.write(html.notice(t("why.old", then=record.scored_version)))
    _title, rule, *parts, whole = working(dossier)
    html.write(blocks.render([rule]))
    dimensions = [dossier.library.questionnaire.dimension(d) for d in dossier.card.dimensions]
    html.write(
        *(_fold(dossier, each, part) for each, part in zip(dimensions, parts, strict=True)),
        blocks.render([whole]),
        html.paragraph(
            t("why.version", instrument=dossier.library.questionnaire.title,
              version=dossier.library.questionnaire.version),
            "small",
        ),
    )  # fmt: skip
    navigation.link("check", t("results.change"))


def _fold(dossier: Dossier, dimension: Dimension, part: blocks.Block) -> str:
    word = words(dossier.language)
    said = score_words(dossier, dossier.card.dimensions[dimension.id], word)
    lines = [line for line in dossier.lines if line.dimension == dimension.id]
    rows = "".join(_row(dossier, line, word) for line in lines)
    head = "".join(
        f"<th scope='col'>{html.esc(word(f'working.head.{name}'))}</th>"
        for name in ("question", "answer", "brought")
    )
    table = (
        f"<table class='jalon-table'><caption>"
        f"{html.esc(word('working.table', dimension=dimension.title))}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    )
    total = blocks.render([part["blocks"][-1]])
    return html.fold(f"{dimension.title} – {said}", table + total)


def _row(dossier: Dossier, line: Line, word: Wording) -> str:
    question = dossier.library.questionnaire.question(line.question)
    bar = ""
    if line.points is not None:
        share = round(100 * line.points / line.best)
        bar = (
            "<span class='jalon-bar' aria-hidden='true'>"
            f"<span style='width:{share}%'></span></span> "
        )
    answer, result = (word(f"working.head.{name}") for name in ("answer", "brought"))
    return (
        f"<tr><th scope='row'>{html.esc(question.short)}</th>"
        f"<td data-label='{html.esc(answer)}'>{html.esc(answer_text(dossier, line, word))}</td>"
        f"<td data-label='{html.esc(result)}'>{bar}{html.esc(brought(line, word))}</td></tr>"
    )


show()
