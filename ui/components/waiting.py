"""While a better plan is being looked for: says so quietly, then brings it in."""

from collections.abc import Sequence

import streamlit as st

from content.wording import Wording
from reports.dossier import Dossier, Sheet
from reports.sections.roadmap import proven
from reports.words import words
from ui import dossiers, session
from ui.components import html

EVERY_SECONDS = 1.0

_Order = tuple[tuple[str, str], ...]


def better_order(t: Wording, dossier: Dossier, said: str = "plan.looking") -> None:
    """One quiet line above a plan, read out politely when it changes."""
    if dossiers.looking(dossier.sheet, t.language):
        session.remember("first-plan", (dossiers.plan_key(dossier.sheet, t.language),
                                        _order(dossier)))  # fmt: skip
        watch(t, (dossier.sheet,), t(said))
    else:
        watch(t, (), _outcome(t, dossier))


def watch(t: Wording, sheets: Sequence[Sheet], said: str) -> None:
    """Writes this line; while plans of these sheets are looked for, redraws when they are there."""
    language = t.language

    def look() -> None:
        # Each is asked for again, so that none falls out of the queue while one looks on.
        waiting = [dossiers.looking(sheet, language) for sheet in sheets]
        if waiting and not any(waiting):
            # The whole page: what did not change stays as it is, with its focus and its place.
            st.rerun()
        html.write(f"<p class='jalon-saved' role='status'>{html.esc(said)}</p>")

    st.fragment(look, run_every=EVERY_SECONDS if sheets else None)()


def _outcome(t: Wording, dossier: Dossier) -> str:
    """What became of the search: another order, or how good this one is."""
    found = proven(dossier, words(dossier.language)) or ""
    key, before = session.recall("first-plan") or ("", ())
    if key == dossiers.plan_key(dossier.sheet, t.language) and before != _order(dossier):
        return f"{t('plan.better')} {found}".strip()
    return found


def _order(dossier: Dossier) -> _Order:
    return tuple((s.project.id, s.start.isoformat()) for s in dossier.roadmap.steps)
