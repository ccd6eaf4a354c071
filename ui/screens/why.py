"""Why this score: each answer and what it brought; a reader can redo the sum by hand."""

from assessment.explanation import Line
from content.wording import Wording
from reports.charts import bars
from reports.dossier import Dossier
from reports.naming import answer_text, brought, score_words
from reports.sections.refined import added_lines, both_scores, refined_working
from reports.sections.working import lines_of, overall_working, total
from reports.words import words
from ui import dossiers, navigation
from ui.components import blocks, deeper, html, journey, next_level
from ui.components.chart import frame
from ui.components.guard import screen
from ui.components.panel import agreed_history


@screen
def show(t: Wording) -> None:
    """One fold a dimension, then the whole, what deep dives refine, the version."""
    record = journey.opened(t)
    dossier = dossiers.of(record, t.language)
    journey.back(t, "results")
    html.arrive(t("why.title"))
    if dossiers.is_old(record, dossier):
        html.write(html.notice(t("why.old", then=record.scored_version)))
    html.write(html.paragraph(words(dossier.language)("working.rule")))
    folds = "".join(_fold(dossier, name) for name in dossier.card.dimensions)
    frame(t, bars.chart(dossier), folds, "why")
    html.write(
        blocks.render([overall_working(dossier)]),
        deeper.scores(dossier),
        *(_refined(dossier, name) for name in dossier.card.refined),
        agreed_history(t, record),
    )
    next_level.ways_up(t, dossier, "why")
    deeper.ways_in(t, dossier)
    html.write(
        html.paragraph(
            t("why.version", instrument=dossier.library.questionnaire.title,
              version=dossier.library.questionnaire.version),
            "small",
        ),
    )  # fmt: skip
    navigation.link("check", t("results.change"))


def _fold(dossier: Dossier, dimension_id: str) -> str:
    word = words(dossier.language)
    dimension = dossier.library.questionnaire.dimension(dimension_id)
    said = score_words(dossier, dossier.card.dimensions[dimension_id], word)
    caption = word("working.table", dimension=dimension.title)
    lines = _lines(dossier, lines_of(dossier, dimension_id), caption)
    return html.fold(
        f"{dimension.title} – {said}", lines + blocks.render([total(dossier, dimension_id)])
    )


def _refined(dossier: Dossier, dimension_id: str) -> str:
    title = dossier.library.questionnaire.dimension(dimension_id).title
    caption = words(dossier.language)("refined.table", dimension=title)
    lines = _lines(dossier, added_lines(dossier, dimension_id), caption)
    done = blocks.render(refined_working(dossier, dimension_id)[-1:])
    return html.fold(f"{title} – {both_scores(dossier, dimension_id)}", lines + done)


def _lines(dossier: Dossier, lines: list[Line], caption: str) -> str:
    word = words(dossier.language)
    rows = "".join(_row(dossier, line, word) for line in lines)
    head = "".join(
        f"<th scope='col'>{html.esc(word(f'working.head.{name}'))}</th>"
        for name in ("question", "answer", "brought")
    )
    return (
        f"<table class='jalon-table'><caption>{html.esc(caption)}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _row(dossier: Dossier, line: Line, word: Wording) -> str:
    question = dossier.library.questionnaire.question(line.question)
    bar = ""
    if line.state in ("unknown", "not_answered"):
        bar = "<span class='jalon-bar is-unknown' aria-hidden='true'></span> "
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
