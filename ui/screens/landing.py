"""Where one lands: the promise, a real result, three facts, one button."""

import streamlit as st

from content.wording import Wording
from storage.record import Form, Summary
from ui import contents, examples, navigation, vault
from ui.components import dma, html, journey, sketch
from ui.components.guard import screen


@screen
def show(t: Wording) -> None:
    """The promise and the ways in."""
    if navigation.parameter("left"):
        html.write(html.notice(t("landing.left"), "good"))
    if navigation.parameter("deleted"):
        html.write(html.notice(t("landing.deleted"), "good"))
    html.arrive(t("landing.promise"))
    html.write(html.paragraph(t("landing.lead"), "lead"))
    _ways_in(t)
    html.write(
        html.items(
            [t("landing.fact_time"), t("landing.fact_account"), t("landing.fact_seen")], "facts"
        ),
        sketch.picture(t, contents.questionnaire(t.language), examples.card(t.language)),
        html.paragraph(t("landing.not_all_digital")),
    )
    with st.container(key="landing-links", horizontal=True):
        navigation.link("resume", t("landing.resume"), a=None)
        navigation.link("example", t("landing.example"), a=None)
        navigation.link("stories", t("landing.stories"))
        navigation.link("others", t("landing.others"), a=None)
        navigation.link("privacy", t("landing.privacy"), a=None)


def _ways_in(t: Wording) -> None:
    mine = vault.mine()
    if mine:
        _mine(t, mine)
    with st.container(horizontal=True, key="landing-start"):
        start = t("landing.start_another") if mine else t("landing.start")
        if st.button(start, type="secondary" if mine else "primary", key="start-core"):
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
                f"{html.esc(t('landing.state', count=one.answered, day=changed))}</p>"
            )
            kind = "primary" if position == 0 else "secondary"
            if st.button(t("landing.continue", name=name), key=f"open-{one.id}", type=kind):
                _continue(t, one)


def _what(t: Wording, one: Summary) -> str:
    """Which instrument it is, where it is not Jalon's own."""
    if journey.kind_of(one.instrument) == "core":
        return ""
    title = contents.checklist(one.instrument, t.language).title
    return f"{html.esc(f'{title} ({one.stage})')}<br>"


def _continue(t: Wording, one: Summary) -> None:
    if journey.kind_of(one.instrument) == "dma":
        dma.enter(t, vault.load(one.id))
    if one.answered == 0:
        navigation.go("profile", a=one.id)
    journey.proceed(vault.load(one.id), contents.questionnaire(t.language))


show()
