"""The technical words of a page, each with its meaning, folded where they stand."""

from collections.abc import Iterable

from catalogue.glossary import Word, read_glossary, words_in
from content.wording import Wording
from ui.components import html


def words_fold(t: Wording, title: str, texts: Iterable[str]) -> str:
    """A fold of the words that occur in these texts; nothing when none does."""
    found = words_in(texts, read_glossary(t.language))
    return html.fold(t(title), meanings(found)) if found else ""


def meanings(words: Iterable[Word]) -> str:
    """The words and their meanings, as a list of definitions."""
    lines = "".join(
        f"<dt><strong>{html.esc(word.word)}</strong></dt><dd>{html.esc(word.meaning)}</dd>"
        for word in words
    )
    return f"<dl class='jalon-words'>{lines}</dl>"
