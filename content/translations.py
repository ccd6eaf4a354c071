"""The languages beyond the authors': one file each, translations/<code>.yaml.

A file lists, under the name of each content file, the authors' texts with their translation:

    ui/wording.yaml:
      - fr: Commencer
        en: Start
        nl: Beginnen

A text is found by what the authors wrote, so that a change of theirs makes the old
translation stale by itself: nothing has to be numbered or dated.
"""

from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from content.errors import ContentError, Problem
from content.languages import AUTHORS, TRANSLATIONS, file_key
from content.nodes import Tree

Source = tuple[str, str]
"""A text as the authors wrote it: French, English."""

OLD = "old"
"""Beside an empty translation: what stood there before the authors changed their text."""


@dataclass(frozen=True)
class Entry:
    """One translation; `text` is empty while nobody has written it. `line` counts from 1."""

    source: Source
    text: str
    line: int
    old: str = ""


@dataclass(frozen=True)
class Translations:
    """One language: content file to its translated texts."""

    language: str
    file: str
    entries: dict[str, tuple[Entry, ...]]

    @property
    def texts(self) -> dict[str, dict[Source, str]]:
        """Content file to source to translation, without the empty ones."""
        return {
            name: {entry.source: entry.text for entry in entries if entry.text}
            for name, entries in self.entries.items()
        }


def parse_translations(path: Path, language: str) -> Translations:
    """The translations a file holds; ContentError with every problem of its form."""
    tree = Tree.read(path, file_key(path))
    problems = list(tree.problems)
    entries: dict[str, tuple[Entry, ...]] = {}
    value = tree.value if isinstance(tree.value, dict) else {}
    if tree.value is not None and not isinstance(tree.value, dict):
        problems.append(Problem(tree.name, 1, "", "name content files, each with its texts"))
    for name, listed in value.items():
        found = []
        items = listed if isinstance(listed, list) else [listed]
        lines = tree.lines_under(name)
        if len(lines) != len(items):
            # Not a list, or one of two under the same name.
            lines = [tree.place((name,)).line] * len(items)
        for line, item in zip(lines, items, strict=True):
            entry = _entry(item, language, line)
            if isinstance(entry, str):
                problems.append(Problem(tree.name, line, name, entry))
            else:
                found.append(entry)
        entries[name] = tuple(found)
    if problems:
        raise ContentError(problems)
    return Translations(language, tree.name, entries)


@cache
def read_texts(language: str) -> dict[str, dict[Source, str]]:
    """Content file to source to translation, for a language that has a file.

    Nothing when the file is wrong: a bad edit stops nobody, `check` and the server's log say it.
    """
    try:
        return translations_of(language).texts
    except ContentError:
        return {}


def translations_of(language: str) -> Translations:
    """What this language's file holds; ContentError with every problem of its form."""
    path = TRANSLATIONS / f"{language}.yaml"
    return _parsed(path, language, path.stat().st_mtime_ns)


@lru_cache(maxsize=8)
def _parsed(path: Path, language: str, _changed: int) -> Translations:
    """Read once for each change of the file: it takes seconds, and two ask at every start."""
    return parse_translations(path, language)


def translated(text: dict[str, Any], file: str, language: str) -> Any:
    """This text in this language; the English one while its translation is missing.

    A visitor reads an English sentence rather than no page at all; `check` fails meanwhile.
    """
    source = (str(text.get("fr")), str(text.get("en")))
    return read_texts(language).get(file, {}).get(source, text.get("en"))


def _entry(item: Any, language: str, line: int) -> Entry | str:
    """The entry, or what is wrong with it."""
    wanted = (*AUTHORS, language)
    if not isinstance(item, dict) or not {*wanted} <= {*item} <= {*wanted, OLD}:
        return f"each text has the keys {', '.join(wanted)}"
    if not all(isinstance(value, str) for value in item.values()):
        return "this is read as something else than a text: quote it"
    return Entry(
        source=(item["fr"], item["en"]),
        text=item[language].strip(),
        line=line,
        old=item.get(OLD, ""),
    )
