"""The kit for an hour among peers: agenda, three questions, before and after, what changed."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from content.wording import Wording
from reports.blocks import Block, Inline, bold, bullets, facts, heading, keep, table, text
from reports.charts import strips
from reports.charts.then_now import Then, then_chart
from reports.dossier import Dossier
from reports.outline import framed
from reports.sections.done import done_items
from reports.since import Line, by_action, headline, since
from reports.words import words

MINUTES = {"welcome": 5, "story": 10, "clarify": 10, "questions": 20, "takeaways": 10, "close": 5}
"""The parts of the hour, in order, in minutes."""

QUESTIONS = ("moved", "resisted", "next")
"""What the group talks about."""


def kit(dossier: Dossier, then: Then | None, *, named: bool) -> dict[str, Any]:
    """The document; without `named`, neither the name nor anything the enterprise wrote."""
    shown = dossier if named else nameless(dossier)
    word = words(dossier.language)
    title = word("intervision.title")
    return framed(shown, title, word("intervision.kind"), kit_blocks(shown, then, named=named))


def kit_blocks(
    dossier: Dossier, then: Then | None, *, named: bool, drawn: bool = True
) -> list[Block]:
    """What the kit holds; a screen draws the strips in its own way (`drawn=False`)."""
    word = words(dossier.language)
    return [
        text(word("intervision.intro"), "lead"),
        heading(1, word("intervision.agenda")),
        _agenda(word),
        heading(1, word("intervision.questions")),
        bullets([word(f"intervision.question.{name}") for name in QUESTIONS], ordered=True),
        *(_drawn(dossier, then, word) if drawn else []),
        *_changed(dossier, then, word),
        *_done(dossier, word, named=named),
        keep([heading(1, word("intervision.take_away")), _to_fill(word)]),
    ]


def nameless(dossier: Dossier) -> Dossier:
    """The same dossier of nobody in particular."""
    profile = dossier.sheet.profile
    enterprise = profile.enterprise.model_copy(update={"name": None})
    unnamed = profile.model_copy(update={"enterprise": enterprise})
    return replace(dossier, sheet=replace(dossier.sheet, profile=unnamed))


def lines_of(lines: tuple[Line, ...]) -> Iterator[Inline]:
    """'+4 · Tester une restauration (sauvegarde testée)'."""
    for line in lines:
        yield [bold(line.points), f" · {line.title}", f" ({line.by})" if line.by else ""]


def _agenda(word: Wording) -> Block:
    rows: list[list[Inline]] = []
    start = 0
    for name, minutes in MINUTES.items():
        end = start + minutes
        rows.append([
            word("intervision.minutes", start=start, end=end),
            [bold(word(f"intervision.step.{name}")), " ", word(f"intervision.how.{name}")],
        ])  # fmt: skip
        start = end
    head = [word(f"intervision.head.{key}") for key in ("when", "what")]
    return table(head, rows, (4, 16), word("intervision.agenda"))


def _drawn(dossier: Dossier, then: Then | None, word: Wording) -> list[Block]:
    """The strips at both dates; today's alone where there is no earlier assessment."""
    if then is None:
        return [keep([heading(1, word("intervision.now")), strips.block(dossier)])]
    chart = then_chart(dossier, then, dossier.sheet.taken or dossier.on)
    return [keep([heading(1, word("intervision.both")), text(chart.title), chart.drawing])]


def _changed(dossier: Dossier, then: Then | None, word: Wording) -> list[Block]:
    found = since(dossier, then) if then else None
    if found is None:
        return []
    lines = list(lines_of(by_action(dossier, found)))
    return [
        keep(
            [
                heading(1, word("intervision.changed")),
                text(headline(dossier, found)),
                *([bullets(lines)] if lines else []),
            ]
        )
    ]


def _done(dossier: Dossier, word: Wording, *, named: bool) -> list[Block]:
    items = done_items(dossier, proofs=named)
    return [keep([heading(1, word("done.heading")), bullets(items)])] if items else []


def _to_fill(word: Wording) -> Block:
    keys = ("idea", "step", "who", "date")
    return facts([(word(f"intervision.keep.{key}"), None) for key in keys], lines=True)
