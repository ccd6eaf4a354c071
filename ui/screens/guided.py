"""A session of an hour: the enterprise's own words, the agenda, notes, what next."""

import streamlit as st

from assessment.session_agenda import to_text
from content.wording import Wording
from storage.guidance import STATUSES, Guidance
from storage.record import Record, name_in
from ui import contents, guided, navigation, session, texts, vault
from ui.components import appointment, hour, html, journey, notes
from ui.components.guard import screen
from ui.components.private_file import private_file

LONGEST = 1000


@screen
def show(t: Wording) -> None:
    """In the order of a meeting: listen, agree on the hour, write down, fix the next one."""
    record = journey.opened(t)
    hers = guided.here(record.id)
    if hers is None:
        html.arrive(t("guided.title"))
        html.write(html.notice(t("guided.not_yours"), role="note"))
        navigation.link("results", t("guest.results"))
        return
    name = name_in(record.profile) or t("landing.unnamed")
    journey.back(t, "portfolio", a=None)
    html.arrive(name, html.paragraph(t("guided.title"), "kicker"))
    notes.offline(t)
    _words(t, record)
    _hour(t, record, hers)
    _screens(t, record)
    html.write(html.heading(t("guided.notes"), 2))
    notes.private(t, record)
    notes.shared(t, record)
    _all_notes(t, record)
    _status(t, hers)
    appointment.choose(t, hers, name)
    _hers(t, record, hers, name)


def _words(t: Wording, record: Record) -> None:
    """Theirs first; where they said nothing yet, the question to ask."""
    html.write(html.heading(t("guided.words"), 2))
    if record.worry:
        said = "".join(html.paragraph(line) for line in record.worry.splitlines() if line.strip())
        html.write(f"<blockquote class='jalon-worry'>{said}</blockquote>")
    with st.expander(t("guided.words_write"), expanded=not record.worry, key="session-worry"):
        given = st.text_area(
            texts.plain(t("worry.title")), value=record.worry, max_chars=LONGEST, height=120,
            key=session.field(f"note-worry-{record.id}", record.worry, str.strip),
        )  # fmt: skip
        typed = (given or "").strip()
        if typed != record.worry:
            vault.save_worry(record.id, typed)
            session.is_kept(f"note-worry-{record.id}")
            st.rerun()


def _hour(t: Wording, record: Record, hers: Guidance) -> None:
    html.write(html.heading(t("guided.hour"), 2))
    hour.shown(t, record, hers)
    if hers.session_began is None:
        if st.button(t("guided.start"), type="primary", key="session-start"):
            items = hour.planned(record, contents.questionnaire(t.language))
            guided.start_session(record.id, to_text(items))
            st.rerun()
    elif st.button(t("guided.stop"), key="session-stop"):
        guided.end_session(record.id, "plan-to-agree" if record.answers else "to-prepare")
        st.rerun()


def _screens(t: Wording, record: Record) -> None:
    """The same screens as the enterprise's, in the order of the hour."""
    with st.container(horizontal=True, key="results-links"):
        navigation.link("profile", t("title.profile"), a=record.id)
        navigation.link("question", t("guided.questions"), a=record.id)
        navigation.link("check", t("title.check"), a=record.id)
        navigation.link("results", t("title.results"), a=record.id)
        navigation.link("roadmap", t("title.roadmap"), a=record.id)
        navigation.link("report", t("title.report"), a=record.id)


def _all_notes(t: Wording, record: Record) -> None:
    """What stands under the questions, each with the way there."""
    questions = {q.id: q for q in contents.questionnaire(t.language).all_questions()}
    private = guided.my_notes(record.id)
    shared = {note.question_id: note for note in guided.shared(record)}
    written = [name for name in questions if name in private or name in shared]
    if not written:
        return
    with st.expander(t("guided.under_questions", count=len(written)), key="session-notes"):
        for name in written:
            navigation.link("question", questions[name].short, key=f"noted-{name}", q=name)
            if note := private.get(name):
                html.write(html.paragraph(t("guided.private_said", text=note.text), "small"))
            if theirs := shared.get(name):
                html.write(notes.one_note(t, theirs))


def _status(t: Wording, hers: Guidance) -> None:
    html.write(html.heading(t("guided.status"), 2))
    chosen = st.selectbox(
        t("guided.status_label"), STATUSES, STATUSES.index(hers.status),
        format_func=lambda one: t(f"status.{one}"),
        key=session.field(f"status.{hers.assessment_id}.{t.language}", hers.status),
    )  # fmt: skip
    if chosen != hers.status:
        guided.set_status(hers.assessment_id, chosen)
        st.rerun()


def _hers(t: Wording, record: Record, hers: Guidance, name: str) -> None:
    """What is seldom needed: hand over, take her notes, leave."""
    if guided.may_hand_over(hers):
        state = "guided.nobody_came" if hers.handed_over else "guided.not_handed_over"
        html.write(html.notice(t(state)))
        navigation.link("hand_over", t("hand_over.title"), key="to-hand-over")
    private_file(t, record, name)
    with st.expander(t("guided.leave"), key="session-leave"):
        html.write(html.paragraph(t("guided.leave_text")))
        if st.button(t("guided.leave_button"), key="leave-guidance"):
            guided.end(record.id, hers)
            session.remember("left_guidance", True)
            navigation.go("portfolio", a=None)


show()
