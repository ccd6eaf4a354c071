"""What one writes on a project's sheet: how far, who, for whom, the steps, the costs, notes."""

import datetime as dt
from decimal import Decimal

import streamlit as st

from assessment.calendar_days import months_before
from content.wording import Wording
from recommendations.action import Action
from recommendations.carried import (
    ADDRESS,
    GROUPS,
    LINE,
    NOTES,
    STATES,
    Carried,
    Group,
    Part,
    cautions,
    parts,
)
from recommendations.projects import Project
from reports import formats
from reports.dossier import Dossier
from reports.project_file import over_years, part_title, range_words
from reports.sections.done import web
from reports.words import words
from ui import navigation, texts
from ui.components import amount, html
from ui.components.pad import Pad, Put, fills, same, text, ticks

_MONTHS_BACK = 36
"""How far back one may say that something began."""


def state(t: Wording, pad: Pad, dossier: Dossier, project: Project) -> None:
    """Not started, in progress, done; once done, the answers it changes."""
    word, known = words(dossier.language), pad.now.state
    with st.container(key="pills-state"):
        chosen = st.radio(
            t("project.state"), STATES, None if known is None else STATES.index(known),
            format_func=lambda one: word(f"state.{one}"), horizontal=True,
            **pad.field("state", "state", fills(state=same)),
        )  # fmt: skip
    pad.keep("state", state=chosen)
    if pad.now.state == "done":
        _answers(t, dossier, project)


def evidence(t: Wording, pad: Pad, dossier: Dossier) -> None:
    """What was done, since when and what proves it, once something was."""
    if pad.now.state not in ("in-progress", "done"):
        return
    html.write(html.heading(t("project.evidence"), 2))
    field = pad.field("did", "evidence", fills(did=text))
    did = st.text_area(t("project.did"), pad.now.did, max_chars=NOTES, height=100, **field)
    months = _months(dossier.on, pad.now.since)
    since = st.selectbox(
        t("project.since"), months, months.index(pad.now.since),
        lambda day: formats.month(day, t.language) if day else t("project.since_unknown"),
        **pad.field("since", "evidence", fills(since=same)),
    )  # fmt: skip
    proof = _line(pad, "evidence", "proof", pad.now.proof, t("project.proof"))
    address = text(st.text_input(
        t("project.address"), pad.now.address, max_chars=ADDRESS,
        placeholder=t("project.address_hint"),
        **pad.field("address", "evidence", fills(address=text)),
    ))  # fmt: skip
    pad.keep("evidence", did=text(did), since=since, proof=proof, address=address)
    if address and not web(address):
        html.write(html.notice(t("project.address_wrong"), "warn", "note"))


def _months(on: dt.date, known: dt.date | None) -> list[dt.date | None]:
    """Not said first, then the latest month; a day kept from a file stays in the list."""
    days = {*months_before(on, _MONTHS_BACK), *([known] if known else [])}
    return [None, *sorted(days, reverse=True)]


def people(t: Wording, pad: Pad, project: Project) -> None:
    """Sponsor, lead and stand-in."""
    html.write(html.heading(t("project.people"), 2))
    typed = {
        name: _line(pad, "people", name, getattr(pad.now, name), t(f"project.{name}"))
        for name in ("sponsor", "carrier", "stand_in")
    }
    pad.keep("people", **typed)
    for caution in cautions(project, pad.now):
        if caution != "asked-late":
            html.write(html.notice(t(f"project.caution.{caution}"), "warn", "note"))


def users(t: Wording, pad: Pad) -> None:
    """Who will use it, and whether they were asked before anything was chosen."""
    html.write(html.heading(t("project.users"), 2), html.paragraph(t("project.users_text")))
    word = words(t.language)
    with st.container(horizontal=True, key="ticks-users"):
        groups = tuple(
            name for name in GROUPS
            if st.checkbox(_capital(word(f"group.{name}")), name in pad.now.groups,
                           **pad.field(f"group-{name}", "users", _groups(name)))
        )  # fmt: skip
    said = _line(pad, "users", "users", pad.now.users, t("project.users_label"))
    with st.container(key="ticks-asked"):
        field = pad.field("asked", "users", fills(asked=same))
        asked = st.checkbox(t("project.asked"), pad.now.asked, **field)
    pad.keep("users", groups=groups, users=said, asked=asked)


