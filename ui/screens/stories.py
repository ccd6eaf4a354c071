"""Real stories of organisations like yours, the less successful ones included."""

from collections.abc import Sequence
from typing import get_args

import streamlit as st

from catalogue.model import Case, SectorGroup, SizeClass
from catalogue.stories import Wish, find_stories, to_loosen
from catalogue.thesaurus import read_thesaurus
from content.wording import Wording
from ui import contents, dossiers, navigation
from ui.components import html, story
from ui.components.guard import screen

HOME = ("BE", "FR")
"""Countries whose stories come first: those most of our readers work in."""

SIZES = (*get_args(SizeClass), "unsaid")


@screen
def show(t: Wording) -> None:
    """The wishes, how many stories answer them, the stories."""
    known = contents.library(t.language).cases.values()
    cases = sorted((case for case in known if not case.retired), key=_distance)
    html.arrive(t("stories.title"))
    html.write(html.paragraph(t("stories.lead"), "lead"))
    wish = _wish(t, cases)
    found = find_stories(cases, wish)
    html.write(_count(t, len(found), len(cases)))
    if found:
        html.write(*(_card(t, case) for case in found))
    else:
        _dead_end(t, cases, wish)
    navigation.link("suggest", t("title.suggest"))
    navigation.link("landing", t("stories.home"))


def _distance(case: Case) -> int:
    return HOME.index(case.country) if case.country in HOME else len(HOME)


def _wish(t: Wording, cases: Sequence[Case]) -> Wish:
    labels = read_thesaurus(t.language).topics
    topics = sorted({topic for case in cases for topic in case.topics}, key=lambda x: labels[x])
    with st.container(key="stories-wishes"):
        return Wish(
            sector_group=_choose(
                t, "sector_group", {one: t(f"story.sector.{one}") for one in get_args(SectorGroup)}
            ),
            size_class=_choose(t, "size_class", {one: t(f"story.size.{one}") for one in SIZES}),
            topic=_choose(t, "topic", {topic: labels[topic] for topic in topics}),
            not_all_well=st.checkbox(t("stories.not_all_well"), key="stories-not_all_well"),
        )


def _choose(t: Wording, name: str, options: dict[str, str]) -> str | None:
    everything = t(f"stories.{name}.all")
    return st.selectbox(
        t(f"stories.{name}"),
        [None, *options],
        format_func=lambda value: everything if value is None else options[value],
        key=f"stories-{name}",
    )


def _count(t: Wording, found: int, of: int) -> str:
    words = t("stories.count", count=found, of=of)
    return f"<p class='jalon-saved' role='status'>{html.esc(words)}</p>"


def _card(t: Wording, case: Case) -> str:
    return (
        "<article class='jalon-card'>"
        + html.heading(case.organisation, 2)
        + html.paragraph(story.teller(t, case), "small")
        + html.paragraph(case.challenge)
        + html.fold(
            t("stories.open", organisation=case.organisation), story.rest(t, case, dossiers.today())
        )
        + "</article>"
    )


def _dead_end(t: Wording, cases: Sequence[Case], wish: Wish) -> None:
    """Nothing found: which choice to loosen, and what that would bring."""
    ways = [
        t("stories.loosen", filter=t(f"stories.{name}"), count=count)
        for name, count in to_loosen(cases, wish)
    ]
    said = html.items(ways) if ways else html.paragraph(t("stories.loosen_all"))
    html.write(html.paragraph(t("stories.none")), said)


show()
