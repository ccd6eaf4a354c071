"""The widget of each shape of answer: what it shows for a value, and the value of what it shows.

A widget is a set of named parts, each a Streamlit field; `shown` gives their state for a stored
value, `draw` draws them and returns the state they are in, `read` makes a value of it.
"""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

import streamlit as st
from babel.dates import get_month_names

from assessment.profile import Award
from ui import texts
from ui.answering.ask import Ask

State = dict[str, Any]
"""The state of each part, by its name; a part that is not drawn is absent."""

FEW = 4
"""Answers that stand side by side; more of them go into a list."""

MOST = {"number": 1_000_000.0, "money": 100_000_000_000.0, "share": 100.0}
LONGEST = 200
MOST_MONTHS = 1200.0
OLDEST = 1700
_FLAGS = {"yes": True, "no": False, "unknown": None}
_CODE = re.compile(r"\d{2}(\.\d{1,3}){0,2}[A-Z]?")
_MONTHS = "months."


class Unclear(Exception):
    """What was typed cannot be taken as an answer: says what, and the remedy."""


class Unfinished(Unclear):
    """A part is still missing: nothing is wrong, nothing is kept yet."""


@dataclass(frozen=True)
class Widget:
    """How one shape is shown, drawn and read. `read` raises Unclear."""

    shown: Callable[[Ask], State]
    draw: Callable[[Ask], State]
    read: Callable[[Ask, State], Any]


def _part(ask: Ask, name: str = "value") -> str:
    return f"{ask.key}.{name}"


def _label(ask: Ask) -> str:
    return texts.plain(ask.question)


# Yes, no, I don't know yet.


def _flag_shown(ask: Ask) -> State:
    return {"value": {True: "yes", False: "no"}.get(ask.stored)}


def _flag_draw(ask: Ask) -> State:
    words = {"yes": "profile.activity_yes", "no": "profile.activity_no"}
    chosen = st.radio(
        _label(ask), list(_FLAGS), index=None, key=_part(ask),
        format_func=lambda one: ask.t(words.get(one, "answer.unknown")),
    )  # fmt: skip
    return {"value": chosen}


def _flag_read(_ask: Ask, state: State) -> bool | None:
    return _FLAGS[state["value"] or "unknown"]


# Numbers, money, shares.


def _float(value: Any, most: float) -> float | None:
    """The value as a field can show it; what a file brought beyond its bounds is not lost."""
    return None if value is None else min(float(value), most)


def _number_shown(ask: Ask) -> State:
    return {"value": _float(ask.stored, MOST[ask.shape])}


def _share_shown(ask: Ask) -> State:
    return {"value": None if ask.stored is None else float(ask.stored * 100)}


def _number_draw(ask: Ask) -> State:
    step = {"share": 5.0, "money": 1000.0}.get(ask.shape, 1.0)
    given = st.number_input(
        _label(ask), 0.0, MOST[ask.shape], value=None, step=step, format="%g", key=_part(ask),
        placeholder=ask.t("answer.empty_unknown"),
    )  # fmt: skip
    return {"value": given}


def _decimal(given: float | None) -> Decimal | None:
    """Through its text, so that 0.5 stays 0.5; a whole number without its '.0'."""
    if given is None:
        return None
    return Decimal(int(given)) if given == int(given) else Decimal(str(given))


def _number_read(_ask: Ask, state: State) -> Decimal | None:
    return _decimal(state["value"])


def _share_read(_ask: Ask, state: State) -> Decimal | None:
    value = _decimal(state["value"])
    return None if value is None else value / 100


# How many months old, or never.


def _age_shown(ask: Ask) -> State:
    never = ask.stored == "never"
    return {"months": None if never else _float(ask.stored, MOST_MONTHS), "never": never}


def _age_draw(ask: Ask) -> State:
    months = st.number_input(
        texts.plain(ask.t("answer.in_unit", question=ask.question, unit=ask.t("answer.months"))),
        0.0, MOST_MONTHS, value=None, step=1.0, format="%g", key=_part(ask, "months"),
        placeholder=ask.t("answer.empty_unknown"),
    )  # fmt: skip
    return {"months": months, "never": st.checkbox(ask.t("answer.never"), key=_part(ask, "never"))}


def _age_read(ask: Ask, state: State) -> Decimal | str | None:
    """The part just changed wins over the other."""
    before = _age_shown(ask)
    typed = state["months"] is not None and state["months"] != before["months"]
    return "never" if state["never"] and not typed else _decimal(state["months"])


# A month of a year.


def _date_shown(ask: Ask) -> State:
    day: dt.date | None = ask.stored
    if day is None:
        return {"month": None, "year": None}
    return {"month": day.month, "year": min(max(day.year, OLDEST), ask.on.year)}


def _date_draw(ask: Ask) -> State:
    names = get_month_names("wide", locale=ask.t.language, context="stand-alone")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        month = st.selectbox(
            texts.plain(ask.t("answer.month_of", question=ask.question)), range(1, 13), index=None,
            format_func=lambda number: names[number], key=_part(ask, "month"),
            placeholder=ask.t("answer.month"),
        )  # fmt: skip
        year = st.number_input(
            ask.t("answer.year"), OLDEST, ask.on.year, value=None, step=1, key=_part(ask, "year"),
        )  # fmt: skip
    return {"month": month, "year": year}


