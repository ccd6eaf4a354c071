"""The words of the screens, in the visitor's language."""

import re
from functools import lru_cache
from pathlib import Path

from content.wording import Wording, read_wording
from identity.site import read_site
from reports.plain import one_line
from ui import visitor

WORDS = Path(__file__).with_name("wording.yaml")

_MARKDOWN = re.compile(r"([\\`*_\[\]$~:#<>|&])")
_BEGINS_A_LIST = re.compile(r"^([-+]|\d+[.)])(?=\s|$)|^-(?=--)")
# Streamlit looks again at the text once Markdown has been read, escaped signs included: bare
# addresses become links, ':material/…:' a drawing, ' -> ' an arrow. A sign that draws nothing
# (word joiner) keeps each apart.
_JOINER = "\u2060"
_LOOKED_AT_AGAIN = re.compile(r"(?<=:)(?=[\w/])|(?=@\w)|(?<=www)(?=\.)|(?<=[-<>~=])(?=[-=>])", re.I)


@lru_cache
def words(language: str) -> Wording:
    """The words of this language; ContentError when the file is wrong."""
    return read_wording(WORDS, language).called(read_site(language).brand.name)


def current() -> Wording:
    """The words of the visitor's language."""
    return words(visitor.language())


def plain(text: str) -> str:
    """The text for a label that Streamlit reads as Markdown: every sign stands for itself.

    Whoever typed it: no link, no picture, no symbol comes of it. It stands on one line.
    """
    apart = _LOOKED_AT_AGAIN.sub(_JOINER, one_line(text))
    escaped = _MARKDOWN.sub(r"\\\1", apart)
    return _BEGINS_A_LIST.sub(lambda begun: f"{begun[0][:-1]}\\{begun[0][-1]}", escaped)


def aimed(short: str, title: str) -> str:
    """A short label that a screen reader completes: 'Avancer – Le filet de sécurité'.

    What is emphasised is hidden from the eye by ui/styles/sheet.css, where the title stands above.
    """
    return f"{plain(short)} *– {plain(title)}*"
