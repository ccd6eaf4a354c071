"""The few facts that would say most about the aids of a plan, answered where they are read."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import streamlit as st

from content.wording import Wording
from recommendations.eligibility import Match
from recommendations.questions import DecisiveQuestion
from reports.dossier import Dossier
from reports.telling import telling_questions
from ui.answering.asking import ask, to_ask
from ui.components import html

PLACE = "telling"
NAMED = 2


def telling(t: Wording, dossier: Dossier, record_id: str | None) -> None:
    """A fold of questions; without an assessment to keep answers in, the questions alone."""
    found, matches = telling_questions(dossier), _of_the_plan(dossier)
    said = weight(t, found, matches)
    if record_id is None:
        _listed(t, found, said)
        return
    fields = to_ask(record_id, PLACE, [q.field for q in found], about(matches))
    if not fields:
        return
    fold = st.expander(t("plan.telling"), key="plan-telling", on_change="rerun")
    with fold:
        if fold.open:
            html.write(html.paragraph(t("plan.telling_text")))
            ask(t, record_id, dossier, fields, PLACE, said)


def about(matches: Iterable[Match]) -> list[str]:
    """The facts that these programmes read, each once."""
    return list(dict.fromkeys(f for m in matches for c in m.criteria for f in c.fields))


def weight(
    t: Wording, found: Iterable[DecisiveQuestion], matches: Iterable[Match]
) -> dict[str, str]:
    """By fact, what the answer would bring: 'La réponse trancherait pour 3 aides. Sert pour : …'"""
    uses: Mapping[str, list[str]] = defaultdict(list)
    for match in matches:
        for question in match.questions:
            uses[question.field].append(match.programme.name)
    said = {}
    for one in found:
        key, count = ("settles", one.settles) if one.settles else ("touches", one.touches)
        said[one.field] = f"{t(f'plan.{key}', count=count)} {used_for(t, uses[one.field])}"
    return said


def used_for(t: Wording, names: Sequence[str]) -> str:
    """The aids that a fact is for, two by name: 'Sert pour : A, B et 3 autres aides.'"""
    named, more = ", ".join(names[:NAMED]), len(names) - NAMED
    if more > 0:
        return t("enterprise.use_more", programmes=named, count=more)
    return t("enterprise.use", programmes=named)


def _of_the_plan(dossier: Dossier) -> list[Match]:
    found = {
        match.programme.id: match
        for sheet in dossier.projects
        for match in (*sheet.funding.fitting, *sheet.funding.refused)
    }
    return list(found.values())


def _listed(t: Wording, found: tuple[DecisiveQuestion, ...], said: Mapping[str, str]) -> None:
    if found:
        lines = html.items(f"{question.text} {said[question.field]}" for question in found)
        html.write(html.fold(t("plan.telling"), html.paragraph(t("plan.telling_text")) + lines))