def _date_read(ask: Ask, state: State) -> dt.date | None:
    month, year = state["month"], state["year"]
    if month is None and year is None:
        return None
    if month is None or year is None:
        raise Unfinished(ask.t("answer.half_date"))
    day = dt.date(year, month, 1)
    if day > ask.on:
        raise Unclear(ask.t("answer.to_come"))
    return day


# One of a list.


def _one_shown(ask: Ask) -> State:
    return {"value": ask.stored}


def _one_draw(ask: Ask) -> State:
    ids = [*ask.options, "unknown"]

    def label(one: str) -> str:
        return ask.options.get(one) or ask.t("answer.unknown")

    if len(ask.options) <= FEW:
        return {"value": st.radio(_label(ask), ids, None, label, key=_part(ask))}
    chosen = st.selectbox(
        _label(ask), ids, None, label, key=_part(ask), placeholder=ask.t("profile.choose")
    )
    return {"value": chosen}


def _one_read(_ask: Ask, state: State) -> str | None:
    return None if state["value"] == "unknown" else state["value"]


# Several of a list, or none of them.


def _many_shown(ask: Ask) -> State:
    return {"value": sorted(ask.stored or ()), "none": ask.stored == ()}


def _many_draw(ask: Ask) -> State:
    chosen = st.multiselect(
        _label(ask), list(ask.options), format_func=lambda one: ask.options[one], key=_part(ask),
        placeholder=ask.t("profile.choose_several"),
    )  # fmt: skip
    none = st.checkbox(ask.t("answer.none_of_these"), key=_part(ask, "none"))
    return {"value": sorted(chosen), "none": none}


def _many_read(ask: Ask, state: State) -> tuple[str, ...] | None:
    """Nothing chosen is unknown; 'none of these' is an answer. The part just changed wins."""
    ticked = state["none"] and ask.stored != ()
    if ticked or (state["none"] and not state["value"]):
        return ()
    return tuple(state["value"]) or None


# Free words, activity codes.


def _words_shown(ask: Ask) -> State:
    return {"value": ask.stored or ""}


def _words_draw(ask: Ask) -> State:
    return {"value": st.text_input(_label(ask), max_chars=LONGEST, key=_part(ask))}


def _words_read(_ask: Ask, state: State) -> str | None:
    return " ".join(state["value"].split()) or None


def _codes_shown(ask: Ask) -> State:
    return {"value": ", ".join(ask.stored or ())}


def _codes_draw(ask: Ask) -> State:
    typed = st.text_input(
        _label(ask), max_chars=LONGEST, key=_part(ask), placeholder=ask.t("answer.codes_example")
    )
    return {"value": typed}


def _codes_read(ask: Ask, state: State) -> tuple[str, ...] | None:
    codes = re.split(r"[\s,;]+", state["value"].strip().upper())
    for code in filter(None, codes):
        if not _CODE.fullmatch(code):
            raise Unclear(ask.t("answer.wrong_code", code=code))
    return tuple(dict.fromkeys(filter(None, codes))) or None


# Aids received before, and how long ago.


def _awards_shown(ask: Ask) -> State:
    awards: tuple[Award, ...] = ask.stored or ()
    months = {f"{_MONTHS}{a.programme}": _float(a.months_ago, MOST_MONTHS) for a in awards}
    named = sorted({one.programme for one in awards})
    return {"value": named, "none": ask.stored == ()} | months


def _awards_draw(ask: Ask) -> State:
    kept = {one.programme: one.programme for one in ask.stored or ()}
    state = _many_draw(replace(ask, options=kept | dict(ask.options)))
    for programme in state["value"]:
        name = ask.options.get(programme, programme)
        state[f"{_MONTHS}{programme}"] = st.number_input(
            texts.plain(ask.t("answer.months_ago", programme=name)), 0.0, MOST_MONTHS, value=None,
            step=1.0, format="%g", key=_part(ask, f"{_MONTHS}{programme}"),
        )  # fmt: skip
    return state


def _awards_read(ask: Ask, state: State) -> tuple[Award, ...] | None:
    before = {one.programme: one for one in ask.stored or ()}
    ids = _many_read(ask, state)
    if not ids:
        return () if ids == () else None
    if any(state.get(f"{_MONTHS}{one}") is None for one in ids):
        raise Unfinished(ask.t("answer.months_missing"))
    return tuple(
        Award(
            programme=one, months_ago=_decimal(state[f"{_MONTHS}{one}"]) or Decimal(0),
            amount=before[one].amount if one in before else None,
            de_minimis=before[one].de_minimis if one in before else None,
        )
        for one in ids
    )  # fmt: skip


_NUMBER = Widget(_number_shown, _number_draw, _number_read)
_ONE = Widget(_one_shown, _one_draw, _one_read)
_MANY = Widget(_many_shown, _many_draw, _many_read)

WIDGETS: dict[str, Widget] = {
    "flag": Widget(_flag_shown, _flag_draw, _flag_read),
    "number": _NUMBER,
    "money": _NUMBER,
    "share": Widget(_share_shown, _number_draw, _share_read),
    "age": Widget(_age_shown, _age_draw, _age_read),
    "date": Widget(_date_shown, _date_draw, _date_read),
    "choice": _ONE,
    "place": _ONE,
    "country": _ONE,
    "several": _MANY,
    "places": _MANY,
    "words": Widget(_words_shown, _words_draw, _words_read),
    "codes": Widget(_codes_shown, _codes_draw, _codes_read),
    "awards": Widget(_awards_shown, _awards_draw, _awards_read),
}
"""Every shape of ui/answering/fields.py."""
