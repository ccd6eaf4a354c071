"""The result of a DMA estimate, said to be one, and never beside Jalon's own score."""

import datetime as dt

import streamlit as st

from assessment.as_json import card_as_json
from assessment.checklist import VARIANTS, Checklist, Scale, Ticks, Variant
from assessment.checklist_score import DEFAULT, checklist_card, seen_card
from assessment.marks import answered, first_open, open_scales
from assessment.scorecard import ScoreCard
from content.wording import Wording
from reports.dma import Estimate
from storage.answer_file import write_answer_file
from storage.record import Record
from ui import database, navigation, session, sheets, vault
from ui.components import dma, dma_former, dma_strips, dma_then, html, journey
from ui.components.guard import screen

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@screen
def show(t: Wording) -> None:
    """The level, the six strips, what it is worth, the files."""
    record, checklist = dma.opened(t)
    given = dma.answers(record, checklist)
    name = dma.module_of(record).name
    html.arrive(t("dma.result"), html.paragraph(_kicker(t, checklist, record, name), "kicker"))
    html.write(html.notice(checklist.estimate))
    left = open_scales(checklist, given)
    if left:
        html.write(html.notice(t("dma.open_scales", count=len(left)), "warn"))
        _links(t, left)
        return
    if _is_old(record, checklist) and (kept := sheets.stored_card(record)):
        _old(t, record, checklist, kept)
        return
    variant = _variant_chosen(checklist)
    card = checklist_card(checklist, given, variant)
    _keep_score(record, checklist, checklist_card(checklist, given))
    _overall(t, checklist, card)
    _dimensions(t, record, checklist, card, variant)
    _not_seen(t, checklist, given)
    html.write(html.fold(t("dma.limits"), html.items(checklist.limits)))
    _variant(t, record, checklist, variant)
    _files(t, record, Estimate(
        checklist=checklist, marks=given, variant=variant, card=card,
        module=dma.module_of(record), stage=record.stage, date=_today(), language=t.language,
    ))  # fmt: skip
    if first_open(checklist, given) is None:
        dma_then.next_one(t, record)
    _review(t, checklist)
    html.write(html.paragraph(checklist.attribution, "small"))


def _is_old(record: Record, checklist: Checklist) -> bool:
    """Whether the kept estimate was computed with another version of the checklist."""
    return record.scored_version not in (None, checklist.version)


def _kicker(t: Wording, checklist: Checklist, record: Record, name: str | None) -> str:
    return " · ".join(filter(None, (name, checklist.title, t(f"dma.stage.{record.stage}"))))


def _dimensions(
    t: Wording, record: Record, checklist: Checklist, card: ScoreCard, variant: Variant
) -> None:
    """The six strips, beside an estimate it follows where a dimension is known at both dates."""
    former = dma_former.former_of(record, checklist)
    then = dma_then.card_then(checklist, former, variant)
    now = seen_card(checklist, dma.answers(record, checklist), variant)
    rings = dma_then.known_at_both(then, now)
    html.write(html.heading(t("dma.dimensions"), 2), dma_strips.strips(t, checklist, card, rings))
    if former and then:
        html.write(dma_then.compared(t, checklist, record, former, then, now))


def _overall(t: Wording, checklist: Checklist, card: ScoreCard) -> None:
    band = checklist.level(card.overall.level or checklist.levels[0].id)
    html.write(
        f"<div class='jalon-card jalon-first'>{html.heading(t('dma.overall'), 2)}"
        f"<p class='jalon-level'>{html.esc(band.title)} · "
        f"{html.esc(dma_strips.number(t, card.overall))}</p>"
        f"{html.paragraph(band.meaning)}</div>"
    )


def _old(t: Wording, record: Record, checklist: Checklist, kept: ScoreCard) -> None:
    now = checklist.version
    html.write(html.notice(t("results.old", then=record.scored_version, now=now)))
    may = vault.may(record.id, "write", "answers")
    if may and st.button(t("results.score_again", now=now)):
        fresh = checklist_card(checklist, dma.answers(record, checklist))
        vault.save_scorecard(record.id, card_as_json(fresh), now)
        st.rerun()
    _overall(t, checklist, kept)
    if set(kept.dimensions) == {d.id for d in checklist.dimensions}:
        html.write(html.heading(t("dma.dimensions"), 2), dma_strips.strips(t, checklist, kept))


def _keep_score(record: Record, checklist: Checklist, card: ScoreCard) -> None:
    may = vault.may(record.id, "write", "answers")
    if may and card_as_json(card) != record.scorecard:
        vault.save_scorecard(record.id, card_as_json(card), checklist.version)


def _not_seen(t: Wording, checklist: Checklist, given: dict[str, tuple[int, ...]]) -> None:
    unseen = [question for question in checklist.questions() if not answered(question, given)]
    if unseen:
        html.write(html.notice(t("dma.not_seen", count=len(unseen))))
        _links(t, unseen)


def _links(t: Wording, questions: list[Ticks | Scale] | tuple[Scale, ...]) -> None:
    for question in questions:
        label = t("check.change", question=question.short)
        navigation.link("dma_question", label, q=question.id, **{"from": "results"})


def _variant_chosen(checklist: Checklist) -> Variant:
    """Read before the list is drawn below, so that the page speaks of one variant only."""
    asked = navigation.parameter("q7")
    if not checklist.variants:
        return DEFAULT
    return next((variant for variant in VARIANTS if variant == asked), DEFAULT)


def _variant(t: Wording, record: Record, checklist: Checklist, now: Variant) -> None:
    if not checklist.variants:
        return
    words = {one.id: one for one in checklist.variants}
    with st.expander(t("dma.variant", title=words[now].title), key=f"dma-variant-{record.id}"):
        html.write(html.paragraph(t("dma.variant_why")))
        chosen = st.radio(
            t("dma.variant_label"),
            list(words),
            index=list(words).index(now),
            format_func=lambda one: f"{words[one].title}. {words[one].text}",
            key=f"variant.{record.id}.{t.language}",
        )
    if chosen is not None and chosen != now:
        st.query_params["q7"] = chosen
        st.rerun()


def _files(t: Wording, record: Record, estimate: Estimate) -> None:
    # Loaded with the first result, never before.
    from reports.dma_files import dma_xlsx

    day = estimate.date.isoformat()
    xlsx = vault.taking(record.id, lambda: dma_xlsx(estimate))
    answers = vault.taking(record.id, lambda: write_answer_file(record, estimate.date))
    html.write(html.heading(t("dma.files"), 2), html.paragraph(t("dma.files_text")))
    with st.container(horizontal=True, key="report-files"):
        st.download_button(
            t("dma.file_xlsx"), data=xlsx, mime=_XLSX,
            file_name=f"jalon-{estimate.checklist.id}-{day}.xlsx",
            on_click="ignore", key="download-xlsx",
        )  # fmt: skip
        st.download_button(
            t("dma.file_json"), data=answers,
            mime="application/json", file_name=f"jalon-{estimate.checklist.id}-{day}.json",
            on_click="ignore", key="download-json",
        )  # fmt: skip


def _review(t: Wording, checklist: Checklist) -> None:
    with st.expander(t("results.change"), key="dma-review"):
        _links(t, list(checklist.questions()))
    with st.container(horizontal=True, key="results-links"):
        navigation.link("dma", t("dma.change_profile"))
        navigation.link(
            "campaign_join", t("campaign.join_title"), c=session.recall("campaign.code")
        )
        navigation.link("keep", t("results.keep"))
        navigation.link("others", t("landing.others"), a=None)


def _today() -> dt.date:
    return journey.local_day(database.now())


show()
