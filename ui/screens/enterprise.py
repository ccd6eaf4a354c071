"""The enterprise in more detail: every fact an aid of this place asks for, by subject."""

from collections import defaultdict

import streamlit as st

from assessment.places import contains
from content.wording import Wording
from recommendations.facts import facts
from reports.dossier import Dossier
from reports.reach import in_reach
from ui import dossiers, navigation
from ui.answering.ask import value_in
from ui.answering.asking import ask
from ui.answering.fields import APPROVALS, ASKED_AS, FORM, Subject, read_fields
from ui.components import guest, html, journey
from ui.components.guard import screen
from ui.components.telling import used_for

ELSEWHERE = {
    "enterprise.region", "enterprise.country", FORM, "enterprise.fte", APPROVALS,
    "enterprise.economic_activity",
}  # fmt: skip
"""Asked on the profile screen: never twice."""


@screen
def show(t: Wording) -> None:
    """Each subject is a fold with how much of it is known; each answer is kept at once."""
    record = journey.opened(t)
    guest.writing(t, t("enterprise.title"), record, "profile")
    dossier = dossiers.of(record, t.language)
    journey.back(t, "funding")
    html.arrive(t("enterprise.title"))
    html.write(html.paragraph(t("enterprise.lead")))
    uses = _uses(dossier)
    for subject in read_fields(t.language).subjects:
        _subject(t, dossier, record.id, subject, uses)
    html.write(html.paragraph(t("enterprise.first_ones"), "small"))
    with st.container(horizontal=True, key="results-links"):
        navigation.link("profile", t("title.profile"))
        navigation.link("funding", t("title.funding"))
        navigation.link("roadmap", t("title.roadmap"))


def _uses(dossier: Dossier) -> dict[str, list[str]]:
    """Each fact that an aid of this place reads, with the names of those aids.

    What follows from other answers is not asked: who counts twelve posts is an employer.
    """
    profile = dossier.sheet.profile
    known = facts(profile, dossier.on, contains)
    found: dict[str, list[str]] = defaultdict(list)
    for reach in in_reach(dossier):
        programme = reach.match.programme
        fields = (f for criterion in reach.match.criteria for f in criterion.fields)
        for field in dict.fromkeys(ASKED_AS.get(field, field) for field in fields):
            follows = known.get(field) is not None and value_in(profile, field) is None
            if field not in ELSEWHERE and not follows:
                found[field].append(programme.name)
    return found


def _subject(
    t: Wording, dossier: Dossier, record_id: str, subject: Subject, uses: dict[str, list[str]]
) -> None:
    fields = [field for field in subject.fields if field in uses]
    if not fields:
        return
    known = sum(value_in(dossier.sheet.profile, field) is not None for field in fields)
    fold = st.expander(subject.title, key=f"subject-{subject.id}", on_change="rerun")
    with fold:
        html.write(html.paragraph(t("enterprise.known", known=known, total=len(fields)), "small"))
        if not fold.open:
            return
        if subject.fields[0].startswith("project."):
            html.write(html.paragraph(t("answer.for_this_assessment"), "small"))
        beside = {field: used_for(t, uses[field]) for field in fields}
        ask(t, record_id, dossier, fields, subject.id, beside)


show()
