"""What one browser tab remembers between two clicks. The only place that reads session state.

Nothing here is needed to find an answer again: answers are in the database.
"""

from collections.abc import Callable
from typing import Any, TypeVar

import streamlit as st

T = TypeVar("T")


def recall(name: str, default: Any = None) -> Any:
    """What was remembered under this name in this tab, else the default."""
    return st.session_state.get(f"jalon.{name}", default)


def remember(name: str, value: Any) -> None:
    """Keeps this value until the tab is closed or reloaded."""
    st.session_state[f"jalon.{name}"] = value


def forget(name: str) -> None:
    """Drops what was remembered under this name, if anything."""
    st.session_state.pop(f"jalon.{name}", None)


def take(name: str) -> Any:
    """What was remembered, once: it is forgotten by being read."""
    return st.session_state.pop(f"jalon.{name}", None)


def once(name: str, key: object, build: Callable[[], T]) -> T:
    """What `build` makes for this key, made again only when the key changes."""
    kept = recall(name)
    if kept is None or kept[0] != key:
        kept = (key, build())
        remember(name, kept)
    made: T = kept[1]
    return made


def opened() -> tuple[str, ...]:
    """Ids of the assessments this tab created or opened with a code or a file, oldest first."""
    return tuple(recall("opened", ()))


def open_here(assessment_id: str) -> None:
    """This tab may read this assessment, even when the browser carries no device cookie."""
    if assessment_id not in opened():
        remember("opened", (*opened(), assessment_id))


def close_here(assessment_id: str) -> None:
    """This tab may no longer read this assessment."""
    remember("opened", tuple(kept for kept in opened() if kept != assessment_id))
