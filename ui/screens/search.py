"""One box over resources, true stories, bodies to call and programmes, in everyday words."""

import streamlit as st

from assessment.forms import families
from assessment.profile import Enterprise
from catalogue.asking import LONGEST_QUERY
from catalogue.entries import Hit
from content.wording import Wording
from reports.library import search_index
from storage.record import Record
from ui import choices, contents, dossiers, navigation, sheets, vault
from ui.components import funding_card, hits, html, journey
from ui.components.guard import screen
from ui.components.missing import ask_for

SHOWN = 10


@screen
def show(t: Wording) -> None:
    """The words, the place, the answers."""
    record = vault.current()
    known = sheets.profile_of(record).enterprise if record else Enterprise()
    html.arrive(t("search.title"))
    html.write(html.paragraph(t("search.lead"), "lead"))
    query = st.text_input(t("search.words"), max_chars=LONGEST_QUERY, key="search-words").strip()
    html.write(html.paragraph(t("search.example"), "small"))
    place = _place(t, known)
    if query:
        _answers(t, query, place, known, record)
    navigation.link("landing", t("search.home"))


def _place(t: Wording, known: Enterprise) -> str | None:
    labels = {place.id: place.label for place in choices.read_choices(t.language).places}
    ids = [None, *labels]
    now = known.region if known.region in labels else known.country
    return st.selectbox(
        t("search.place"),
        ids,
        index=ids.index(now) if now in labels else 0,
        format_func=lambda one: labels[one] if one else t("search.any_place"),
        placeholder=t("search.any_place"),
        key="search-place",
    )


def _answers(
    t: Wording, query: str, place: str | None, known: Enterprise, record: Record | None
) -> None:
    own = families(known.legal_form, known.accreditations or ()) or ()
    library = contents.library(t.language)
    answers = search_index().search(query, place, t.language, SHOWN, own)
    found = [hit for hit in answers if hits.is_known(library, hit)]
    if not found:
        _nothing(t, query, place)
        return
    count = html.esc(t("search.count", count=len(found)))
    html.write(f"<p class='jalon-saved' role='status'>{count}</p>")
    for hit in found:
        html.write(hits.card(t, library, hit, dossiers.today()))
        if hit.kind == "programme":
            _for_you(t, record, hit)
    ask_for(t, query)


def _for_you(t: Wording, record: Record | None, hit: Hit) -> None:
    """Under an aid, where an assessment is open: the same three words, and the way to its card."""
    if record is None or journey.kind_of(record.instrument) != "core":
        return
    dossier = dossiers.of(record, t.language)
    match = next((m for m in dossier.matches if m.programme.id == hit.id), None)
    if match is not None:
        html.write(funding_card.verdict(dossier, match.verdict))
        navigation.link("funding", t("aid.open", programme=hit.title), a=record.id, f=hit.id)


def _nothing(t: Wording, query: str, place: str | None) -> None:
    """Says that nothing answers, and what to try."""
    html.write(html.notice(t("search.none", words=query)))
    ways = ["search.try_fewer", "search.try_everyday", *(["search.try_place"] if place else [])]
    html.write(html.items([t(way) for way in ways]))
    ask_for(t, query)


show()