def steps(t: Wording, pad: Pad, project: Project) -> None:
    """The six phases of a long project, the three steps of a short one, to tick."""
    long = any(action.phases is not None for action in project.actions)
    html.write(
        html.heading(t("project.steps"), 2),
        html.paragraph(t("project.steps_long" if long else "project.steps_short")),
    )
    done = pad.now
    with st.container(key="ticks-phases" if long else "ticks-steps"):
        for action in project.actions:
            if len(project.actions) > 1:
                html.write(html.heading(action.title, 3))
            for number, part in enumerate(parts(action), 1):
                done = done.ticked(part.id, so=_ticked(pad, part, number))
            if action.non_digital:
                html.write(_without_screen(t, action))
    # In the order they were ticked, so that nothing moves when nothing changed.
    changed = set(done.done) != set(pad.now.done)
    pad.keep("steps", done=done.done if changed else pad.now.done)
    if "asked-late" in cautions(project, pad.now):
        html.write(html.notice(t("project.caution.asked-late"), "warn", "note"))


def costs(t: Wording, pad: Pad, project: Project) -> None:
    """What we estimate, with its basis; what the enterprise knows; both over three years."""
    word, language = words(t.language), t.language
    bases = dict.fromkeys(action.cost.basis for action in project.actions)
    once, each_year = project.one_off, project.yearly
    html.write(
        html.heading(t("project.costs"), 2),
        html.paragraph(
            t(
                "project.estimate",
                once=range_words(once, language),
                yearly=range_words(each_year, language),
                years=range_words(over_years(project), language),
            )
        ),
        *(html.paragraph(action.running) for action in project.actions),
        html.paragraph(word("label.basis", basis=" ".join(bases)), "small"),
        html.paragraph(t("project.costs_text")),
    )
    with st.container(horizontal=True, key="project-costs"):
        bought = _euros(t, pad, "purchase", pad.now.purchase)
        yearly = _euros(t, pad, "yearly", pad.now.yearly)
    pad.keep("costs", purchase=bought, yearly=yearly)
    over = pad.now.over_years
    told = (
        t("project.not_known")
        if over is None
        else t("project.over_years", amount=formats.money(over, "EUR", language))
    )
    html.write(html.paragraph(told))


def notes(t: Wording, pad: Pad) -> None:
    """Free words, as long as a page."""
    field = pad.field("notes", "notes", fills(notes=text))
    typed = st.text_area(t("project.notes"), pad.now.notes, max_chars=NOTES, height=140, **field)
    pad.keep("notes", notes=text(typed))


def _line(pad: Pad, part: str, name: str, known: str, label: str) -> str:
    typed = st.text_input(
        label, known, max_chars=LINE, placeholder=pad.t(f"project.{name}_hint"),
        **pad.field(name, part, fills(**{name: text})),
    )  # fmt: skip
    return text(typed)


def _groups(name: Group) -> Put:
    """Puts a group among those ticked, in the order they are shown in."""

    def put(carried: Carried, so: bool) -> Carried:
        named = {*carried.groups, name} if so else {*carried.groups} - {name}
        return carried.model_copy(update={"groups": tuple(one for one in GROUPS if one in named)})

    return Put(put, lambda carried: name in carried.groups)


def _euros(t: Wording, pad: Pad, name: str, known: Decimal | None) -> Decimal | None:
    field = pad.field(name, "costs", fills(**{name: amount.euros}))
    return amount.amount(t(f"project.{name}"), known, note=t("project.ask_supplier"), **field)


def _ticked(pad: Pad, part: Part, number: int) -> bool:
    """A box to tick; what a phase holds stands under its name."""
    title = part_title(part, number, words(pad.t.language))
    label = title if part.phase else f"{number}. {part.lines[0]}"
    name = f"part-{part.id.replace('.', '-')}"
    field = pad.field(name, "steps", ticks(part.id))
    so = st.checkbox(texts.plain(label), part.id in pad.now.done, **field)
    if part.phase:
        html.write(html.items(part.lines, "phase"))
    return so


def _without_screen(t: Wording, action: Action) -> str:
    label = words(t.language)("label.non_digital")
    return html.paragraph(f"{label} {action.non_digital}")


def _answers(t: Wording, dossier: Dossier, project: Project) -> None:
    """The questions whose answer the finished project may change."""
    questions = {q.id: q for q in dossier.library.questionnaire.known_questions()}
    named = [questions[name] for name in project.effects if name in questions]
    html.write(html.notice(t("project.done"), "good", "note"))
    for question in named:
        navigation.link(
            "question", texts.plain(question.short), f"answer-{question.id}", q=question.id
        )
    navigation.link("follow_up", t("project.to_again"), "to-again")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
