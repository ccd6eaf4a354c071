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


def typed(key: str) -> Any:
    """What the field of this key holds now; None when it is not on the screen."""
    return st.session_state.get(key)


def holds(key: str) -> bool:
    """Whether the field of this key is, or just was, on the screen."""
    return key in st.session_state


def begin(key: str, value: Any) -> None:
    """What the field of this key holds the first time it is shown."""
    if key not in st.session_state:
        st.session_state[key] = value


def once(name: str, key: object, build: Callable[[], T]) -> T:
    """What `build` makes for this key, made again only when the key changes."""
    kept = recall(name)
    if kept is None or kept[0] != key:
        kept = (key, build())
        remember(name, kept)
    made: T = kept[1]
    return made


def field(name: str, kept: Any, means: Callable[[Any], Any] = lambda value: value) -> str:
    """The key of a field that shows what is kept, `kept` being in the form the field gives.

    A field sends its value at each run, also when it was typed long ago. When something else was
    kept meanwhile, in another tab, and nothing was typed here since, the field gets another key
    and so starts from what is kept: otherwise the old value would be written over the new one.
    What was typed here and is not kept yet (a run cut short, a database away) stays as it is.
    `means` gives what a value is kept as, where two that look different are kept alike.
    What was typed here over something else that was kept elsewhere is a clash: it stays too,
    beside `clash`, until somebody decides.
    """
    turn, typed, known = recall(f"field.{name}", (0, kept, kept))
    now = st.session_state.get(_key(name, turn), kept)
    elsewhere = means(kept) not in (means(now), means(known))
    if elsewhere and means(now) != means(known) and (now != typed or clash(name) is not None):
        remember(f"clash.{name}", (kept,))
        remember(f"field.{name}", (turn, now, known))
        return _key(name, turn)
    forget(f"clash.{name}")
    if now == typed and elsewhere:
        turn, now = turn + 1, kept
    remember(f"field.{name}", (turn, now, kept))
    return _key(name, turn)


def is_kept(name: str) -> None:
    """What this field gave in this run is kept now."""
    turn, typed, _ = recall(f"field.{name}")
    remember(f"field.{name}", (turn, typed, typed))
    forget(f"clash.{name}")


def clash(name: str) -> tuple[Any] | None:
    """What else was kept, in a tuple, while this field was being filled; None: nothing."""
    found: tuple[Any] | None = recall(f"clash.{name}")
    return found


def clashes(name: str, theirs: Any) -> None:
    """The database said so: what this field holds was not kept, something else was."""
    remember(f"clash.{name}", (theirs,))


def prefer_mine(name: str) -> None:
    """What the field holds is to be kept, knowing what it takes the place of."""
    turn, typed, known = recall(f"field.{name}")
    theirs = clash(name) or (known,)
    remember(f"field.{name}", (turn, typed, theirs[0]))
    forget(f"clash.{name}")


def prefer_theirs(name: str) -> None:
    """The field starts again from what was kept elsewhere."""
    turn, _, known = recall(f"field.{name}")
    theirs = clash(name) or (known,)
    remember(f"field.{name}", (turn + 1, theirs[0], theirs[0]))
    forget(f"clash.{name}")


def _key(name: str, turn: int) -> str:
    return f"{name}.{turn}" if turn else name


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


def sync(key: str, stored: object, parts: dict[str, Any]) -> None:
    """Brings the fields of one answer in step with what is stored.

    `parts` are their values by name. They follow only when what is stored has changed since
    they last did, or when they were not on the page: what is being typed is left alone.
    """
    mark = f"jalon.synced.{key}"
    changed = st.session_state.get(mark) != repr(stored)
    st.session_state[mark] = repr(stored)
    for name, value in parts.items():
        if changed or f"{key}.{name}" not in st.session_state:
            st.session_state[f"{key}.{name}"] = value
