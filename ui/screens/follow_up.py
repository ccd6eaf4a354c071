"""Following over time: take it again, what was done, targets, dates, the hour among peers."""

import streamlit as st

from assessment.again import next_stage
from assessment.journey import first_open
from content.wording import Wording
from reports.charts.goals import goals
from reports.dossier import Dossier
from reports.naming import project_title
from reports.sections.done import done_items, followed
from reports.words import words
from storage.record import Record
from ui import dossiers, following, navigation, vault
from ui.components import blocks, html, journey, reviews
from ui.components.guard import screen


@screen
def show(t: Wording) -> None:
    """What there is to follow, one part after the other."""
    record = journey.opened(t)
    dossier = dossiers.of(record, t.language)
    # How it is measured today is kept with its score, for whoever compares it later.
    dossiers.keep_score(record, dossier)
    journey.back(t, "results")
    kicker = html.paragraph(f"{dossier.name} · {record.stage}".strip(" ·"), "kicker")
    html.arrive(t("follow_up.title"), kicker)
    html.write(html.paragraph(t("follow_up.lead"), "lead"))
    _again(t, record, dossier)
    _done(t, dossier)
    _targets(t, record, dossier)
    if vault.may(record.id, "write", "plan"):
        reviews.dates(t, record, dossier)
    html.write(html.heading(t("follow_up.kit"), 2), html.paragraph(t("follow_up.kit_text")))
    navigation.link("intervision", t("follow_up.kit_open"))


def _again(t: Wording, record: Record, dossier: Dossier) -> None:
    """The next assessment: to start, to open; or this one, to go on with."""
    html.write(html.heading(t("follow_up.again"), 2))
    if first_open(dossier.library.questionnaire, record.form, record.answers) is not None:
        _not_finished(t, record)
    else:
        _next(t, record)
    if record.follows_id is not None:
        navigation.link("then_and_now", t("follow_up.compare"))


def _not_finished(t: Wording, record: Record) -> None:
    if record.follows_id is None:
        html.write(html.paragraph(t("follow_up.unfinished")))
        navigation.link("question", t("results.go_on"))
    elif st.button(t("follow_up.go_on", stage=record.stage), type="primary", key="next"):
        navigation.go("again")


def _next(t: Wording, record: Record) -> None:
    stage, started = next_stage(record.stage), following.next_of(record)
    if stage is None:
        html.write(html.paragraph(t("follow_up.last")))
    elif started is not None:
        html.write(html.paragraph(t("follow_up.open_next_text", stage=started.stage)))
        if st.button(t("follow_up.open_next", stage=started.stage), type="primary", key="next"):
            navigation.go("follow_up", a=started.id)
    elif vault.may(record.id, "share", "assessment"):
        day = journey.day(t, following.taken(record))
        html.write(html.paragraph(t("follow_up.again_text", day=day)))
        if st.button(t("follow_up.start", stage=stage), type="primary", key="next"):
            navigation.go("again", a=following.start_next(record, t.language))


def _done(t: Wording, dossier: Dossier) -> None:
    """What is done or under way, with what proves it."""
    html.write(html.heading(t("follow_up.done"), 2))
    found, word = followed(dossier), words(t.language)
    if not found:
        html.write(html.paragraph(t("follow_up.done_none")))
        navigation.link("roadmap", t("follow_up.to_plan"))
        return
    for one, said in zip(found, done_items(dossier), strict=True):
        html.write(f"<p>{blocks.inline(said)}</p>")
        label = t("follow_up.sheet", project=project_title(one.project, word))
        navigation.link("project", label, f"sheet-{one.project.id}", p=one.project.id)


def _targets(t: Wording, record: Record, dossier: Dossier) -> None:
    """Each target in words: reached, not yet, late, not known."""
    titles = {d.id: d.title for d in dossier.library.questionnaire.dimensions}
    said = [f"{titles[name]} – {goal.said}" for name, goal in goals(dossier, dossier.card).items()]
    html.write(
        html.heading(t("follow_up.targets"), 2),
        html.items(said) if said else html.paragraph(t("follow_up.targets_none")),
    )
    if vault.may(record.id, "write", "plan"):
        navigation.link("targets", t("follow_up.targets_set"))


show()
