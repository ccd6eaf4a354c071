"""Two dates, or now and the plan, on the same strips: another assessment is chosen or opened."""

from collections.abc import Mapping

import streamlit as st

from content.wording import Wording
from reports.charts import ahead, then_now
from reports.charts.then_now import Then
from reports.dossier import Dossier
from storage.answer_file import AnswerFileError
from storage.record import Record, Summary, name_in
from ui import answer_files, contents, dossiers, following, navigation, sheets, texts, vault
from ui.components import blocks, html, journey, since
from ui.components.chart import frame
from ui.components.guard import screen
from ui.components.lanes import lanes

_PLAN, _FILE = "plan", "file"


@screen
def show(t: Wording) -> None:
    """One choice, one drawing."""
    record = journey.opened(t)
    journey.back(t, "results")
    html.arrive(t("then_and_now.title"))
    html.write(html.paragraph(t("then_and_now.lead"), "lead"))
    others = {one.id: one for one in vault.mine() if _alike(record, one)}
    linked = following.before_of(record) or _begun(following.next_of(record))
    chosen = _chosen(t, record, others, linked)
    if chosen == _PLAN:
        _plan(t, dossiers.of(record, t.language))
    elif chosen == _FILE:
        _from_file(t, record)
    else:
        _with_record(t, record, vault.load(chosen))
    navigation.link("follow_up", t("then_and_now.follow"))


def _begun(following_one: Record | None) -> Record | None:
    """The next one, once it has an answer: before, there is nothing to compare."""
    return following_one if following_one is not None and following_one.answers else None


def _alike(record: Record, one: Summary) -> bool:
    return one.id != record.id and one.instrument == record.instrument and one.answered > 0


def _chosen(
    t: Wording, record: Record, others: Mapping[str, Summary], linked: Record | None
) -> str:
    """The plan, another assessment of this device, or a file; first the one it is linked to."""
    labels = {_PLAN: t("then_and_now.plan")}
    for one in others.values():
        day = journey.day(t, journey.local_day(one.updated_at))
        labels[one.id] = t(
            "then_and_now.one", name=one.name or t("landing.unnamed"), day=day
        )  # fmt: skip
    if linked is not None:
        labels[linked.id] = t(
            "then_and_now.previous", name=name_in(linked.profile) or t("landing.unnamed"),
            stage=linked.stage, day=journey.day(t, following.taken(linked)),
        )  # fmt: skip
    labels[_FILE] = t("then_and_now.from_file")
    first = linked.id if linked else next(iter(others), _PLAN)
    return str(
        st.selectbox(
            t("then_and_now.with"), list(labels), list(labels).index(first),
            lambda name: texts.plain(labels[name]), key=f"then-with-{record.id}",
        )
    )  # fmt: skip


def _plan(t: Wording, dossier: Dossier) -> None:
    chart = ahead.plan_chart(dossier)
    if chart is None:
        html.write(html.notice(t("then_and_now.no_plan")))
    else:
        frame(t, chart, lanes(chart.drawing, chart.alt), "plan")


def _with_record(t: Wording, record: Record, other: Record) -> None:
    """The later of the two is now."""
    then, now = following.in_order(record, other)
    _compared(t, now, following.then_of(then, now, t.language))


def _from_file(t: Wording, record: Record) -> None:
    html.write(html.paragraph(t("then_and_now.file_text"), "small"))
    given = st.file_uploader(t("then_and_now.file"), type=["json"], key=f"then-file-{record.id}")
    if given is None:
        return
    try:
        then = _read(record.instrument, given.name, given.getvalue())
    except AnswerFileError as error:
        html.write(
            html.notice(t("resume.bad_file"), "warn", "alert"),
            html.fold(t("resume.bad_file_detail"), html.paragraph(str(error))),
        )
        return
    if then is None:
        html.write(html.notice(t("then_and_now.other_instrument"), "warn", "alert"))
        return
    _compared(t, record, then)


def _read(instrument: str, name: str, content: bytes) -> Then | None:
    """What the file holds; None when it is of another instrument. Raises AnswerFileError."""
    file = answer_files.opened(name, content)
    if file.instrument != instrument:
        return None
    return Then(file.answers, file.form, file.date, file.version)


def _compared(t: Wording, now: Record, then: Then) -> None:
    questionnaire = contents.questionnaire(t.language)
    sheet = sheets.sheet_of(now, questionnaire, dossiers.today())
    dossier = dossiers.shown(sheet, t.language, "then-and-now")
    # A score not seen on the results yet is kept too: later versions compare with it.
    dossiers.keep_score(now, dossier)
    html.write(since.told(t, dossier, then))
    chart = then_now.then_chart(dossier, then, following.taken(now))
    frame(t, chart, lanes(chart.drawing, chart.alt), "then")
    html.write(since.not_compared(t, dossier, then))
    changed = then_now.changed(dossier, then)
    if changed:
        head = tuple(t(f"then_and_now.{name}") for name in ("question", "before", "after"))
        listed = blocks.table(t("then_and_now.changed_caption"), head, changed)
        html.write(html.fold(t("then_and_now.changed", count=len(changed)), listed))


show()
