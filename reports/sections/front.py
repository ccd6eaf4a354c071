"""The first page, which stands alone: strength, level, first step, two projects, whom to call."""

from content.wording import Wording
from recommendations.roadmap import Step
from reports import formats
from reports.blocks import (
    Block,
    bold,
    card,
    columns,
    facts,
    heading,
    link,
    one_page,
    referring,
    text,
)
from reports.dossier import Dossier
from reports.freshness import seen
from reports.naming import (
    find_level,
    in_view,
    organisation,
    project_cost,
    project_title,
    when,
)
from reports.words import words


def front(dossier: Dossier) -> list[Block]:
    """A true strength first; without one the page opens with the first step."""
    word = words(dossier.language)
    blocks: list[Block] = [heading(1, word("front.heading"))]
    strength = _strength(dossier, word)
    if strength:
        blocks.append(columns(strength, _level(dossier, word)))
        blocks.append(_first(dossier, word))
    else:
        blocks += [_first(dossier, word), _level(dossier, word)]
    return [one_page([*blocks, *_projects(dossier, word), _contact(dossier, word)])]


def _strength(dossier: Dossier, word: Wording) -> Block | None:
    found = dossier.strength
    if found is None:
        return None
    blocks = [
        text(found.dimension.good_news),
        text(word("front.strength_answer", answer=found.option.text), "small"),
    ]
    return card(2, word("front.strength"), blocks)


def _level(dossier: Dossier, word: Wording) -> Block:
    score = dossier.card.overall
    level = find_level(dossier, score)
    if level is None:
        key = "front.no_level_applicable" if score.coverage is None else "front.no_level"
        return card(2, word("front.level"), [text(word(key))])
    blocks = [text([bold(level.title)], "lead"), text(level.meaning)]
    if score.coverage is not None and score.coverage < 1:
        key = "front.provisional" if score.provisional else "front.rests_on"
        share = formats.percent(score.coverage, dossier.language)
        blocks.append(text(word(key, share=share), "small"))
    return card(2, word("front.level"), blocks)


def _first(dossier: Dossier, word: Wording) -> Block:
    action = dossier.first_action
    days = word("front.days", count=action.first_step.days, days=action.first_step.days)
    blocks = [
        text([bold(action.title)], "lead"),
        text([bold(word("front.first_step")), " ", action.first_step.text, " ", days]),
        text([bold(word("front.why")), " ", action.why]),
    ]
    return card(2, word("front.first"), blocks, strong=True)


def _projects(dossier: Dossier, word: Wording) -> list[Block]:
    steps = in_view(dossier, 2)
    if not steps:
        key = "front.nothing_fits" if dossier.roadmap.left_aside else "front.nothing_needed"
        told = [text(word(key))]
        if dossier.roadmap.left_aside:
            told.append(referring(text(word("front.see_roadmap")), "roadmap"))
        return [card(2, word("front.projects.none"), told)]
    return [
        heading(2, word("front.projects", count=len(steps))),
        columns(*(_project(step, dossier.language, word) for step in steps)),
    ]


def _project(step: Step, language: str, word: Wording) -> Block:
    project = step.project
    state = word("front.now" if step.active else "front.next")
    rows: list[tuple[str, str | None]] = [
        (word("label.state"), state),
        (word("label.hours"), word("hours", count=project.hours, hours=project.hours)),
        (word("label.cost"), project_cost(project, language, word)),
        (word("label.when"), when(step, language, word)),
    ]
    return card(3, project_title(project, word), [facts([(a, b) for a, b in rows])])


def _contact(dossier: Dossier, word: Wording) -> Block:
    title = word("front.contact")
    if dossier.contact is None:
        return card(2, title, [text(word("front.no_contact"))])
    contact = dossier.library.networks[dossier.contact.id]
    say = word(
        "front.say",
        name=organisation(dossier, word),
        action=dossier.first_action.title,
    )
    blocks = [
        text([bold(contact.name), " · ", link(contact.url)]),
        text(f"{contact.summary} {seen(contact, dossier.on, dossier.language)}", "small"),
        text([bold(word("front.what_to_say")), " ", say]),
    ]
    return card(2, title, blocks)
