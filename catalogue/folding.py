"""Text reduced to what search compares: no case, no accents, no punctuation."""

import re
import unicodedata

_LIGATURES = str.maketrans({"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ø": "o", "ł": "l"})
_NOT_WORD = re.compile(r"[^a-z0-9]+")
_PLURAL_FROM = 4


def fold(text: str) -> str:
    """Lowercase words of a-z and 0-9 separated by one space ('Été : l’ASBL' → 'ete l asbl')."""
    apart = unicodedata.normalize("NFKD", text.translate(_LIGATURES).casefold())
    bare = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return _NOT_WORD.sub(" ", bare).strip()


def stem(word: str) -> str:
    """A folded word without its plural ending: 'membres' and 'membre' compare equal."""
    return word[:-1] if len(word) >= _PLURAL_FROM and word[-1] in "sx" else word


def trigrams(text: str) -> frozenset[str]:
    """Every run of three characters of a folded text."""
    return frozenset(text[i : i + 3] for i in range(len(text) - 2))
