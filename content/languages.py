"""Which languages there are, and what a text in several of them looks like in a file."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
"""Where the project stands: files of content are named from here."""

TRANSLATIONS = ROOT / "translations"

AUTHORS = ("fr", "en")
"""The languages authors write side by side in the content files."""

TRANSLATED = tuple(sorted(path.stem for path in TRANSLATIONS.glob("*.yaml")))
"""The languages that have a file of translations."""

LANGUAGES = (*AUTHORS, *TRANSLATED)
"""Every language spoken; the first is for visitors who speak none of them.

Beyond the authors' two, a language is one file: translations/<code>.yaml.
"""

KNOWN = frozenset(LANGUAGES)
"""Codes that make a mapping a text in several languages."""


def is_text(value: object) -> bool:
    """Whether this value is a text in several languages: {fr: ..., en: ...}."""
    return isinstance(value, dict) and bool(value) and KNOWN.issuperset(value)


def file_key(path: Path) -> str:
    """How a file of content is named wherever the program was started: 'ui/wording.yaml'."""
    try:
        return path.resolve().relative_to(ROOT).as_posix()
    except ValueError:
        return path.name
