"""Where one lands: the promise, a real result, three facts, one button."""

import streamlit as st

from content.wording import Wording
from storage.record import Form, Summary
from ui import contents, examples, guided, navigation, texts, vault
from ui.components import dma, html, journey, sketch
from ui.components.guard import screen


@screen
def show(t: Wording) -> None:
    """The promise and the ways in."""
    if navigation.parameter("left"):
        html.write(html.notice(t("landing.left"), "good"))
    if navigation.parameter("deleted"):
        html.write(html.notice(t("landing.deleted"), "good"))
    mine = vault.mine()
    with st.container(key="landing-hero"):
        html.arrive(t("landing.promise"))
        html.write(html.paragraph(t("landing.lead"), "lead"))
        if not mine:
            _start_buttons(t, another=False)
    if mine:
        _mine(t, mine)
        _start_buttons(t, another=True)
    html.write(
        html.items(
            [t("landing.fact_time"), t("landing.fact_account"), t("landing.fact_seen")], "facts"
        ),
    )
    # Beside the promise that nobody sees it: who does, who can, and until when.
    navigation.link("privacy", t("landing.who_sees"), key="who-sees")
    html.write(
        sketch.picture(t, contents.questionnaire(t.language), examples.card(t.language)),
        html.paragraph(t("landing.not_all_digital")),
    )
    with st.container(key="landing-links", horizontal=True):
        if guided.adviser() is not None:
            navigation.link("portfolio", t("portfolio.title"), a=None)
        navigation.link("resume", t("landing.resume"), a=None)
        navigation.link("paper", t("landing.paper"), a=None)
        navigation.link("example", t("landing.example"), a=None)
        navigation.link("search", t("landing.search"))
        navigation.link("stories", t("landing.stories"))
        navigation.link("others", t("landing.others"), a=None)


def _start_buttons(t: Wording, *, another: bool) -> None:
    with st.container(horizontal=True, key="landing-start"):
        start = t("landing.start_another" if another else "landing.start")
        if st.button(start, type="secondary" if another else "primary", key="start-core"):
            _start(t, "core")
        if st.button(t("landing.flash"), key="start-flash", type="tertiary"):
            _start(t, "flash")


def _start(t: Wording, form: Form) -> None:
    questionnaire = contents.questionnaire(t.language)
    made = vault.create(questionnaire.id, questionnaire.version, form)
    navigation.go("profile", a=made)


def _mine(t: Wording, mine: tuple[Summary, ...]) -> None:
    html.write(html.heading(t("landing.mine"), 2))
    asked_for = navigation.parameter("a")
    for position, one in enumerate(sorted(mine, key=lambda each: each.id != asked_for)):
        name = one.name or t("landing.unnamed")
        changed = journey.day(t, journey.local_day(one.updated_at))
        with st.container(border=True, key=f"mine-{one.id}"):
            html.write(
                f"<p><strong>{html.esc(name)}</strong><br>{_what(t, one)}"
                f"{html.esc(t('landing.state', count=one.answered, day=changed))}{_as(t, one)}</p>"
            )
            kind = "primary" if position == 0 else "secondary"
            if st.button(
                t("landing.continue", name=texts.plain(name)), key=f"open-{one.id}", type=kind
            ):
                _continue(t, one)


def _as(t: Wording, one: Summary) -> str:
    """What one may do with it, where one is not its owner."""
    role = vault.role(one.id)
    return "" if role == "owner" else f"<br>{html.esc(t(f'landing.as_{role}'))}"


def _what(t: Wording, one: Summary) -> str:
    """Which instrument it is, where it is not Jalon's own; else which re-assessment."""
    if journey.kind_of(one.instrument) == "core":
        return "" if one.stage == "T0" else f"{html.esc(one.stage)}<br>"
    title = contents.checklist(one.instrument, t.language).title
    return f"{html.esc(f'{title} ({one.stage})')}<br>"


def _continue(t: Wording, one: Summary) -> None:
    if journey.kind_of(one.instrument) == "dma":
        dma.enter(t, vault.load(one.id))
    record = vault.load(one.id)
    # One that follows another knows its enterprise already.
    begins = one.answered == 0 and record.follows_id is None
    if begins and vault.may(one.id, "write", "answers"):
        navigation.go("profile", a=one.id)
    journey.proceed(record, contents.questionnaire(t.language))


show()
