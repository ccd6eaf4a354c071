"""What a statement of needs says beside its lists: the need, what exists, budget, dates."""

import datetime as dt

import streamlit as st

from content.wording import Wording
from recommendations.guide import Guide, Kind
from recommendations.narrowing import Finding
from recommendations.specification import PARAGRAPH, SENTENCE
from reports import formats
from ui.components import amount, html, wanted
from ui.components.pad import Pad, asks, line, same, text

_WEEKS, _MONTHS, _FRIDAY = 16, 24, 4


def kind(t: Wording, pad: Pad, guide: Guide, now: Kind) -> Kind:
    """What is looked for, which decides what we suggest."""
    ids = [one.id for one in guide.kinds]
    chosen = st.selectbox(
        t("specification.kind"), ids, ids.index(now.id),
        format_func=lambda one: guide.kind(one).title, key=pad.key("kind"),
    )  # fmt: skip
    if chosen != now.id:
        pad.change(specification=pad.now.specification.model_copy(update={"kind": chosen}))
    return guide.kind(chosen)


def need(t: Wording, pad: Pad, now: Kind) -> None:
    """The need in one sentence, with an example; what exists already."""
    asked = pad.now.specification
    html.write(html.heading(t("specification.need"), 2))
    typed = st.text_area(
        t("specification.need_label"), asked.need, max_chars=SENTENCE, height=100,
        **pad.field("need", "need", asks(need=line)),
    )  # fmt: skip
    html.write(html.paragraph(t("specification.example", example=now.example), "small"))
    existing = st.text_area(
        t("specification.existing"), asked.existing, max_chars=PARAGRAPH,
        placeholder=t("specification.existing_hint"), height=100,
        **pad.field("existing", "need", asks(existing=text)),
    )  # fmt: skip
    fields = {"need": line(typed), "existing": text(existing)}
    pad.keep("need", specification=asked.model_copy(update=fields))


def money_and_days(
    t: Wording, pad: Pad, guide: Guide, on: dt.date, findings: tuple[Finding, ...]
) -> None:
    """Budget and dates; what is left empty is not told to suppliers."""
    asked = pad.now.specification
    html.write(
        html.heading(t("specification.money"), 2), html.paragraph(t("specification.money_text"))
    )
    with st.container(horizontal=True, key="specification-money"):
        low = amount.amount(
            t("specification.least"), asked.budget_min,
            **pad.field("least", "money", asks(budget_min=amount.euros)),
        )  # fmt: skip
        high = amount.amount(
            t("specification.most"), asked.budget_max,
            **pad.field("most", "money", asks(budget_max=amount.euros)),
        )  # fmt: skip
    last = st.selectbox(
        t("specification.answer_by"), _choices(_fridays(on), asked.answer_by),
        format_func=lambda day: _told(t, day and formats.day(day, t.language)),
        index=_index(_fridays(on), asked.answer_by),
        **pad.field("answer-by", "money", asks(answer_by=same)),
    )  # fmt: skip
    since = st.selectbox(
        t("specification.needed_by"), _choices(_months(on), asked.needed_by),
        format_func=lambda day: _told(t, day and formats.month(day, t.language)),
        index=_index(_months(on), asked.needed_by),
        **pad.field("needed-by", "money", asks(needed_by=same)),
    )  # fmt: skip
    fields = {"budget_min": low, "budget_max": high, "answer_by": last, "needed_by": since}
    pad.keep("money", specification=asked.model_copy(update=fields))
    html.write(wanted.said(guide, (f for f in findings if f.remark in ("soon", "budget"))))


def _fridays(on: dt.date) -> list[dt.date]:
    first = on + dt.timedelta(days=(_FRIDAY - on.weekday() - 1) % 7 + 1)
    return [first + dt.timedelta(weeks=week) for week in range(_WEEKS)]


def _months(on: dt.date) -> list[dt.date]:
    ahead = (divmod(on.month - 1 + month, 12) for month in range(1, _MONTHS + 1))
    return [dt.date(on.year + years, month + 1, 1) for years, month in ahead]


def _choices(days: list[dt.date], known: dt.date | None) -> list[dt.date | None]:
    """Not fixed yet first; a day kept from before stays in the list."""
    return [None, *sorted({*days, *([known] if known else [])})]


def _index(days: list[dt.date], known: dt.date | None) -> int:
    return _choices(days, known).index(known)


def _told(t: Wording, day: str | None) -> str:
    return day or t("specification.no_day")
