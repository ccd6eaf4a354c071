"""The nearest known word, for words typed in a hurry."""

import difflib
from collections.abc import Collection

_SHORTEST = 5
_LENGTH_SLACK = 2
_LIKENESS = 0.82


def correct(word: str, known: Collection[str]) -> str:
    """The known word most like this one, or the word itself. Short words are left alone."""
    if len(word) < _SHORTEST:
        return word
    near = [other for other in known if abs(len(other) - len(word)) <= _LENGTH_SLACK]
    return next(iter(difflib.get_close_matches(word, near, 1, _LIKENESS)), word)
