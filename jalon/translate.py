"""`jalon translate nl`: bring a language's file up to date with what the authors write."""

import re
from typing import Annotated, Any

import typer
import yaml

from content.errors import ContentError
from content.languages import AUTHORS, TRANSLATIONS, file_key
from content.translations import OLD, Source, Translations, translations_of
from jalon.content_files import sources
from jalon.errors import BadInput

_HEAD = """\
# Each text as the authors wrote it (fr, en), then its translation. Fill in what is empty; where
# the authors changed their text, 'old' holds the translation of what they wrote before.
# 'python -m jalon translate {code}' writes this file anew: comments written below would be lost.
"""


def translate(
    language: Annotated[str, typer.Argument(help="Two letters, like 'nl'.")],
) -> None:
    """Add what is missing to a language's file, empty, and drop what is no longer used."""
    if not re.fullmatch(r"[a-z]{2,3}", language) or language in AUTHORS:
        raise BadInput(f"'{language}': write the code of a language other than fr and en, as 'nl'")
    path = TRANSLATIONS / f"{language}.yaml"
    try:
        known = translations_of(language) if path.exists() else Translations(language, "", {})
    except ContentError as error:
        raise BadInput(str(error)) from None
    listed = updated(known)
    empty = sum(not entry[language] for entries in listed.values() for entry in entries)
    TRANSLATIONS.mkdir(exist_ok=True)
    path.write_text(_HEAD.format(code=language) + as_yaml(listed), encoding="utf-8")
    print(f"{file_key(path)}: {empty} text(s) to write")


def updated(known: Translations) -> dict[str, list[dict[str, str]]]:
    """Every text of the authors with its translation, '' when there is none, in their order."""
    return {
        name: [_entry(known, name, source) for source in texts] for name, texts in sources().items()
    }


def as_yaml(listed: dict[str, Any]) -> str:
    """The file's text: one content file after the other, a blank line between them."""
    parts = [
        yaml.safe_dump({name: entries}, allow_unicode=True, sort_keys=False, width=10_000)
        for name, entries in listed.items()
    ]
    return "\n".join(parts)


def _entry(known: Translations, name: str, source: Source) -> dict[str, str]:
    entries = known.entries.get(name, ())
    same = next((e for e in entries if e.source == source), None)
    entry = {"fr": source[0], "en": source[1], known.language: same.text if same else ""}
    if same is None:
        shared = [e for e in entries if e.text and _changed(e.source, source)]
        entry |= {OLD: shared[0].text} if shared else {}
    elif not same.text and same.old:
        entry[OLD] = same.old
    return entry


def _changed(before: Source, now: Source) -> bool:
    return before != now and (before[0] == now[0] or before[1] == now[1])
