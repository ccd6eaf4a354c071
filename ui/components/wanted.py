"""The lines of a statement of needs: to take, to add, to move, to remove; what narrows beside."""

from collections.abc import Iterable

import streamlit as st

from content.wording import Wording
from recommendations.guide import Guide, Kind, Suggestion
from recommendations.narrowing import Finding
from recommendations.specification import SENTENCE, Place, Specification, Wanted
from ui import texts
from ui.components import html

_MOVES: dict[Place, Place] = {"must": "later", "later": "must"}


def said(guide: Guide, findings: Iterable[Finding]) -> str:
    """Each remark with its remedy."""
    return "".join(_said(guide, finding) for finding in findings)


def lines(
    t: Wording, guide: Guide, asked: Specification, place: Place, findings: tuple[Finding, ...]
) -> Specification:
    """The lines of one list, and the statement as a tap leaves it."""
    changed = asked
    for number, line in enumerate(asked.at(place)):
        told = guide.told(line)
        with st.container(key=f"line-{place}-{number}"):
            about = [finding for finding in findings if finding.line == line]
            html.write(html.paragraph(told, "line"), said(guide, about))
            with st.container(horizontal=True, key=f"taps-line-{place}-{number}"):
                changed = _taps(t, asked, line, told, f"{place}-{number}") or changed
    return changed


def to_take(
    t: Wording, guide: Guide, kind: Kind, asked: Specification, place: Place
) -> Specification:
    """What we suggest and is not taken yet, one tap each; then a field for one's own words."""
    taken = {line.suggestion for line in asked.wanted}
    left = [one for one in guide.offered(kind, place) if one.id not in taken]
    changed = asked
    if left:
        with st.expander(t(f"specification.ideas_{place}"), expanded=place == "must"):
            for one in left:
                if st.button(_label(t, one), key=f"take-{one.id}", type="tertiary"):
                    changed = asked.added(one.text, _place(place, one), one.id)
    own = _own(t, place)
    return asked.added(own, place) if own else changed


def _taps(
    t: Wording, asked: Specification, line: Wanted, told: str, name: str
) -> Specification | None:
    changed = None
    other = _MOVES.get(line.place)
    if other and st.button(
        texts.aimed(t(f"specification.to_{other}"), told), key=f"move-{name}", type="tertiary"
    ):
        changed = asked.moved(line, other)
    first = line == next(iter(asked.at(line.place)))
    if line.place == "criterion" and not first:
        label = texts.aimed(t("specification.raise"), told)
        if st.button(label, key=f"raise-{name}", type="tertiary"):
            changed = asked.raised(line)
    label = texts.aimed(t("specification.remove"), told)
    if st.button(label, key=f"remove-{name}", type="tertiary"):
        changed = asked.without(line)
    return changed


def _own(t: Wording, place: Place) -> str:
    with st.form(f"own-{place}", clear_on_submit=True, border=False):
        typed = st.text_input(t(f"specification.own_{place}"), max_chars=SENTENCE)
        sent = st.form_submit_button(t("specification.add"))
    return typed if sent else ""


def _label(t: Wording, one: Suggestion) -> str:
    later = f" ({t('specification.later_mark')})" if one.place == "later" else ""
    return texts.plain(f"+ {one.text}{later}")


def _place(place: Place, one: Suggestion) -> Place:
    return one.place if place == "must" else place


def _said(guide: Guide, finding: Finding) -> str:
    words = guide.remarks[finding.remark]
    text = words.text.format(**finding.values)
    return html.notice(f"{text} {words.remedy}", "warn", "note")
