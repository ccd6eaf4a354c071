"""One answer of the search box as a card: what it is, for where, in which language, how old."""

import datetime as dt
from collections.abc import Mapping

from catalogue.entries import Hit
from catalogue.model import Case, Network, Resource
from content.wording import Wording
from recommendations.availability import availability
from recommendations.programme import Programme
from reports import formats
from reports.library import Library
from reports.words import words
from ui.choices import read_choices
from ui.components import freshness, html

EVERYWHERE = "INT"


def card(t: Wording, library: Library, hit: Hit, on: dt.date) -> str:
    """The card, as HTML; its link says beforehand in which language the page is.

    What was read too long ago by this day is marked, as on every other card.
    """
    differ = html.notice(words(t.language)("help.rules_differ"), "warn", "note")
    return (
        "<article class='jalon-card'>"
        + html.paragraph(kind(t, hit), "small")
        + html.heading(hit.title, 2)
        + html.paragraph(_about(library, hit))
        + (differ if hit.note == "rules-differ" else "")
        + html.paragraph(" · ".join((places(t, hit), _tongues(t, hit))), "small")
        + f"<p class='jalon-small'>{_seen(t, library, hit, on)}</p>"
        + f"<p>{html.out(hit.url, t('search.open', title=hit.title))}</p></article>"
    )


def is_known(library: Library, hit: Hit) -> bool:
    """Whether its file could be read in this language too: one that could not is left out."""
    if hit.kind == "programme":
        return any(one.id == hit.id for one in library.programmes)
    return hit.id in _shelf(library, hit)


def kind(t: Wording, hit: Hit) -> str:
    """What it is, in a word or two: 'modèle', 'histoire vraie', 'organisme à appeler'."""
    if hit.kind == "resource":
        return t(f"help.kind.{hit.subkind}")
    if hit.kind == "programme":
        return t(f"search.aid.{hit.subkind}")
    return t(f"search.kind.{hit.kind}")


def places(t: Wording, hit: Hit) -> str:
    """Where it holds, the widest place alone when it holds everywhere."""
    if EVERYWHERE in hit.territories:
        return t("search.everywhere")
    # A place may hold a comma of its own: 'Belgique, Wallonie'.
    return " ; ".join(dict.fromkeys(_place(t, code) for code in hit.territories))


def _place(t: Wording, code: str) -> str:
    ours = read_choices(t.language).place(code) if "-" in code else None
    return ours.label if ours else formats.country(code.split("-")[0], t.language)


def _about(library: Library, hit: Hit) -> str:
    """One short text about it: what it gives, or for a story what was hard."""
    if hit.kind == "case":
        return library.cases[hit.id].challenge
    if hit.kind == "programme":
        return _programme(library, hit).summary
    known = library.resources if hit.kind == "resource" else library.networks
    return known[hit.id].summary


def _programme(library: Library, hit: Hit) -> Programme:
    return next(one for one in library.programmes if one.id == hit.id)


def _tongues(t: Wording, hit: Hit) -> str:
    if not hit.languages:
        return t("search.tongue_unsaid")
    said = ", ".join(formats.tongue(code, t.language) for code in hit.languages)
    return t("search.tongue", tongues=said)


def _seen(t: Wording, library: Library, hit: Hit, on: dt.date) -> str:
    """When its page was read; an aid says whether one can still apply."""
    if hit.kind == "programme":
        dated = formats.page_date(hit.page_date, t.language) if hit.page_date else None
        said = t("search.dated", date=dated) if dated else t("search.undated")
        state = availability(_programme(library, hit), on)
        return html.esc(f"{said} · {words(t.language)(f'availability.{state}')}")
    return freshness.seen(_shelf(library, hit)[hit.id], on, t.language)


def _shelf(library: Library, hit: Hit) -> Mapping[str, Resource | Case | Network]:
    shelves: dict[str, Mapping[str, Resource | Case | Network]] = {
        "resource": library.resources,
        "case": library.cases,
        "network": library.networks,
    }
    return shelves[hit.kind]
