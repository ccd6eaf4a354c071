"""Below the result: what is not known yet, the safety points, figures from elsewhere."""

from catalogue.figures import QuotedFigure, figures_for
from content.wording import Wording
from reports.dossier import Dossier
from reports.words import words
from ui.components import blocks, html

_FIGURES = 3


def find_out(t: Wording, dossier: Dossier) -> None:
    """The open questions with who might know, those on security first."""
    word = words(dossier.language)
    if not dossier.find_out:
        return
    rows = [
        (
            f"{item.question.short} {word('find_out.floor')}"
            if item.floor_point
            else item.question.short,
            item.question.who_might_know,
        )
        for item in dossier.find_out
    ]
    head = (word("find_out.head.question"), word("find_out.head.who"))
    html.write(
        html.heading(t("results.find_out", count=len(rows)), 2),
        html.paragraph(word("find_out.intro")),
        html.fold(t("results.find_out_list"), blocks.table(word("find_out.table"), head, rows)),
    )


def floor(dossier: Dossier) -> None:
    """The five safety points: in place, missing, not checked."""
    word, points = words(dossier.language), dossier.floor
    listed = (("present", points.present), ("missing", points.missing), ("unknown", points.unknown))
    rows = [
        (word(f"floor.{state}"), ", ".join(word(f"floor.point.{p}") for p in found))
        for state, found in listed
        if found
    ]
    html.write(
        html.heading(word("floor.heading"), 2),
        html.paragraph(word("floor.intro")),
        blocks.pairs(rows),
    )


def context(t: Wording, dossier: Dossier) -> None:
    """Published figures in sentences, apart from the result and never on its scale."""
    themes = ["overall", *_weakest(dossier)]
    found = [f for theme in themes for f in figures_for(theme, dossier.language)][:_FIGURES]
    if not found:
        return
    lines = "".join(f"<li>{_figure(t, one)}</li>" for one in found)
    intro = html.paragraph(t("results.context_intro"), "small")
    html.write(html.fold(t("results.context"), f"{intro}<ul class='jalon-list'>{lines}</ul>"))


def _weakest(dossier: Dossier) -> list[str]:
    values = {d: s.value for d, s in dossier.card.dimensions.items() if s.value is not None}
    return sorted(values, key=lambda d: values[d])[:1]


def _figure(t: Wording, quoted: QuotedFigure) -> str:
    figure = quoted.figure
    source = t("results.context_source", instrument=figure.instrument, year=figure.year or "–")
    return f"{html.esc(quoted.sentence)} {html.out(figure.source_url, source)}"
