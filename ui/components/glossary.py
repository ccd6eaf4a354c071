"""The technical words of a page, each with its meaning, folded where they stand."""

from collections.abc import Iterable
from functools import lru_cache

from catalogue.glossary import Word, read_glossary, words_in
from content.wording import Wording
from ui.components import html


def words_fold(t: Wording, title: str, texts: Iterable[str]) -> str:
    """A fold of the words that occur in these texts; nothing when none does."""
    found = words_in(texts, read_glossary(t.language))
    return html.fold(t(title), meanings(found)) if found else ""


def words_here(t: Wording, texts: Iterable[str]) -> str:
    """The words that occur in these texts, under a heading; nothing when none does."""
    found = _words(tuple(texts), t.language)
    return html.heading(t("glossary.here"), 2) + meanings(found) if found else ""


@lru_cache(maxsize=1024)
def _words(texts: tuple[str, ...], language: str) -> tuple[Word, ...]:
    """Kept: a question is shown many times, and its texts are content, nobody's words."""
    return words_in(texts, read_glossary(language))


def meanings(words: Iterable[Word]) -> str:
    """The words and their meanings, as a list of definitions."""
    lines = "".join(
        f"<dt><strong>{html.esc(word.word)}</strong></dt><dd>{html.esc(word.meaning)}</dd>"
        for word in words
    )
    return f"<dl class='jalon-words'>{lines}</dl>"
