"""Whether a language says everything the authors say, and says it today."""

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from content.errors import Problem
from content.languages import file_key, is_text
from content.nodes import Tree
from content.translations import Entry, Source, Translations

ALIKE = 0.8
"""Above this likeness with what the authors wrote, a text was perhaps not translated."""

SHORT = 20
"""Texts of fewer characters are names and single words: their likeness says nothing."""

_PLACEHOLDER = re.compile(r"\{[a-z_]*[^}]*\}")


@dataclass(frozen=True)
class Written:
    """Where the authors wrote a text: line and place in its file."""

    line: int
    place: str


Sources = Mapping[str, Mapping[Source, Written]]
"""Content file to the texts its authors wrote, in order."""


def sources_in(paths: Iterable[Path]) -> dict[str, dict[Source, Written]]:
    """Every text in several languages of these files; a file without any is left out."""
    found: dict[str, dict[Source, Written]] = {}
    for path in paths:
        tree = Tree.read(path)
        texts: dict[Source, Written] = {}
        for loc, text in _texts(tree.value, ()):
            source = (str(text.get("fr")), str(text.get("en")))
            if source not in texts:
                place = tree.place(loc)
                texts[source] = Written(place.line, place.path)
        if texts:
            found[file_key(path)] = texts
    return found


def untranslated(sources: Sources, translations: Translations) -> list[Problem]:
    """Texts missing in this language: those whose source changed, and those never translated."""
    problems = []
    for name, texts in sources.items():
        entries = translations.entries.get(name, ())
        done = {entry.source for entry in entries if entry.text}
        stale = [entry for entry in entries if entry.source not in texts]
        for source, written in texts.items():
            if source not in done:
                message = _missing(translations.language, source, stale, translations.file)
                problems.append(Problem(name, written.line, written.place, message))
    return problems


def unused(sources: Sources, translations: Translations) -> list[Problem]:
    """Entries for texts the authors no longer write, or wrote in another file."""
    return [
        Problem(
            translations.file,
            entry.line,
            name,
            f"the authors no longer write {_short(entry.source[0])} there: "
            f"remove it, or run 'python -m jalon translate {translations.language}'",
        )
        for name, entries in translations.entries.items()
        for entry in entries
        if entry.source not in sources.get(name, {})
    ]


def misfilled(translations: Translations) -> list[Problem]:
    """Texts whose {placeholders} are not those of the authors."""
    problems = []
    for name, entry in _filled(translations):
        wanted = {placeholder for text in entry.source for placeholder in _placeholders(text)}
        given = _placeholders(entry.text)
        if wanted != given:
            message = f"write {', '.join(sorted(wanted)) or 'no braces'} in {_short(entry.text)}"
            problems.append(Problem(translations.file, entry.line, name, message))
    return problems


def alike(translations: Translations) -> list[str]:
    """Texts more than 80 % alike with the French or the English: names, or left untranslated."""
    return [
        f"{translations.file}:{entry.line}: {_short(entry.text)}"
        for _, entry in _filled(translations)
        if len(entry.text) >= SHORT and any(_is_alike(entry.text, own) for own in entry.source)
    ]


def _texts(value: Any, loc: tuple[int | str, ...]) -> Iterator[tuple[tuple[int | str, ...], Any]]:
    if is_text(value):
        yield loc, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, (*loc, key))
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from _texts(inner, (*loc, place))


def _missing(language: str, source: Source, stale: list[Entry], file: str) -> str:
    before = next((e for e in stale if e.source[0] == source[0] or e.source[1] == source[1]), None)
    if before is None:
        near = difflib.get_close_matches(source[0], [e.source[0] for e in stale], 1, 0.7)
        before = next((e for e in stale if near and e.source[0] == near[0]), None)
    if before is None:
        return f"there is no '{language}' text for {_short(source[0])} in {file}"
    return (
        f"the '{language}' text is stale: {_short(source[0])} changed "
        f"since {file}:{before.line} was written"
    )


def _filled(translations: Translations) -> Iterator[tuple[str, Entry]]:
    for name, entries in translations.entries.items():
        yield from ((name, entry) for entry in entries if entry.text)


def _placeholders(text: str) -> frozenset[str]:
    return frozenset(_PLACEHOLDER.findall(text))


def _is_alike(text: str, other: str) -> bool:
    matcher = difflib.SequenceMatcher(None, text, other, autojunk=False)
    return (
        matcher.real_quick_ratio() > ALIKE
        and matcher.quick_ratio() > ALIKE
        and matcher.ratio() > ALIKE
    )


def _short(text: str) -> str:
    return repr(text if len(text) <= 60 else text[:59] + "…")


def author_files(root: Path, folders: Iterable[str]) -> list[Path]:
    """The YAML files of these folders of the project, sorted."""
    return sorted(path for folder in folders for path in (root / folder).rglob("*.yaml"))
