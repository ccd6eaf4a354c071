"""The words of the screens, in the visitor's language."""

import re
from pathlib import Path

from content.wording import Wording, read_wording
from ui import visitor

WORDS = Path(__file__).with_name("wording.yaml")

_MARKDOWN = re.compile(r"([\\`*_\[\]$~:#<>|])")


def words(language: str) -> Wording:
    """The words of this language; ContentError when the file is wrong."""
    return read_wording(WORDS, language)


def current() -> Wording:
    """The words of the visitor's language."""
    return words(visitor.language())


def plain(text: str) -> str:
    """The text for a label that Streamlit reads as Markdown: every sign stands for itself."""
    return _MARKDOWN.sub(r"\\\1", text)
