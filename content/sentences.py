"""Text cut into sentences and words, as a reader counts them."""

import re

_END = re.compile(r"(?<=[.!?…])[»”\")]*\s+|\s*\n+\s*|(?<=:)\s+")
_WORD = re.compile(r"\w+(?:[’'\-./]\w+)*")


def sentences_of(text: str) -> tuple[str, ...]:
    """The sentences of a text; a line break and a colon end one too.

    What follows a colon is read after a stop: it is measured as a sentence of its own.
    """
    return tuple(piece for piece in _END.split(text.strip()) if words_of(piece))


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text: 'l’adresse', 'e-mail' and '2,5' as they stand between blanks."""
    return tuple(piece for piece in text.split() if _WORD.search(piece))
